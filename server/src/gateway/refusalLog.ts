import type { Audience, MachineClock } from '@okienko/shared';
import { RateLimit } from './rateLimit.ts';

/** A message that was refused before it reached the rules, without its content. */
export type RefusedMessage = { readonly audience: Audience; readonly reason: string; readonly path: string };

const linesPerSecond = 5;

/**
 * Counts every refused message and writes them down, each line with the count so far. A flood is counted but not
 * written whole: the log would fill the disk that the journal needs, and slow down everybody.
 */
export class RefusalLog {
  readonly #write: (refused: RefusedMessage & { readonly count: number }) => void;
  readonly #limit: RateLimit;
  #count = 0;

  constructor(machineClock: MachineClock, write: (refused: RefusedMessage & { readonly count: number }) => void) {
    this.#limit = new RateLimit(machineClock, linesPerSecond, 4 * linesPerSecond);
    this.#write = write;
  }

  note(refused: RefusedMessage): void {
    this.#count += 1;
    if (this.#limit.take()) this.#write({ ...refused, count: this.#count });
  }
}
