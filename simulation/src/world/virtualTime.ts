import { type DurationMs, milliseconds } from '@okienko/shared';

type Due = { readonly atMs: number; readonly order: number; readonly run: () => void };

/** The time of a whole simulated world: nothing passes but by running what is due next. */
export class VirtualTime {
  #nowMs = 0;
  #made = 0;
  /** A binary heap: by time, and by insertion where the times are equal. */
  readonly #heap: Due[] = [];

  nowMs(): DurationMs {
    return milliseconds(this.#nowMs);
  }

  /** Runs `run` after `delayMs`, behind everything that is due at the same moment. */
  schedule(delayMs: number, run: () => void): void {
    this.#made += 1;
    this.#push({ atMs: this.#nowMs + Math.max(0, Math.ceil(delayMs)), order: this.#made, run });
  }

  /** Moves to the next due moment and runs one task; false when nothing is left before `endMs`. */
  runNext(endMs: number): boolean {
    const next = this.#heap[0];
    if (next === undefined || next.atMs > endMs) {
      this.#nowMs = Math.max(this.#nowMs, endMs);
      return false;
    }
    this.#pop();
    this.#nowMs = next.atMs;
    next.run();
    return true;
  }

  #push(due: Due): void {
    const heap = this.#heap;
    let index = heap.push(due) - 1;
    while (index > 0) {
      const parent = (index - 1) >>> 1;
      const above = heap[parent];
      if (above === undefined || isBefore(above, due)) break;
      heap[index] = above;
      index = parent;
    }
    heap[index] = due;
  }

  #pop(): void {
    const heap = this.#heap;
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return;
    let index = 0;
    for (;;) {
      const left = 2 * index + 1;
      const [one, other] = [heap[left], heap[left + 1]];
      const isRight = one !== undefined && other !== undefined && isBefore(other, one);
      const least = isRight ? other : one;
      if (least === undefined || isBefore(last, least)) break;
      heap[index] = least;
      index = isRight ? left + 1 : left;
    }
    heap[index] = last;
  }
}

function isBefore(one: Due, other: Due): boolean {
  return one.atMs < other.atMs || (one.atMs === other.atMs && one.order < other.order);
}
