import { after, type DurationMs, type Instant, type MachineClock, milliseconds, type Replica } from '@okienko/shared';
import { changed } from './changed.ts';

/** Looked at again after so long although nothing is due: the server corrects its time with each heartbeat. */
const longestSleepMs = 1_000;
const shortestSleepMs = 1;

/** Business time as the server tells it, to wait by. */
export class Timeline {
  readonly #replica: Pick<Replica<null, null>, 'now' | 'state' | 'onChange'>;
  readonly #machineClock: MachineClock;

  constructor(replica: Pick<Replica<null, null>, 'now' | 'state' | 'onChange'>, machineClock: MachineClock) {
    this.#replica = replica;
    this.#machineClock = machineClock;
  }

  /** Resolves when the server's time has come to `instant`: at once where it is past. */
  async reach(instant: Instant): Promise<void> {
    for (;;) {
      const now = await this.now();
      if (now >= instant) return;
      const sleepMs = (instant - now) / this.#replica.state().clockRate;
      await this.#sleep(milliseconds(Math.min(longestSleepMs, Math.max(shortestSleepMs, sleepMs))));
    }
  }

  /** Resolves when so much business time has passed. */
  async pass(duration: DurationMs): Promise<void> {
    await this.reach(after(await this.now(), duration));
  }

  /** The server's time, as soon as it has told one. */
  async now(): Promise<Instant> {
    for (;;) {
      const now = this.#replica.now();
      if (now !== null) return now;
      await changed(this.#replica);
    }
  }

  #sleep(durationMs: DurationMs): Promise<void> {
    return new Promise((resolve) => void this.#machineClock.schedule(durationMs, resolve));
  }
}
