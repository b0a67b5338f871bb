import type { Audience, MachineClock } from '@okienko/shared';
import { RateLimit } from './rateLimit.ts';

/** A message that was refused before it reached the rules, without its content. */
export type RefusedMessage = { readonly audience: Audience; readonly reason: string; readonly path: string };

const linesPerSecond = 5;

/**
 * Counts everything refused, of one kind, and writes them down, each line with the count so far. A flood is counted but not
 * written whole: the log would fill the disk that the journal needs, and slow down everybody.
 */
export class RefusalLog<Refused extends object> {
  readonly #write: (refused: Refused & { readonly count: number }) => void;
  readonly #limit: RateLimit;
  #count = 0;

  constructor(machineClock: MachineClock, write: (refused: Refused & { readonly count: number }) => void) {
    this.#limit = new RateLimit(machineClock, linesPerSecond, 4 * linesPerSecond);
    this.#write = write;
  }

  note(refused: Refused): void {
    this.#count += 1;
    if (this.#limit.take()) this.#write({ ...refused, count: this.#count });
  }
}
