import { describe, expect, it } from 'vitest';
import { repositoryOf } from './houseRule.ts';
import { thirdPartyDoors } from './thirdPartyDoors.ts';

const packages = {
  'package.json': '{"name":"okienko","devDependencies":{"vitest":"5.1.1"}}',
  'server/package.json': '{"name":"@okienko/server","dependencies":{"socket.io":"4.8.4","better-sqlite3":"13.2.0"}}',
  'replay/package.json': '{"name":"@okienko/replay","dependencies":{"socket.io-client":"4.8.4"}}',
};

function judge(path: string, specifier: string): readonly string[] {
  const files = { ...packages, [path]: `import '${specifier}';` };
  return thirdPartyDoors.find(repositoryOf(files)).map(({ message }) => message);
}

describe('third-party doors', () => {
  it('lets the one door import its library, and a test', () => {
    expect(judge('server/src/gateway/socketGateway.ts', 'socket.io')).toEqual([]);
    expect(judge('server/src/gateway/boards.test.ts', 'socket.io')).toEqual([]);
    expect(judge('server/src/journal/lockFile.ts', 'better-sqlite3')).toEqual([]);
    expect(judge('replay/src/house/nodeTransport.ts', 'socket.io-client')).toEqual([]);
  });

  it('refuses any other file', () => {
    expect(judge('server/src/engine/branchEngine.ts', 'socket.io')).toEqual([expect.stringContaining('one door')]);
    expect(judge('server/src/main.ts', 'better-sqlite3')).toEqual([expect.stringContaining('one door')]);
    expect(judge('replay/src/main.ts', 'socket.io-client')).toEqual([expect.stringContaining('one door')]);
  });

  it('refuses what the package does not declare, also by a subpath', () => {
    expect(judge('server/src/main.ts', 'left-pad/index.js')).toEqual([expect.stringContaining('does not name')]);
    expect(judge('server/src/main.ts', 'vitest')).toEqual([expect.stringContaining('does not name')]);
    expect(judge('server/src/main.test.ts', 'vitest')).toEqual([]);
  });
});
