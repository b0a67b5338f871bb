import { type DurationMs, type Instant, milliseconds } from '@okienko/shared';

/** A replayed day is not repainted more often: nobody reads a clock faster, and the machine has a day to play. */
const shortestReplayDelayMs = 100;

/** How long, in real time, until business time that runs at `clockRate` comes to the next whole multiple of `everyMs`. */
export function repaintDelay(now: Instant, everyMs: number, clockRate: number): DurationMs {
  const delayMs = (everyMs - (now % everyMs)) / clockRate;
  return milliseconds(clockRate > 1 ? Math.max(shortestReplayDelayMs, delayMs) : delayMs);
}
