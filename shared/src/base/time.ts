import { z } from 'zod/mini';
import type { Brand } from './ids.ts';

/** Milliseconds since 1970-01-01T00:00Z on the business clock. */
export type Instant = Brand<number, 'Instant'>;
/** A length of time in milliseconds. */
export type DurationMs = Brand<number, 'DurationMs'>;
/** A day of the branch's calendar, `2026-11-24`. */
export type CalendarDate = Brand<string, 'CalendarDate'>;
/** A wall time in the branch's zone, `10:00`. */
export type LocalTime = Brand<string, 'LocalTime'>;

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

/** A clock that stamps events: wall time, possibly accelerated for replays. */
export type BusinessClock = { readonly now: () => Instant };
/** A clock that only moves forward at real speed: age, heartbeat, timeouts, printing. */
export type MachineClock = {
  readonly nowMs: () => DurationMs;
  /** Runs `task` once after `delayMs`; the result cancels it. */
  readonly schedule: (delayMs: DurationMs, task: () => void) => () => void;
};

export const instantSchema = z.pipe(
  z.int().check(z.gte(0)),
  z.transform((value) => value as Instant),
);
export const localTimeSchema = z.pipe(
  z.string().check(z.regex(/^([01][0-9]|2[0-3]):[0-5][0-9]$/, 'expected a time such as 10:00')),
  z.transform((text) => text as LocalTime),
);
export const calendarDateSchema = z.pipe(
  z.string().check(z.regex(/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/, 'expected a day such as 2026-11-24')),
  z.transform((text) => text as CalendarDate),
);

/** Brands whole milliseconds since the epoch, as a clock gives them. */
export function instantOf(epochMs: number): Instant {
  return Math.round(epochMs) as Instant;
}

/** Brands a number of milliseconds. */
export function milliseconds(value: number): DurationMs {
  return value as DurationMs;
}

/** Minutes as a duration. */
export function minutes(value: number): DurationMs {
  return (value * 60_000) as DurationMs;
}

/** Seconds as a duration. */
export function seconds(value: number): DurationMs {
  return (value * 1_000) as DurationMs;
}

/** From `earlier` to `later`; negative where they are the other way round. */
export function durationBetween(earlier: Instant, later: Instant): DurationMs {
  return (later - earlier) as DurationMs;
}

/** The instant `duration` after `instant`. */
export function after(instant: Instant, duration: DurationMs): Instant {
  return (instant + duration) as Instant;
}

/** Brands a day that our own calendar arithmetic made. */
export function calendarDate(text: `${string}-${string}`): CalendarDate {
  return text as CalendarDate;
}
