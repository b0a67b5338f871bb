import { describe, expect, it } from 'vitest';
import { dependenciesPinned } from './dependenciesPinned.ts';
import { repositoryOf } from './houseRule.ts';

function judge(version: string, record: string, otherVersion = version): readonly string[] {
  const files = {
    'package.json': JSON.stringify({ name: 'okienko', devDependencies: { zod: version, '@okienko/shared': '0.1.0' } }),
    'shared/package.json': JSON.stringify({ name: '@okienko/shared', dependencies: { zod: otherVersion } }),
    'docs/adr/0001-dependencies.md': record,
  };
  return dependenciesPinned.find(repositoryOf(files)).map(({ message }) => message);
}

describe('dependencies pinned', () => {
  it('accepts one exact version that the record names', () => {
    expect(judge('4.6.7', '- `zod@4.6.7` parses.')).toEqual([]);
  });

  it('finds a range', () => {
    expect(judge('^4.6.7', '- `zod@^4.6.7` parses.')).toContain('zod is "^4.6.7", not one exact version');
  });

  it('finds two versions of one package', () => {
    expect(judge('4.6.7', '- `zod@4.6.7` parses.\n- `zod@4.6.6` parses.', '4.6.6')).toHaveLength(2);
  });

  it('finds what the record does not name, and what it names in vain', () => {
    expect(judge('4.6.7', '- `zod@4.6.6` parses.')).toEqual([
      'does not say why zod@4.6.7 is here',
      'names zod@4.6.6, which no package.json has',
    ]);
  });
});
