import { mkdtempSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { required } from '@okienko/shared';
import { describe, expect, it } from 'vitest';
import { demoPins } from './demoPins.ts';
import { parseConfiguration } from './domain/configurationCheck.ts';
import { exampleText } from './engine/testing/testBranch.ts';
import { StartRefused } from './startRefused.ts';

const parsed = parseConfiguration(exampleText);
const configuration = required(parsed.isValid ? parsed.configuration : null, 'the example');
const freshFolder = () => mkdtempSync(join(tmpdir(), 'okienko-pins-'));

describe('the PINs of a demo', () => {
  it('given a fresh folder, when PINs are asked for twice, then every clerk keeps one of six digits of their own', () => {
    const folder = freshFolder();
    const first = demoPins(configuration, folder, null);
    expect(first.map(({ clerkId }) => clerkId)).toEqual(configuration.clerks.map(({ id }) => id));
    expect(first.every(({ pin }) => /^[0-9]{6}$/.test(pin))).toBe(true);
    expect(new Set(first.map(({ pin }) => pin)).size).toBe(first.length);
    expect(demoPins(configuration, folder, null)).toEqual(first);
    expect(statSync(join(folder, 'demo-pins.json')).mode & 0o077).toBe(0);
  });

  it('given one PIN for tests, when PINs are asked for, then all have it and nothing is written', () => {
    const pins = demoPins(configuration, '/nowhere', '246810');
    expect(new Set(pins.map(({ pin }) => pin))).toEqual(new Set(['246810']));
  });

  it('given a file that holds no PINs, when PINs are asked for, then the start is refused in one sentence', () => {
    const folder = freshFolder();
    writeFileSync(join(folder, 'demo-pins.json'), '{"clerk-1":"12"}');
    expect(() => demoPins(configuration, folder, null)).toThrow(StartRefused);
    expect(() => demoPins(configuration, join(folder, 'nowhere'), null)).toThrow(StartRefused);
  });
});
