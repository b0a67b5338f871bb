import { describe, expect, it } from 'vitest';
import { repositoryOf } from './houseRule.ts';
import { protocolCited } from './protocolCited.ts';

function judge(protocol: string, test: string): readonly string[] {
  const files = { 'docs/PROTOCOL.md': protocol, 'shared/src/replica/replica.test.ts': test };
  return protocolCited.find(repositoryOf(files)).map(({ message }) => message);
}

describe('protocol rules cited', () => {
  it('accepts rules that a test cites', () => {
    expect(judge('**P-1** One.\n**P-12** Two, after P-1.', "it('drops what it has seen [P-1] [P-12]')")).toEqual([]);
  });

  it('finds a rule without a test, also where another begins alike', () => {
    expect(judge('**P-1** One.\n**P-12** Two.', "it('[P-12]')")).toEqual(['no test cites P-1']);
  });

  it('finds a citation of no rule, and a rule defined twice', () => {
    expect(judge('**P-1** One.', "it('[P-1] [P-2]')")).toEqual(['cites P-2, which docs/PROTOCOL.md does not have']);
    expect(judge('**P-1** One.\n**P-1** Again.', "it('[P-1]')")).toEqual(['P-1 is defined twice']);
  });
});
