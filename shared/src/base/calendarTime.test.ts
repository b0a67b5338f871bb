import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  businessDateOf,
  instantAt,
  isCalendarDate,
  isTimeZone,
  localMoment,
  weekdayOf,
} from './calendarTime.ts';
import { calendarDateSchema, instantOf, localTimeSchema } from './time.ts';

const zone = 'Europe/Warsaw';
const day = (text: string) => calendarDateSchema.parse(text);
const time = (text: string) => localTimeSchema.parse(text);
const utc = (text: string) => instantOf(Date.parse(text));
const four = time('04:00');

describe('the business day', () => {
  it.each([
    ['the middle of a day', '2026-11-24T13:05:00Z', '2026-11-24'],
    ['just before the rollover', '2026-11-24T02:59:59.999Z', '2026-11-23'],
    ['the rollover itself', '2026-11-24T03:00:00Z', '2026-11-24'],
    ['midnight', '2026-11-23T23:00:00Z', '2026-11-23'],
    ["New Year's Eve after midnight", '2026-12-31T23:30:00Z', '2026-12-31'],
    ['New Year in the morning', '2027-01-01T03:00:00Z', '2027-01-01'],
    ['29 February before the rollover of 1 March', '2028-03-01T02:30:00Z', '2028-02-29'],
    ['1 March in a year without 29 February', '2027-03-01T03:00:00Z', '2027-03-01'],
    ['spring forward: a day of 23 hours ends an hour early', '2026-03-29T01:59:00Z', '2026-03-28'],
    ['spring forward: 04:00 is summer time', '2026-03-29T02:00:00Z', '2026-03-29'],
    ['fall back: the second half past two', '2026-10-25T01:30:00Z', '2026-10-24'],
    ['fall back: 03:59 is winter time', '2026-10-25T02:59:00Z', '2026-10-24'],
    ['fall back: 04:00 is winter time', '2026-10-25T03:00:00Z', '2026-10-25'],
  ])('given %s (%s), then it is %s', (_, at, expected) => {
    expect(businessDateOf(utc(at), zone, four)).toBe(expected);
  });

  it('given a rollover within the hour that autumn repeats, then the day turns once and never back', () => {
    const rollover = time('02:30');
    const days = ['00:29', '00:30', '00:59', '01:00', '01:29', '01:30', '02:00'].map((hour) =>
      businessDateOf(utc(`2026-10-25T${hour}:00Z`), zone, rollover),
    );
    expect(days).toEqual(['2026-10-24', ...Array<string>(6).fill('2026-10-25')]);
  });

  it('given any rollover and any later moment, then the business day never goes back', () => {
    const moment = fc.integer({ min: Date.UTC(2026, 0), max: Date.UTC(2028, 0) });
    const hour = fc.integer({ min: 0, max: 23 }).map((value) => time(`${String(value).padStart(2, '0')}:30`));
    fc.assert(
      fc.property(moment, fc.nat({ max: 90_000_000 }), hour, (at, laterMs, rollover) => {
        const [before, after] = [at, at + laterMs].map((ms) => businessDateOf(instantOf(ms), zone, rollover));
        expect(String(after) >= String(before)).toBe(true);
      }),
    );
  });

  it('given any moment, then it lies between the rollovers of its business day and the next', () => {
    const moment = fc.integer({ min: Date.UTC(2026, 0), max: Date.UTC(2028, 0) });
    fc.assert(
      fc.property(moment, (at) => {
        const date = businessDateOf(instantOf(at), zone, four);
        expect(instantAt(date, four, zone)).toBeLessThanOrEqual(at);
        expect(instantAt(addDays(date, 1), four, zone)).toBeGreaterThan(at);
      }),
    );
  });
});

describe('wall time', () => {
  it('given both sides of a clock change, then the wall says what it says', () => {
    expect(localMoment(utc('2026-03-29T00:59:59Z'), zone)).toEqual({ date: '2026-03-29', time: '01:59' });
    expect(localMoment(utc('2026-03-29T01:00:00Z'), zone)).toEqual({ date: '2026-03-29', time: '03:00' });
    expect(localMoment(utc('2026-10-25T00:30:00Z'), zone)).toEqual({ date: '2026-10-25', time: '02:30' });
    expect(localMoment(utc('2026-10-25T01:30:00Z'), zone)).toEqual({ date: '2026-10-25', time: '02:30' });
  });

  it.each([
    ['2026-11-24', '10:00', '2026-11-24T09:00:00Z'],
    ['2026-07-01', '10:00', '2026-07-01T08:00:00Z'],
    ['2026-03-29', '02:30', '2026-03-29T01:30:00Z'],
    ['2026-10-25', '02:30', '2026-10-25T00:30:00Z'],
    ['2028-02-29', '00:00', '2028-02-28T23:00:00Z'],
  ])('given %s %s, then it is the instant %s', (date, wall, expected) => {
    expect(instantAt(day(date), time(wall), zone)).toBe(utc(expected));
  });

  it('given any day and hour that the wall shows, then its instant shows it again', () => {
    const days = fc.integer({ min: 0, max: 730 }).map((ahead) => addDays(day('2026-01-01'), ahead));
    fc.assert(
      fc.property(days, fc.integer({ min: 3, max: 23 }), fc.integer({ min: 0, max: 59 }), (date, hour, minute) => {
        const wall = time(`${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
        expect(localMoment(instantAt(date, wall, zone), zone)).toEqual({ date, time: wall });
      }),
    );
  });
});

describe('days of the calendar', () => {
  it.each([
    ['2026-12-31', 1, '2027-01-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2027-02-28', 1, '2027-03-01'],
    ['2026-03-01', -1, '2026-02-28'],
    ['2026-03-28', 2, '2026-03-30'],
  ])('given %s and %d days, then %s', (date, days, expected) => {
    expect(addDays(day(date), days)).toBe(expected);
  });

  it('given a week, then its weekdays from Monday on', () => {
    const week = [0, 1, 2, 3, 4, 5, 6].map((ahead) => weekdayOf(addDays(day('2026-11-23'), ahead)));
    expect(week).toEqual(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']);
  });

  it.each([
    ['2026-02-28', true],
    ['2028-02-29', true],
    ['2026-02-29', false],
    ['2026-13-01', false],
    ['2026-00-10', false],
    ['2026-1-1', false],
    ['2026-11-24T10:00', false],
    ['tomorrow', false],
    ['', false],
  ])('given "%s", then that it is a day is %s', (text, expected) => {
    expect(isCalendarDate(text)).toBe(expected);
  });

  it.each([
    ['Europe/Warsaw', true],
    ['UTC', true],
    ['Europe/Krakow', false],
    ['', false],
    ['../etc/passwd', false],
  ])('given the zone "%s", then that it is known is %s', (name, expected) => {
    expect(isTimeZone(name)).toBe(expected);
  });
});
