import { type DurationMs, durationBetween, type Instant } from '@okienko/shared';

export type WaitState = 'ok' | 'near' | 'late';

/** From this part of the target on, a wait is near it. */
const nearPart = 0.8;

/** Whole minutes from `since` to `now`, never below zero: what the list shows. */
export function wholeMinutesBetween(since: Instant, now: Instant): number {
  return Math.max(0, Math.floor(durationBetween(since, now) / 60_000));
}

/**
 * How a wait of `waitedMinutes` stands against its target, both in whole minutes as they are shown, so that shape and
 * word never contradict the figures beside them: "15 / 15" is near its target, "16 / 15" is late.
 */
export function waitStateOf(waitedMinutes: number, targetMinutes: number): WaitState {
  if (waitedMinutes > targetMinutes) return 'late';
  return waitedMinutes >= targetMinutes * nearPart ? 'near' : 'ok';
}

/** A running time as `4:12`, or `1:04:12` from an hour on; never below zero. */
export function elapsedText(elapsedMs: DurationMs): string {
  const seconds = Math.max(0, Math.floor(elapsedMs / 1_000));
  const parts = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60];
  const shown = parts[0] === 0 ? parts.slice(1) : parts;
  return shown.map((part, index) => (index === 0 ? String(part) : String(part).padStart(2, '0'))).join(':');
}
