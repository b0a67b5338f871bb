import { after, type DurationMs, type Instant, type MachineClock, milliseconds } from '@okienko/shared';
import type { VirtualTime } from './virtualTime.ts';

/**
 * One computer of the world: a wall clock that somebody may set, a monotonic clock that stands still while it sleeps,
 * and work that ends with the process that began it.
 */
export class Machine {
  readonly #time: VirtualTime;
  readonly #startedAt: Instant;
  #wallOffsetMs = 0;
  #sleptMs = 0;
  #asleepSinceMs: number | null = null;
  #process = 0;
  #woken: (() => void)[] = [];

  constructor(time: VirtualTime, startedAt: Instant) {
    this.#time = time;
    this.#startedAt = startedAt;
  }

  readonly wall = { now: (): Instant => after(this.#startedAt, milliseconds(this.#time.nowMs() + this.#wallOffsetMs)) };

  readonly clock: MachineClock = {
    nowMs: () => milliseconds((this.#asleepSinceMs ?? this.#time.nowMs()) - this.#sleptMs),
    schedule: (delayMs, task) => this.run(delayMs, task),
  };

  isAsleep(): boolean {
    return this.#asleepSinceMs !== null;
  }

  /** Sets the wall clock, as a person or a time server does. */
  jump(byMs: DurationMs): void {
    this.#wallOffsetMs += byMs;
  }

  /** Runs a task of the running process after a while; a sleeping machine runs it when it wakes, a dead process never. */
  run(delayMs: number, task: () => void): () => void {
    const process = this.#process;
    let isCancelled = false;
    const attempt = () => {
      if (isCancelled || process !== this.#process) return;
      if (this.isAsleep()) this.#woken.push(attempt);
      else task();
    };
    this.#time.schedule(delayMs, attempt);
    return () => {
      isCancelled = true;
    };
  }

  /** The process ends at once; nothing that it had planned happens any more. */
  endProcess(): void {
    this.#process += 1;
    this.#woken = [];
  }

  sleep(): void {
    this.#asleepSinceMs ??= this.#time.nowMs();
  }

  wake(): void {
    if (this.#asleepSinceMs === null) return;
    this.#sleptMs += this.#time.nowMs() - this.#asleepSinceMs;
    this.#asleepSinceMs = null;
    for (const attempt of this.#woken.splice(0)) attempt();
  }
}
