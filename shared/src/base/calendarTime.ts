import { Temporal } from 'temporal-polyfill';
import { type CalendarDate, type Instant, type LocalTime, type Weekday, weekdays } from './time.ts';
import { required } from './assert.ts';

/**
 * The business day that contains `at`: from the rollover hour, local time, to the next one.
 *
 * Compared are instants and not wall times: in the hour that autumn repeats, a day must not end a second time.
 */
export function businessDateOf(at: Instant, timeZone: string, rollover: LocalTime): CalendarDate {
  const { date } = localMoment(at, timeZone);
  return at < instantAt(date, rollover, timeZone) ? addDays(date, -1) : date;
}

/** The calendar day and wall time (minutes, cut) of `at` in a zone. */
export function localMoment(at: Instant, timeZone: string): { readonly date: CalendarDate; readonly time: LocalTime } {
  const local = zoned(at, timeZone);
  return {
    date: local.toPlainDate().toString() as CalendarDate,
    time: local.toPlainTime().toString({ smallestUnit: 'minute' }) as LocalTime,
  };
}

/** The instant of a wall time: of one that autumn repeats the first, of one that spring skips as much later as it skips. */
export function instantAt(date: CalendarDate, time: LocalTime, timeZone: string): Instant {
  const local = Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(timeZone, {
    disambiguation: 'compatible',
  });
  return local.epochMilliseconds as Instant;
}

/** The day `days` after `date` (before it where negative). */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return Temporal.PlainDate.from(date).add({ days }).toString() as CalendarDate;
}

/** Monday to Sunday of a calendar day. */
export function weekdayOf(date: CalendarDate): Weekday {
  return required(weekdays[Temporal.PlainDate.from(date).dayOfWeek - 1], 'the weekday');
}

/** True for a day that the calendar has: 2026-02-30 is none. */
export function isCalendarDate(text: string): boolean {
  if (!/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(text)) return false;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** True where the runtime knows the time zone by this IANA name. */
export function isTimeZone(name: string): boolean {
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name).timeZoneId.length > 0;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function zoned(at: Instant, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
}
