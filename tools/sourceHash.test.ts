import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashSources } from './sourceHash.mjs';

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'okienko-hash-'));
  mkdirSync(join(root, 'src'));
  writeFileSync(join(root, 'src', 'page.ts'), 'one');
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

describe('hashSources', () => {
  it('changes with the bytes and with the names', () => {
    const before = hashSources(root, ['src']);
    writeFileSync(join(root, 'src', 'page.ts'), 'two');
    const changed = hashSources(root, ['src']);
    writeFileSync(join(root, 'src', 'other.ts'), '');
    expect(new Set([before, changed, hashSources(root, ['src'])]).size).toBe(3);
  });

  it('does not change with tests, packages or folders that are not there', () => {
    const before = hashSources(root, ['src']);
    mkdirSync(join(root, 'src', 'node_modules'));
    writeFileSync(join(root, 'src', 'node_modules', 'package.ts'), 'three');
    writeFileSync(join(root, 'src', 'page.test.ts'), 'three');
    expect(hashSources(root, ['src', 'absent'])).toBe(before);
  });
});
