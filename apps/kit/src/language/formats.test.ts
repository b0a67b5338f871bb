import { instantOf } from '@okienko/shared';
import { translatorOf } from '@okienko/shared/text';
import { describe, expect, it } from 'vitest';
import { formatDate, formatMinutesRange, formatTime, formatTimeWithSeconds, weekdayAt } from './formats.ts';

const moment = instantOf(Date.parse('2026-11-24T13:05:07Z'));
const zone = 'Europe/Warsaw';

describe('times of the branch', () => {
  it('given an instant, are its wall time in 24 hours in every language', () => {
    expect(formatTime(moment, zone, 'pl')).toBe('14:05');
    expect(formatTime(moment, zone, 'en')).toBe('14:05');
    expect(formatTimeWithSeconds(moment, zone, 'uk')).toBe('14:05:07');
    expect(formatTime(instantOf(Date.parse('2026-11-24T23:30:00Z')), zone, 'en')).toBe('00:30');
  });

  it('given an instant, name its day without the year', () => {
    expect(formatDate(moment, zone, 'pl')).toBe('wtorek, 24 listopada');
    expect(formatDate(moment, zone, 'en')).toMatch(/^Tuesday,? 24 November$/);
    expect(formatDate(moment, zone, 'uk')).toBe('вівторок, 24 листопада');
    expect(weekdayAt(moment, zone)).toBe('tue');
  });
});

describe('a range of minutes', () => {
  const text = translatorOf('pl');
  it('given two ends, has an en dash without spaces', () => {
    expect(formatMinutesRange(text, { fromMinutes: 15, toMinutes: 25 })).toBe('15–25 min');
  });
  it('given one value, is one value', () => {
    expect(formatMinutesRange(text, { fromMinutes: 5, toMinutes: 5 })).toBe('5 min');
  });
});
