import { describe, expect, it } from 'vitest';
import { docstrings } from './docstrings.ts';
import { fileLength } from './fileLength.ts';
import { type HouseRule, repositoryOf } from './houseRule.ts';
import { names } from './names.ts';
import { packageExports } from './packageExports.ts';
import { privatePaths } from './privatePaths.ts';
import { suppressions } from './suppressions.ts';

function pathsFoundBy(rule: HouseRule, files: Readonly<Record<string, string>>): readonly string[] {
  return rule.find(repositoryOf(files)).map(({ path }) => path);
}

describe('file length', () => {
  it('finds the 401st line, in code and styles but not in documents', () => {
    const [fits, tooLong] = ['line\n'.repeat(400), 'line\n'.repeat(401)];
    const files = { 'shared/src/a.ts': fits, 'shared/src/b.ts': tooLong, 'apps/kit/c.css': tooLong, 'd.md': tooLong };
    expect(pathsFoundBy(fileLength, files)).toEqual(['shared/src/b.ts', 'apps/kit/c.css']);
  });
});

describe('names', () => {
  it.each(['server/src/utils/time.ts', 'shared/src/types.ts', 'apps/kit/src/dateHelpers.ts', 'e2e/common/a.test.ts'])(
    'finds the empty name in %s',
    (path) => {
      expect(pathsFoundBy(names, { [path]: '' })).toEqual([path]);
    },
  );

  it('finds components and code named in another way', () => {
    const bad = {
      'apps/kiosk/src/homeScreen.tsx': 'export function HomeScreen() {}',
      'server/src/branch_engine.ts': '',
      'server/src/branch-engine.ts': '',
    };
    expect(pathsFoundBy(names, bad)).toEqual(Object.keys(bad));
  });

  it('leaves good names alone', () => {
    const good = {
      'apps/kiosk/src/HomeScreen.tsx': 'export function HomeScreen() {}',
      'apps/kit/src/mountScreen.tsx': 'export function mountScreen() {}',
      'shared/src/model/service.ts': '',
    };
    expect(pathsFoundBy(names, good)).toEqual([]);
  });
});

describe('suppressions', () => {
  it('finds comments that silence the linter or the compiler, in any form', () => {
    const code = ['// oxlint-disable-next-line no-empty', '/* eslint-disable */', '// @ts-expect-error'].join('\n');
    expect(pathsFoundBy(suppressions, { 'shared/src/a.ts': code })).toEqual(
      [1, 2, 3].map((n) => `shared/src/a.ts:${n}`),
    );
  });

  it('lets a comment speak of them', () => {
    expect(pathsFoundBy(suppressions, { 'shared/src/a.ts': '// Nothing here needs @ts-ignore.' })).toEqual([]);
  });
});

describe('docstrings', () => {
  it('finds exported functions and classes without one, however they are written', () => {
    const code = [
      'export function one() {}',
      '// Not a documentation comment.',
      'export const two = () => 2;',
      '/** Of something else. */',
      'const three = 3;',
      'export class Four {}',
    ].join('\n');
    const lines = [1, 3, 6].map((line) => `shared/src/a.ts:${line}`);
    expect(pathsFoundBy(docstrings, { 'shared/src/a.ts': code, 'shared/src/a.test.ts': code })).toEqual(lines);
  });

  it('accepts documented ones, and what is no function', () => {
    const code = '/** One. */\nexport function one() {}\nexport const two = 2;\nexport { three } from "./b.ts";';
    expect(pathsFoundBy(docstrings, { 'shared/src/a.ts': code, 'shared/src/b.ts': '' })).toEqual([]);
  });
});

describe('package exports', () => {
  it('finds a target that is not there, and an imported package without exports', () => {
    const files = {
      'apps/kit/package.json': '{"name":"@okienko/kit","dependencies":{"@okienko/shared":"0.1.0"}}',
      'shared/package.json': '{"name":"@okienko/shared"}',
      'server/package.json': '{"name":"@okienko/server","exports":{".":"./src/index.ts"}}',
    };
    expect(pathsFoundBy(packageExports, files)).toEqual(['shared/package.json', 'server/package.json']);
  });
});

describe('private paths', () => {
  it('finds the folders of one machine and registries', () => {
    const [home, registry] = [
      ['/home', 'jan'],
      ['https://registry', 'example.org'],
    ];
    const text = `see ${home?.join('/')}/notes\nnothing\nfrom ${registry?.join('.')}/zod`;
    expect(pathsFoundBy(privatePaths, { 'docs/API.md': text })).toEqual(['docs/API.md:1', 'docs/API.md:3']);
  });

  it('lets the paths of the product stand', () => {
    expect(pathsFoundBy(privatePaths, { 'docs/API.md': 'GET /api/v1/queues, /var/lib/okienko, /tmp/okienko' })).toEqual(
      [],
    );
  });
});
