import {
  addDays,
  type CalendarDate,
  type Configuration,
  type Instant,
  instantAt,
  localMoment,
  type Opening,
  type OpeningHours,
  weekdayOf,
} from '@okienko/shared';
import { polishHolidays } from './polishHolidays.ts';

/** How far ahead the next opening is looked for; a branch closed for longer says no date. */
const searchDays = 366;

/**
 * The opening hours of one calendar day, or null where the branch is closed.
 *
 * The nearer rule wins: a special day, then a closed day, then a public holiday, then the week.
 */
export function hoursOn(configuration: Configuration, date: CalendarDate): OpeningHours | null {
  const { branch } = configuration;
  const special = branch.specialDays[date];
  if (special !== undefined) return special;
  if (branch.closedDays.includes(date)) return null;
  if (branch.publicHolidays === 'poland' && polishHolidays(Number(date.slice(0, 4))).includes(date)) return null;
  return branch.openingHours[weekdayOf(date)];
}

/** Whether the branch is open at this moment, until when, or when it opens next. A demo is always open. */
export function openingAt(configuration: Configuration, now: Instant): Opening {
  const { timeZone } = configuration.branch;
  if (configuration.demo) return { state: 'open', closesAt: null };
  const today = localMoment(now, timeZone).date;
  for (let ahead = 0; ahead <= searchDays; ahead += 1) {
    const date = addDays(today, ahead);
    const hours = hoursOn(configuration, date);
    if (hours === null) continue;
    const [opens, closes] = hours;
    const opensAt = instantAt(date, opens, timeZone);
    const closesAt = instantAt(date, closes, timeZone);
    if (now < opensAt) {
      const next = { date, at: opensAt, time: opens };
      return { state: 'closed', opensAt: next, isToday: ahead === 0, isTomorrow: ahead === 1 };
    }
    if (now < closesAt) return { state: 'open', closesAt: { date, at: closesAt, time: closes } };
  }
  return { state: 'closed', opensAt: null, isToday: false, isTomorrow: false };
}

/** The days from `from` on, within `days`, on which the branch keeps other hours than its week says, in order. */
export function specialDaysFrom(
  configuration: Configuration,
  from: CalendarDate,
  days: number,
): readonly { readonly date: CalendarDate; readonly hours: OpeningHours | null }[] {
  const found: { date: CalendarDate; hours: OpeningHours | null }[] = [];
  for (let ahead = 0; ahead < days; ahead += 1) {
    const date = addDays(from, ahead);
    const hours = hoursOn(configuration, date);
    const usual = configuration.branch.openingHours[weekdayOf(date)];
    if (hours?.[0] !== usual?.[0] || hours?.[1] !== usual?.[1]) found.push({ date, hours });
  }
  return found;
}
