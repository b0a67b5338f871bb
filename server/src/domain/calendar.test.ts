import { type Configuration, required } from '@okienko/shared';
import { describe, expect, it } from 'vitest';
import { hoursOn, openingAt, specialDaysFrom } from './calendar.ts';
import { dayOf, exampleConfiguration, exampleWithBranch, officeWith, warsaw } from './testing/exampleBranch.ts';

const office = officeWith();
const longDay = required(exampleConfiguration.branch.openingHours.mon, 'hours on Monday');
const hours = (date: string, configuration: Configuration = office) => hoursOn(configuration, dayOf(date));

describe('the hours of a day', () => {
  it.each([
    ['a Tuesday', '2026-11-24', ['10:00', '18:00']],
    ['a Saturday', '2026-11-28', ['10:00', '14:00']],
    ['a Sunday', '2026-11-29', null],
    ['a public holiday on a Wednesday', '2026-11-11', null],
    ['Corpus Christi, a Thursday', '2026-06-04', null],
    ['Assumption on a Saturday', '2026-08-15', null],
    ['a closed day', '2026-12-24', null],
    ['a special day', '2026-12-31', ['10:00', '14:00']],
    ['29 February', '2028-02-29', ['10:00', '18:00']],
  ])('given %s (%s), then %j', (_, date, expected) => {
    expect(hours(date)).toEqual(expected);
  });

  it('given a special day that is a closed day, a holiday and a Sunday too, then the special hours win', () => {
    const everything = officeWith({
      specialDays: { [dayOf('2026-11-01')]: longDay },
      closedDays: [dayOf('2026-11-01')],
    });
    expect(hours('2026-11-01', everything)).toEqual(longDay);
  });

  it('given a closed day on a working day, then it is closed', () => {
    expect(hours('2026-11-24', officeWith({ closedDays: [dayOf('2026-11-24')] }))).toBeNull();
  });

  it('given a holiday on a day of the week with hours, then the holiday wins', () => {
    expect(hours('2026-11-11', officeWith({ closedDays: [] }))).toBeNull();
  });

  it('given a branch that keeps no public holidays, then the week counts', () => {
    expect(hours('2026-11-11', officeWith({ publicHolidays: 'none' }))).toEqual(['10:00', '18:00']);
  });
});

describe('whether the branch is open', () => {
  const at = (date: string, time: string, configuration: Configuration = office) =>
    openingAt(configuration, warsaw(date, time));
  const opens = (date: string, time = '10:00') => ({ date, time, at: warsaw(date, time) });

  it('given a moment before the hours, then it opens today', () => {
    expect(at('2026-11-24', '09:59')).toEqual({
      state: 'closed',
      opensAt: opens('2026-11-24'),
      isToday: true,
      isTomorrow: false,
    });
  });

  it.each(['10:00', '17:59'])('given %s, then it is open until 18:00', (time) => {
    expect(at('2026-11-24', time)).toEqual({ state: 'open', closesAt: opens('2026-11-24', '18:00') });
  });

  it.each(['18:00', '23:59'])('given %s, then it opens tomorrow', (time) => {
    expect(at('2026-11-24', time)).toEqual({
      state: 'closed',
      opensAt: opens('2026-11-25'),
      isToday: false,
      isTomorrow: true,
    });
  });

  it.each([
    ['Christmas: two holidays, a holiday on Saturday, a Sunday', '2026-12-23', '18:00', '2026-12-28', '10:00'],
    ['a Saturday afternoon', '2026-11-28', '14:00', '2026-11-30', '10:00'],
    ['New Year on a Friday, after a short day', '2026-12-31', '14:00', '2027-01-02', '10:00'],
    ['Easter', '2026-04-04', '14:00', '2026-04-07', '10:00'],
    ['the night of the spring change', '2026-03-28', '14:00', '2026-03-30', '10:00'],
  ])('given %s, then the next opening is the right one', (_, date, time, nextDate, nextTime) => {
    expect(at(date, time)).toMatchObject({ state: 'closed', opensAt: opens(nextDate, nextTime), isTomorrow: false });
  });

  it('given the days of the clock changes, then hours are the wall’s hours', () => {
    const sundays = officeWith({ openingHours: { ...office.branch.openingHours, sun: longDay } });
    // 10:00 is 08:00Z in summer time and 09:00Z in winter time.
    expect(at('2026-03-29', '10:00', sundays).state).toBe('open');
    expect(openingAt(sundays, warsaw('2026-03-29', '09:59'))).toMatchObject({
      opensAt: { at: Date.UTC(2026, 2, 29, 8) },
    });
    expect(openingAt(sundays, warsaw('2026-10-25', '09:59'))).toMatchObject({
      opensAt: { at: Date.UTC(2026, 9, 25, 9) },
    });
  });

  it('given a branch that never opens, then no date is promised', () => {
    const openingHours = { mon: null, tue: null, wed: null, thu: null, fri: null, sat: null, sun: null };
    const never = officeWith({ openingHours, specialDays: {} });
    expect(at('2026-11-24', '12:00', never)).toEqual({
      state: 'closed',
      opensAt: null,
      isToday: false,
      isTomorrow: false,
    });
  });

  it('given a demo, then it is open at all hours', () => {
    expect(at('2026-12-25', '03:00', exampleConfiguration)).toEqual({ state: 'open', closesAt: null });
  });
});

describe('the days that differ from the week', () => {
  it('given the end of the year, then closed days, short days and holidays are told in order', () => {
    expect(specialDaysFrom(office, dayOf('2026-12-20'), 20)).toEqual([
      { date: '2026-12-24', hours: null },
      { date: '2026-12-25', hours: null },
      { date: '2026-12-26', hours: null },
      { date: '2026-12-31', hours: ['10:00', '14:00'] },
      { date: '2027-01-01', hours: null },
      { date: '2027-01-06', hours: null },
    ]);
  });

  it('given a holiday on a Sunday, which is closed anyway, then it is not told', () => {
    expect(specialDaysFrom(office, dayOf('2026-11-01'), 1)).toEqual([]);
  });

  it('given special hours that are the usual ones, then nothing is told', () => {
    const usual = exampleWithBranch({ specialDays: { [dayOf('2026-11-24')]: longDay } });
    expect(specialDaysFrom(usual, dayOf('2026-11-24'), 1)).toEqual([]);
  });

  it('given a number of days, then the first is told and the one after the last is not', () => {
    expect(specialDaysFrom(office, dayOf('2026-12-24'), 1)).toHaveLength(1);
    expect(specialDaysFrom(office, dayOf('2026-12-23'), 1)).toEqual([]);
  });
});
