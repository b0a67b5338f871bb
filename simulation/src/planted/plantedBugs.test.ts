import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { plantedBugs } from './plantedBugs.ts';

const plant = new URL('./plant.ts', import.meta.url).href;
const main = fileURLToPath(new URL('../main.ts', import.meta.url));
const isFullRun = process.env['OKIENKO_FULL'] === '1';

/** Lives up to 300 seeds with the bug in place; resolves with what the simulation printed and its exit code. */
async function liveWith(name: string): Promise<{ readonly code: number | null; readonly output: string }> {
  const child = spawn(process.execPath, ['--import', plant, main, '--seeds', '300'], {
    env: { ...process.env, OKIENKO_PLANTED_BUG: name },
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output += text));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, output };
}

describe('bugs that somebody might make', () => {
  it.each(plantedBugs)('given "$name", then the piece that it changes stands once in its file', ({ file, find }) => {
    const text = readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8');
    expect(text.split(find)).toHaveLength(2);
  });

  it.runIf(isFullRun).each(plantedBugs)(
    'given "$name", then the simulation finds it within 300 seeds',
    async ({ name }) => {
      const { code, output } = await liveWith(name);
      expect(output).toMatch(/Seed \d+ broke a promise/);
      expect(code).toBe(1);
    },
  );
});
