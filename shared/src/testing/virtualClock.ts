import { instantAt } from '../base/calendarTime.ts';
import {
  after,
  calendarDateSchema,
  type DurationMs,
  type Instant,
  localTimeSchema,
  milliseconds,
} from '../base/time.ts';

type Task = { readonly atMs: number; readonly run: () => void };

/** Both clocks of a test, moved by hand: nothing happens until time is let pass. */
export class VirtualClock {
  #wall: Instant;
  #machineMs = 0;
  #tasks: Task[] = [];

  /** Starts at a wall time in Kraków. */
  constructor(date: string, time: string) {
    this.#wall = instantAt(calendarDateSchema.parse(date), localTimeSchema.parse(time), 'Europe/Warsaw');
  }

  readonly business = { now: () => this.#wall };
  readonly machine = {
    nowMs: () => milliseconds(this.#machineMs),
    schedule: (delayMs: DurationMs, run: () => void) => {
      const task = { atMs: this.#machineMs + delayMs, run };
      this.#tasks.push(task);
      return () => {
        this.#tasks = this.#tasks.filter((other) => other !== task);
      };
    },
  };

  /** Lets time pass on both clocks and runs what is due, in order of its time. */
  pass(duration: DurationMs): void {
    const end = this.#machineMs + duration;
    for (;;) {
      const next = this.#tasks.filter(({ atMs }) => atMs <= end).toSorted((one, other) => one.atMs - other.atMs)[0];
      if (next === undefined) break;
      this.#tasks = this.#tasks.filter((task) => task !== next);
      this.#move(next.atMs - this.#machineMs);
      next.run();
    }
    this.#move(end - this.#machineMs);
  }

  /** Sets the wall clock, as a person or a time server does; the machine clock does not notice. */
  jump(byMs: DurationMs): void {
    this.#wall = after(this.#wall, byMs);
  }

  #move(byMs: number): void {
    this.#machineMs += byMs;
    this.#wall = after(this.#wall, milliseconds(byMs));
  }
}
