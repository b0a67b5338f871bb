import { boardConfigurationSchema, parse, required } from '@okienko/shared';
import { translatorOf } from '@okienko/shared/text';
import { describe, expect, it } from 'vitest';
import { specialDaysSentence } from './specialDaysSentence.ts';
import { configuration } from '@okienko/shared/testing/boardCalls';

const specialDaysOf = (days: readonly { readonly date: string; readonly hours: readonly string[] | null }[]) => {
  const parsed = parse(boardConfigurationSchema, { ...configuration, specialDays: days });
  return required(parsed.isValid ? parsed.value : null, 'a configuration').specialDays;
};

describe('the days that differ from the week', () => {
  it('given more than fit, are the next two rows in one sentence', () => {
    const days = specialDaysOf([
      { date: '2026-12-24', hours: null },
      { date: '2026-12-25', hours: null },
      { date: '2026-12-26', hours: null },
      { date: '2026-12-31', hours: ['10:00', '14:00'] },
      { date: '2027-01-01', hours: null },
    ]);
    expect(specialDaysSentence(days, 'pl', translatorOf('pl'))).toBe(
      '24–26 grudnia nieczynne, 31 grudnia 10:00–14:00.',
    );
  });

  it('given none, are no sentence', () => {
    expect(specialDaysSentence([], 'pl', translatorOf('pl'))).toBe('');
  });
});
