import { calendarDateSchema, instantSchema, localTimeSchema } from '@okienko/shared';
import { describe, expect, it } from 'vitest';
import { nextOpeningOf } from './nextOpening.ts';

describe('the next opening', () => {
  const opensAt = {
    date: calendarDateSchema.parse('2026-11-25'),
    at: instantSchema.parse(0),
    time: localTimeSchema.parse('10:00'),
  };
  const closed = { state: 'closed', opensAt, isToday: false, isTomorrow: false } as const;

  it('given today, tomorrow, later or never, then what a sentence needs', () => {
    expect(nextOpeningOf({ ...closed, isToday: true }, 'pl')).toEqual({ when: 'today', time: '10:00' });
    expect(nextOpeningOf({ ...closed, isTomorrow: true }, 'pl')).toEqual({
      when: 'tomorrow',
      day: 'wed',
      time: '10:00',
    });
    expect(nextOpeningOf(closed, 'pl')).toEqual({ when: 'later', day: 'wed', date: '25 listopada', time: '10:00' });
    expect(nextOpeningOf({ ...closed, opensAt: null }, 'pl')).toEqual({ when: 'unknown' });
  });
});
