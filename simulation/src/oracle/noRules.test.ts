import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const folder = new URL('.', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));

describe('the oracle', () => {
  it.each(files)('given %s, then it imports no rule of the server: it would believe what it should judge', (name) => {
    const text = readFileSync(new URL(name, folder), 'utf8');
    expect(text.match(/@okienko\/server\/(domain|engine|gateway|printing)[^']*/g)).toBeNull();
  });
});
