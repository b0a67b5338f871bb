import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anchorKeyFileName, createAnchorKey, fingerprintOf, isSignedBy, openAnchorKey } from './anchorKey.ts';

describe('the key that signs anchors', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'okienko-anchor-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const bytes = Buffer.from('what was removed');

  it('given a folder, then its key is made once, for the server alone, and signs so that others can check', () => {
    const key = openAnchorKey(folder);
    expect(statSync(join(folder, anchorKeyFileName)).mode & 0o077).toBe(0);
    const again = openAnchorKey(folder);
    expect(fingerprintOf(again.publicKey)).toBe(fingerprintOf(key.publicKey));
    expect(fingerprintOf(key.publicKey)).toMatch(/^([0-9a-f]{4} ){3}[0-9a-f]{4}$/);
    expect(isSignedBy(key.publicKey, bytes, again.sign(bytes))).toBe(true);
    expect(isSignedBy(key.publicKey, Buffer.from('something else'), key.sign(bytes))).toBe(false);
    expect(isSignedBy(createAnchorKey().publicKey, bytes, key.sign(bytes))).toBe(false);
  });

  it('given a file that is no such key, then the start is refused with what to do', () => {
    writeFileSync(join(folder, anchorKeyFileName), 'nonsense');
    expect(() => openAnchorKey(folder)).toThrow(/no Ed25519 private key: put it back/);
  });
});
