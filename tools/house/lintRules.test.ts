import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'okienko-lint-'));
  copyFileSync(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
  writeFileSync(join(folder, 'tsconfig.json'), '{"compilerOptions":{"strict":true,"lib":["es2024","DOM"],"types":[]}}');
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** The rules that the house's linter breaks over one file at the given path. */
function lint(path: string, code: string): readonly string[] {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), code);
  const oxlint = join(root, 'node_modules/oxlint/bin/oxlint');
  const { stdout } = spawnSync(process.execPath, [oxlint, '--format=unix', path], { cwd: folder, encoding: 'utf8' });
  return [...stdout.matchAll(/\[Error\/\w+\(([\w-]+)\)\]/g)].map((match) => match[1] ?? '');
}

describe('the linter of the house', () => {
  it.each([
    ['no-restricted-globals', 'export const now = (): number => Date.now();'],
    ['no-restricted-globals', 'export const later = (act: () => void): number => setTimeout(act, 1);'],
    ['no-restricted-globals', 'export const id = (): string => crypto.randomUUID();'],
    ['no-restricted-properties', 'export const dice = (): number => Math.random();'],
  ])('keeps the outside world out of pure code: %s', (rule, code) => {
    expect(lint('server/src/domain/sample.ts', code)).toContain(rule);
    expect(lint('shared/src/model/sample.ts', code)).toContain(rule);
    expect(lint('server/src/printing/sample.ts', code)).not.toContain(rule);
  });

  it.each([
    ['no-explicit-any', 'export const read = (value: any): string => String(value);'],
    ['no-non-null-assertion', 'export const first = (list: readonly string[]): string => list.at(0)!;'],
    ['consistent-type-assertions', 'export const read = (value: unknown): string => value as string;'],
    ['no-floating-promises', 'export function go(act: () => Promise<void>): void { act(); }'],
    ['switch-exhaustiveness-check', "export function go(k: 'a' | 'b'): void { switch (k) { case 'a': break; } }"],
    ['no-empty', 'export function go(act: () => void): void { try { act(); } catch {} }'],
    ['max-lines', 'export {};\n'.repeat(401)],
    ['max-lines-per-function', `export function go(act: () => void): void {\n${'  act();\n'.repeat(70)}}`],
    ['no-warning-comments', '// TODO: later\nexport {};'],
  ])('refuses %s', (rule, code) => {
    expect(lint('server/src/printing/sample.ts', code)).toContain(rule);
  });

  it('lets parsers and brands assert', () => {
    const code = 'export const read = (value: unknown): string => value as string;';
    expect(lint('server/src/parseConfiguration.ts', code)).toEqual([]);
    expect(lint('shared/src/base/ids.ts', code)).toEqual([]);
  });
});
