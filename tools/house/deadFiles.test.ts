import { describe, expect, it } from 'vitest';
import { deadFiles } from './deadFiles.ts';
import { repositoryOf } from './houseRule.ts';

const house = {
  'package.json': '{"name":"okienko","scripts":{"journal":"node server/src/journalCli.ts"}}',
  'shared/package.json': '{"name":"@okienko/shared","exports":{".":"./src/index.ts"}}',
  'shared/src/index.ts': "export * from './ticket.ts';",
  'shared/src/ticket.ts': 'export const one = 1;',
  'server/src/main.ts': "new Worker(new URL('./speechWorker.ts', import.meta.url));",
  'server/src/speechWorker.ts': 'export const one = 1;',
  'server/src/journalCli.ts': 'export const one = 1;',
  'apps/kiosk/index.html': '<script type="module" src="./src/main.tsx"></script>',
  'apps/kiosk/src/main.tsx': "import './kiosk.css';",
  'apps/kiosk/src/kiosk.css': "@import './tokens.css';",
  'apps/kiosk/src/tokens.css': ':root {}',
};

function judge(files: Readonly<Record<string, string>>): readonly string[] {
  return deadFiles.find(repositoryOf({ ...house, ...files })).map(({ path }) => path);
}

describe('dead files', () => {
  it('reaches exports, scripts, workers, pages and their styles', () => {
    expect(judge({})).toEqual([]);
  });

  it('finds a file that nothing imports, and a pair that only knows each other', () => {
    expect(judge({ 'server/src/lost.ts': '', 'apps/kiosk/src/lost.css': '' })).toEqual([
      'server/src/lost.ts',
      'apps/kiosk/src/lost.css',
    ]);
    const pair = { 'shared/src/one.ts': "import './two.ts';", 'shared/src/two.ts': "import './one.ts';" };
    expect(judge(pair)).toEqual(['shared/src/one.ts', 'shared/src/two.ts']);
  });

  it('finds a file that only its own test imports, but not what tests share', () => {
    const files = {
      'server/src/lost.ts': '',
      'server/src/lost.test.ts': "import './lost.ts';\nimport './journalContract.ts';",
      'server/src/journalContract.ts': '',
    };
    expect(judge(files)).toEqual(['server/src/lost.ts']);
  });
});
