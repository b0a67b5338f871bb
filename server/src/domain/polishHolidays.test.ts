import { describe, expect, it } from 'vitest';
import { easterSunday, polishHolidays } from './polishHolidays.ts';

describe('Polish public holidays', () => {
  it.each([
    [
      2026,
      [
        ['2026-01-01', 'New Year'],
        ['2026-01-06', 'Epiphany'],
        ['2026-04-05', 'Easter Sunday'],
        ['2026-04-06', 'Easter Monday'],
        ['2026-05-01', 'Labour Day'],
        ['2026-05-03', 'Constitution Day'],
        ['2026-05-24', 'Pentecost'],
        ['2026-06-04', 'Corpus Christi'],
        ['2026-08-15', 'Assumption'],
        ['2026-11-01', 'All Saints'],
        ['2026-11-11', 'Independence Day'],
        ['2026-12-24', 'Christmas Eve'],
        ['2026-12-25', 'Christmas'],
        ['2026-12-26', 'second day of Christmas'],
      ],
    ],
    [
      2027,
      [
        ['2027-01-01', 'New Year'],
        ['2027-01-06', 'Epiphany'],
        ['2027-03-28', 'Easter Sunday'],
        ['2027-03-29', 'Easter Monday'],
        ['2027-05-01', 'Labour Day'],
        ['2027-05-03', 'Constitution Day'],
        ['2027-05-16', 'Pentecost'],
        ['2027-05-27', 'Corpus Christi'],
        ['2027-08-15', 'Assumption'],
        ['2027-11-01', 'All Saints'],
        ['2027-11-11', 'Independence Day'],
        ['2027-12-24', 'Christmas Eve'],
        ['2027-12-25', 'Christmas'],
        ['2027-12-26', 'second day of Christmas'],
      ],
    ],
  ])('given %d, then they are exactly these days', (year, days) => {
    expect(polishHolidays(year)).toEqual(days.map(([date]) => date));
  });

  it('given a year before Christmas Eve was free, then it is a working day', () => {
    expect(polishHolidays(2024)).not.toContain('2024-12-24');
    expect(polishHolidays(2025)).toContain('2025-12-24');
  });
});

describe('Easter Sunday', () => {
  // Well-known dates, among them the earliest and latest possible (22 March, 25 April) and the exceptions of the rule.
  it.each([
    '1900-04-15',
    '1913-03-23',
    '1943-04-25',
    '1954-04-18',
    '1961-04-02',
    '1981-04-19',
    '1999-04-04',
    '2000-04-23',
    '2008-03-23',
    '2011-04-24',
    '2016-03-27',
    '2019-04-21',
    '2020-04-12',
    '2021-04-04',
    '2022-04-17',
    '2023-04-09',
    '2024-03-31',
    '2025-04-20',
    '2026-04-05',
    '2027-03-28',
    '2028-04-16',
    '2029-04-01',
    '2030-04-21',
    '2035-03-25',
    '2038-04-25',
    '2049-04-18',
    '2076-04-19',
    '2099-04-12',
    '1818-03-22',
  ])('is on %s', (date) => {
    expect(easterSunday(Number(date.slice(0, 4)))).toBe(date);
  });

  it('given any year of two centuries, then it is a Sunday between 22 March and 25 April', () => {
    for (let year = 1900; year <= 2099; year += 1) {
      const date = easterSunday(year);
      expect(new Date(`${date}T00:00:00Z`).getUTCDay(), date).toBe(0);
      expect(date >= `${year}-03-22` && date <= `${year}-04-25`, date).toBe(true);
    }
  });
});
