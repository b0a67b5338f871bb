import { randomBytes } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import {
  type BusinessClock,
  type Instant,
  instantOf,
  type MachineClock,
  milliseconds,
  uuidRandomBytes,
  uuidV7,
} from '@okienko/shared';

/** Another time for a demo: where its business clock starts (null: now), and how much faster than real it runs. */
export type ClockSettings = { readonly startAt: Instant | null; readonly rate: number };

/** The clock that stamps what the branch does, and its business milliseconds in a real one. */
export type BusinessTime = { readonly clock: BusinessClock; readonly rate: number };

/** The wall clock of this machine. */
export const wallClock: BusinessClock = { now: () => instantOf(Date.now()) };

/** The monotonic clock of this process; a pending task does not keep the process alive. */
export const processClock: MachineClock = {
  nowMs: () => milliseconds(performance.now()),
  schedule: (delayMs, task) => {
    const timer = setTimeout(task, delayMs);
    timer.unref();
    return () => clearTimeout(timer);
  },
};

/**
 * The business time that the settings ask for: the wall's, or one that starts elsewhere and runs faster.
 *
 * An accelerated one is carried by the machine clock alone, so that the two cannot drift apart in a replay.
 */
export function businessTimeOf(
  settings: ClockSettings | null,
  machineClock: MachineClock = processClock,
): BusinessTime {
  if (settings === null) return { clock: wallClock, rate: 1 };
  const { startAt, rate } = settings;
  const startInstant = startAt ?? wallClock.now();
  const startMs = machineClock.nowMs();
  return { rate, clock: { now: () => instantOf(startInstant + (machineClock.nowMs() - startMs) * rate) } };
}

/** A new id that sorts by its time of making, as a UUID of version 7. */
export function newUuid(): string {
  return uuidV7(Date.now(), randomBytes(uuidRandomBytes));
}
