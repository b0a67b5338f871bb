import {
  after,
  type BusinessClock,
  type DurationMs,
  durationBetween,
  type Instant,
  type MachineClock,
  milliseconds,
  minutes,
} from '@okienko/shared';

/** A jump of the business clock against the machine's. */
export type ClockJump = { readonly since: Instant; readonly byMs: DurationMs };

export type ClockReading = {
  /** What the wall says: stamps events, unless it is a little before the newest one. */
  readonly wallNow: Instant;
  /** What decides the business day: the wall, but not one that has just jumped by more than an hour. */
  readonly dayNow: Instant;
  readonly jump: ClockJump | null;
};

const noticedJumpMs = minutes(2);
const distrustedJumpMs = minutes(60);
const stableAfterMs = minutes(10);

/**
 * Watches the business clock against the machine clock, which nobody can set.
 *
 * A jump of more than 2 min is told to staff until the clock was stable for 10 min. One of more than an hour does not
 * move the business day before that: a wrong date would close every ticket in the hall.
 */
export class ClockWatch {
  readonly #businessClock: BusinessClock;
  readonly #machineClock: MachineClock;
  readonly #clockRate: number;
  #last: { readonly wall: Instant; readonly machineMs: DurationMs };
  #jump: (ClockJump & { readonly atMachineMs: DurationMs; readonly offsetMs: DurationMs }) | null = null;

  constructor(parts: {
    readonly businessClock: BusinessClock;
    readonly machineClock: MachineClock;
    /** Business milliseconds in a real one: 1, or more in a replay. */
    readonly clockRate: number;
  }) {
    this.#businessClock = parts.businessClock;
    this.#machineClock = parts.machineClock;
    this.#clockRate = parts.clockRate;
    this.#last = { wall: this.#businessClock.now(), machineMs: this.#machineClock.nowMs() };
  }

  /** Reads both clocks; to be called at least once a second, so that a jump is measured and not summed up. */
  read(): ClockReading {
    const wallNow = this.#businessClock.now();
    const machineMs = this.#machineClock.nowMs();
    const expected = after(this.#last.wall, milliseconds((machineMs - this.#last.machineMs) * this.#clockRate));
    const byMs = durationBetween(expected, wallNow);
    this.#last = { wall: wallNow, machineMs };
    if (Math.abs(byMs) > noticedJumpMs) this.#notice(byMs, wallNow, machineMs);
    if (this.#jump !== null && machineMs - this.#jump.atMachineMs >= stableAfterMs) this.#jump = null;
    const offsetMs = this.#jump?.offsetMs ?? milliseconds(0);
    const dayNow = Math.abs(offsetMs) > distrustedJumpMs ? after(wallNow, milliseconds(-offsetMs)) : wallNow;
    return { wallNow, dayNow, jump: this.#jump };
  }

  #notice(byMs: DurationMs, since: Instant, atMachineMs: DurationMs): void {
    const offsetMs = milliseconds((this.#jump?.offsetMs ?? 0) + byMs);
    // A jump back to where the clock was is the end of the trouble, not another one.
    const isBack = this.#jump !== null && Math.abs(offsetMs) <= noticedJumpMs;
    this.#jump = isBack ? null : { since, byMs, atMachineMs, offsetMs };
  }
}
