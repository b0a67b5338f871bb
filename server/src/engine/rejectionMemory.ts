import type { CommandId, DurationMs, Rejection } from '@okienko/shared';

/**
 * Remembers why commands were rejected, for longer than any press may be old, so that a resend gets the same answer.
 *
 * Bounded: beyond `capacity` the oldest are forgotten first. A console at its rate limit fills it in 25 s, which is
 * longer than any press may be old.
 */
export class RejectionMemory {
  readonly #keptMs: DurationMs;
  readonly #capacity: number;
  readonly #entries = new Map<CommandId, { readonly rejection: Rejection; readonly atMs: DurationMs }>();

  constructor(keptMs: DurationMs, capacity: number) {
    this.#keptMs = keptMs;
    this.#capacity = capacity;
  }

  find(commandId: CommandId): Rejection | null {
    return this.#entries.get(commandId)?.rejection ?? null;
  }

  remember(commandId: CommandId, rejection: Rejection, nowMs: DurationMs): void {
    this.#entries.set(commandId, { rejection, atMs: nowMs });
    for (const [oldest, { atMs }] of this.#entries) {
      if (nowMs - atMs <= this.#keptMs && this.#entries.size <= this.#capacity) break;
      this.#entries.delete(oldest);
    }
  }
}
