import { describe, expect, it } from 'vitest';
import {
  after,
  calendarDate,
  durationBetween,
  instantOf,
  instantSchema,
  localTimeSchema,
  milliseconds,
  minutes,
  seconds,
} from './time.ts';

describe('instants and durations', () => {
  it('given units, then all are milliseconds', () => {
    expect([milliseconds(7), seconds(2), minutes(3)]).toEqual([7, 2_000, 180_000]);
  });

  it('given an instant and a duration, then later, earlier and between fit together', () => {
    const start = instantOf(1_000);
    expect(after(start, seconds(2))).toBe(3_000);
    expect(durationBetween(start, after(start, minutes(1)))).toBe(60_000);
    expect(durationBetween(after(start, minutes(1)), start)).toBe(-60_000);
  });

  it('given a clock with fractions, then an instant is whole milliseconds', () => {
    expect(instantOf(1_000.6)).toBe(1_001);
  });

  it('given a day that our own arithmetic made, then it is that day', () => {
    expect(calendarDate('2026-11-24')).toBe('2026-11-24');
  });
});

describe('times from outside', () => {
  it.each(['00:00', '09:59', '10:00', '23:59'])('given %s, then it is a wall time', (text) => {
    expect(localTimeSchema.safeParse(text).success).toBe(true);
  });

  it.each(['24:00', '9:00', '10:60', '10:00:00', ' 10:00', '10.00', '', 1_000, null])(
    'given %j, then it is none',
    (text) => {
      expect(localTimeSchema.safeParse(text).success).toBe(false);
    },
  );

  it.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, '0', null])('given %s, then it is no instant', (value) => {
    expect(instantSchema.safeParse(value).success).toBe(false);
  });
});
