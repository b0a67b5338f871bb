import { execFile } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const program = join(dirname(fileURLToPath(import.meta.url)), '../../server/src/journalCli.ts');

/**
 * Runs `npm run journal` as an operator does, in a process of its own.
 *
 * @throws Error with what it said where its exit code is not 0.
 */
export function runJournal(...args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [program, ...args], { maxBuffer: 256 * 1024 * 1024 }, (error, output, problem) => {
      if (error === null) resolve(output);
      else reject(new Error(`journal ${args.join(' ')} ended with ${String(error.code)}: ${problem}`));
    });
  });
}
