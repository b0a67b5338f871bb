import { createHash } from 'node:crypto';
import type { VirtualTime } from './virtualTime.ts';

/** What happened in one world: a hash over all of it, the last of it in words, and how often each kind of thing. */
export class Story {
  readonly #time: VirtualTime;
  readonly #hash = createHash('sha256');
  readonly #counts = new Map<string, number>();
  #last: string[] = [];

  constructor(time: VirtualTime) {
    this.#time = time;
  }

  /** Adds one thing that happened; the same world tells the same story to the letter. */
  tell(what: string): void {
    const line = `${(this.#time.nowMs() / 1_000).toFixed(3)} s  ${what}`;
    this.#hash.update(`${line}\n`);
    this.#last.push(line);
    if (this.#last.length > 2 * keptLines) this.#last = this.#last.slice(-keptLines);
  }

  /** Counts one more of a kind, for the table of what the seeds reached. */
  count(kind: string, by = 1): void {
    this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + by);
  }

  counts(): ReadonlyMap<string, number> {
    return this.#counts;
  }

  last(): readonly string[] {
    return this.#last.slice(-keptLines);
  }

  /** The hash of the whole story so far. */
  hash(): string {
    return this.#hash.copy().digest('hex');
  }
}

const keptLines = 50;
