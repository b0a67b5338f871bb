// @ts-check
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';

/**
 * Runs one of our programs in the foreground with this command's arguments and ends as it ends. Signals are passed on
 * because a supervisor sends them to this process only; the program must bear the second one that a terminal's Ctrl-C
 * brings.
 * @param {import('./bootstrap.mjs').House} house
 * @param {string} program its path under the repository's folder
 */
export function runProgram(house, program) {
  const child = spawn(house.node, [join(house.root, program), ...process.argv.slice(2)], {
    env: house.environment,
    stdio: 'inherit',
  });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => child.kill(signal));
  }
  child.on('exit', (code, signal) => {
    process.exit(signal === null ? (code ?? 1) : 128 + constants.signals[signal]);
  });
}
