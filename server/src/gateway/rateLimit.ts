import type { DurationMs, MachineClock } from '@okienko/shared';

/** A token bucket: `perSecond` messages a second in the long run, `burst` at once. */
export class RateLimit {
  readonly #machineClock: MachineClock;
  readonly #perSecond: number;
  readonly #burst: number;
  #tokens: number;
  #lastMs: DurationMs;

  constructor(machineClock: MachineClock, perSecond: number, burst: number) {
    this.#machineClock = machineClock;
    this.#perSecond = perSecond;
    this.#burst = burst;
    this.#tokens = burst;
    this.#lastMs = machineClock.nowMs();
  }

  /** Takes one message, or says false: it is over the limit. */
  take(): boolean {
    const nowMs = this.#machineClock.nowMs();
    this.#tokens = Math.min(this.#burst, this.#tokens + ((nowMs - this.#lastMs) * this.#perSecond) / 1_000);
    this.#lastMs = nowMs;
    if (this.#tokens < 1) return false;
    this.#tokens -= 1;
    return true;
  }
}
