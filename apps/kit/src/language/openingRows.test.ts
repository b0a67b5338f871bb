import { calendarDateSchema, type LocalTime, localTimeSchema, parse, required } from '@okienko/shared';
import { describe, expect, it } from 'vitest';
import { formatDates, specialRowsOf, weekdayName, weekRowsOf } from './openingRows.ts';

const date = (text: string) => {
  const parsed = parse(calendarDateSchema, text);
  return required(parsed.isValid ? parsed.value : null, 'a date');
};
const time = (text: string): LocalTime => {
  const parsed = parse(localTimeSchema, text);
  return required(parsed.isValid ? parsed.value : null, 'a time');
};
const usual: [LocalTime, LocalTime] = [time('10:00'), time('18:00')];
const short: [LocalTime, LocalTime] = [time('10:00'), time('14:00')];

describe('opening hours as rows', () => {
  it('given a week, has days with the same hours in one row, Sunday last', () => {
    const week = { mon: usual, tue: usual, wed: usual, thu: usual, fri: usual, sat: short, sun: null };
    expect(weekRowsOf(week)).toEqual([
      { from: 'mon', to: 'fri', hours: usual },
      { from: 'sat', to: 'sat', hours: short },
      { from: 'sun', to: 'sun', hours: null },
    ]);
  });

  it('given special days, has those of one month with the same hours in one row', () => {
    const days = ['2026-12-24', '2026-12-25', '2027-01-01'].map((text) => ({ date: date(text), hours: null }));
    expect(specialRowsOf(days).map(({ dates }) => dates)).toEqual([['2026-12-24', '2026-12-25'], ['2027-01-01']]);
  });
});

describe('days in words', () => {
  it('given days that follow one another, is a range; given others, a list', () => {
    expect(formatDates(['2026-12-24', '2026-12-25', '2026-12-26'].map(date), 'pl')).toBe('24–26 grudnia');
    expect(formatDates(['2026-12-24', '2026-12-27'].map(date), 'pl')).toBe('24 i 27 grudnia');
    expect(formatDates(['2026-12-24', '2026-12-25'].map(date), 'en')).toBe('24–25 December');
    expect(formatDates([date('2026-12-31')], 'en')).toBe('31 December');
  });

  it('names a weekday long and short', () => {
    expect(weekdayName('wed', 'pl', 'long')).toBe('środa');
    expect(weekdayName('mon', 'en', 'short')).toBe('Mon');
    expect(weekdayName('sun', 'uk', 'long')).toBe('неділя');
  });
});
