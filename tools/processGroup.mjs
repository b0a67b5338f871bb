// @ts-check
import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/** How long a program may take to end by itself when it is told to. */
const graceMs = 3_000;

/**
 * Programs that live and end together. `onEnd` hears of each that ends before `endAll`, with an exit code (128 and the
 * signal's number where a signal ended it, 127 where it could not be started).
 */
export class ProcessGroup {
  /** @type {Set<import('node:child_process').ChildProcess>} */
  #running = new Set();
  #isEnding = false;

  /**
   * @param {string} command
   * @param {readonly string[]} options
   * @param {NodeJS.ProcessEnv} environment
   * @param {(exitCode: number) => void} onEnd
   */
  start(command, options, environment, onEnd) {
    const child = spawn(command, options, { env: environment, stdio: ['ignore', 'inherit', 'inherit'] });
    this.#running.add(child);
    /** @param {number} exitCode */
    const end = (exitCode) => {
      if (!this.#running.delete(child) || this.#isEnding) return;
      onEnd(exitCode);
    };
    child.on('exit', (code, signal) => end(signal === null ? (code ?? 1) : 128 + constants.signals[signal]));
    child.on('error', (error) => {
      console.error(`${command} could not be started: ${error.message}`);
      end(127);
    });
  }

  /** How many run. */
  get size() {
    return this.#running.size;
  }

  /**
   * Tells all to end, kills after 3 s those that have not, and resolves when none is left.
   * @returns {Promise<void>}
   */
  async endAll() {
    this.#isEnding = true;
    const ended = [...this.#running].map((child) => new Promise((resolve) => child.once('exit', resolve)));
    for (const child of this.#running) child.kill('SIGTERM');
    const killing = setTimeout(() => {
      for (const child of this.#running) child.kill('SIGKILL');
    }, graceMs);
    await Promise.all(ended);
    clearTimeout(killing);
  }
}
