import { addDays, type CalendarDate, calendarDate } from '@okienko/shared';

/**
 * The days off work in Poland in a year, as calendar days in order.
 *
 * Source: the act of 18 January 1951 on days off work (ustawa o dniach wolnych od pracy), art. 1, with Epiphany since
 * 2011 and Christmas Eve since 2025. Sundays, which the act also names, are the week's business.
 */
export function polishHolidays(year: number): readonly CalendarDate[] {
  const easter = easterSunday(year);
  const fixed = ['01-01', '01-06', '05-01', '05-03', '08-15', '11-01', '11-11', '12-25', '12-26'];
  if (year >= 2025) fixed.push('12-24');
  const movable = [easter, addDays(easter, 1), addDays(easter, 49), addDays(easter, 60)];
  return [...fixed.map((day) => dateOf(year, day)), ...movable].toSorted();
}

/** Easter Sunday of the Gregorian calendar: the anonymous algorithm of 1876 (Meeus, Astronomical Algorithms, ch. 8). */
export function easterSunday(year: number): CalendarDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const day = ((h + l - 7 * m + 114) % 31) + 1;
  return dateOf(year, `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
}

function dateOf(year: number, monthAndDay: string): CalendarDate {
  return calendarDate(`${String(year).padStart(4, '0')}-${monthAndDay}`);
}
