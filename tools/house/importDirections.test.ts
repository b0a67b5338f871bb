import { describe, expect, it } from 'vitest';
import { repositoryOf } from './houseRule.ts';
import { importDirections } from './importDirections.ts';

const packages = {
  'package.json': '{"name":"okienko"}',
  'shared/package.json': '{"name":"@okienko/shared","exports":{".":"./src/index.ts"}}',
  'server/package.json': '{"name":"@okienko/server"}',
  'apps/kit/package.json': '{"name":"@okienko/kit","exports":{".":"./src/index.ts"}}',
  'apps/kiosk/package.json': '{"name":"okienko-kiosk"}',
  'apps/display/package.json': '{"name":"okienko-display"}',
  'shared/src/index.ts': 'export const one = 1;',
  'apps/kit/src/index.ts': 'export const one = 1;',
  'server/src/domain/decide.ts': 'export const one = 1;',
  'server/src/engine/branchEngine.ts': 'export const one = 1;',
  'server/src/journal/journal.ts': 'export const one = 1;',
  'server/src/journal/sqliteJournal.ts': 'export const one = 1;',
  'apps/display/src/Board.tsx': 'export const one = 1;',
};

/** What the rule says of one more file that imports the specifier. */
function judge(path: string, specifier: string): readonly string[] {
  const files = { ...packages, [path]: `import { one } from '${specifier}';\nexport const two = one;` };
  return importDirections.find(repositoryOf(files)).map(({ message }) => message);
}

describe('import directions', () => {
  it.each([
    ['apps/kiosk/src/Home.tsx', '@okienko/kit'],
    ['apps/kit/src/useView.ts', '@okienko/shared'],
    ['server/src/engine/inbox.ts', '../domain/decide.ts'],
    ['server/src/engine/inbox.ts', '../journal/journal.ts'],
    ['server/src/gateway/sessions.ts', '../engine/branchEngine.ts'],
    ['server/src/domain/evolve.test.ts', '../journal/sqliteJournal.ts'],
    ['server/src/main.ts', './journal/sqliteJournal.ts'],
    ['server/src/journal/hash.ts', 'node:crypto'],
    ['replay/src/main.ts', '@okienko/shared'],
  ])('lets %s import %s', (path, specifier) => {
    expect(judge(path, specifier)).toEqual([]);
  });

  it.each([
    ['shared/src/base/time.ts', '@okienko/kit', 'may not import'],
    ['apps/kiosk/src/Home.tsx', '@okienko/server', 'not there'],
    ['apps/kiosk/src/Home.tsx', '../../../server/src/domain/decide.ts', 'by a relative path'],
    ['apps/kiosk/src/Home.tsx', '../../display/src/Board.tsx', 'by a relative path'],
    ['apps/kit/src/useView.ts', '../../../shared/src/index.ts', 'by a relative path'],
    ['server/src/domain/evolve.ts', '../journal/journal.ts', 'may not import'],
    ['server/src/domain/evolve.ts', '../engine/branchEngine.ts', 'may not import'],
    ['server/src/engine/inbox.ts', '../journal/sqliteJournal.ts', 'may not import'],
    ['server/src/journal/rows.ts', '../engine/branchEngine.ts', 'may not import'],
    ['server/src/domain/evolve.ts', 'node:crypto', 'neither input nor output'],
    ['server/src/gateway/sessions.ts', 'node:fs', 'neither input nor output'],
    ['apps/kiosk/src/Home.tsx', 'node:fs', 'neither input nor output'],
    ['shared/src/base/time.ts', './gone.ts', 'not there'],
    ['replay/src/main.ts', '@okienko/kit', 'may not import'],
    ['apps/kiosk/src/Home.tsx', '@okienko/shared/text', 'not there or not exported'],
  ])('refuses that %s imports %s', (path, specifier, message) => {
    expect(judge(path, specifier)).toEqual([expect.stringContaining(message)]);
  });

  it('sees re-exports, dynamic imports and types', () => {
    const files = {
      ...packages,
      'server/src/domain/evolve.ts': [
        "export { one } from '../journal/journal.ts';",
        "export * from '../journal/journal.ts';",
        "export const two = () => import('../journal/journal.ts');",
        "export type Three = import('../journal/journal.ts').Journal;",
      ].join('\n'),
    };
    expect(importDirections.find(repositoryOf(files)).map(({ path }) => path)).toEqual(
      [1, 2, 3, 4].map((line) => `server/src/domain/evolve.ts:${line}`),
    );
  });
});
