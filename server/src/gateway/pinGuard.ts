import {
  after,
  type BusinessClock,
  type DeviceId,
  type DurationMs,
  type MachineClock,
  milliseconds,
  minutes,
} from '@okienko/shared';
import { type ClerkPin, clerksWithPin } from './clerkPins.ts';
import type { IdentifiedClerk } from './sessions.ts';

const allowedTries = 5;
const lockedForMs = minutes(15);

/** The clock on the wall, and how many of its milliseconds pass in a real one. */
type BusinessTime = { readonly clock: BusinessClock; readonly rate: number };

type Misses = { readonly count: number; readonly lastAtMs: DurationMs };

/**
 * Checks PINs, and rests for 15 minutes after five wrong ones from one device: six digits are few to guess.
 *
 * Tries from one device are taken one after another, so that a hundred at once are no way around the count.
 */
export class PinGuard {
  readonly #clerks: readonly ClerkPin[];
  readonly #businessTime: BusinessTime;
  readonly #machineClock: MachineClock;
  readonly #misses = new Map<DeviceId, Misses>();
  readonly #queues = new Map<DeviceId, Promise<unknown>>();

  constructor(clerks: readonly ClerkPin[], businessTime: BusinessTime, machineClock: MachineClock) {
    this.#clerks = clerks;
    this.#businessTime = businessTime;
    this.#machineClock = machineClock;
  }

  /** The clerks with this PIN. Rejections: `WrongPin` with the tries left, `PinLocked` with the time of the next try. */
  identify(pin: string, deviceId: DeviceId): Promise<IdentifiedClerk> {
    const check = () => this.#identify(pin, deviceId);
    // A check that broke was answered to its own sender; it must not be the end of every later sign-in here.
    const mine = (this.#queues.get(deviceId) ?? Promise.resolve()).then(check, check);
    this.#queues.set(deviceId, mine);
    return mine;
  }

  async #identify(pin: string, deviceId: DeviceId): Promise<IdentifiedClerk> {
    const nowMs = this.#machineClock.nowMs();
    const { count, lastAtMs } = this.#missesOf(deviceId, nowMs);
    if (count >= allowedTries) {
      return {
        isKnown: false,
        rejection: { reason: 'PinLocked', until: this.#inReal(lockedForMs - (nowMs - lastAtMs)) },
      };
    }
    const clerkIds = await clerksWithPin(pin, this.#clerks);
    if (clerkIds.length > 0) {
      this.#misses.delete(deviceId);
      return { isKnown: true, clerkIds };
    }
    this.#misses.set(deviceId, { count: count + 1, lastAtMs: nowMs });
    return { isKnown: false, rejection: { reason: 'WrongPin', triesLeft: allowedTries - count - 1 } };
  }

  #missesOf(deviceId: DeviceId, nowMs: DurationMs): Misses {
    const misses = this.#misses.get(deviceId);
    return misses === undefined || nowMs - misses.lastAtMs >= lockedForMs ? { count: 0, lastAtMs: nowMs } : misses;
  }

  /** The rest is real time; what a clerk reads is business time, which may run faster. */
  #inReal(durationMs: number) {
    const { clock, rate } = this.#businessTime;
    return after(clock.now(), milliseconds(durationMs * rate));
  }
}
