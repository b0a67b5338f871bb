import {
  calendarDateSchema,
  type Configuration,
  type Instant,
  instantAt,
  localTimeSchema,
  required,
} from '@okienko/shared';
import type { Chance } from './chance.ts';

type Hours = readonly [open: string, close: string];
type Moment = {
  readonly date: string;
  readonly time: string;
  readonly rollover: string;
  /** Opening hours of every day; the rollover may be their end, but not within them. */
  readonly hours: Hours;
};

const allDay: Hours = ['00:00', '23:59'];

/**
 * Moments that days go wrong at: the rollover, midnight, both changes of the clock, a year's end, a leap day, and an
 * ordinary morning. In all of them the branch is open, so that a day ends with people in every state.
 */
const moments: readonly Moment[] = [
  { date: '2026-11-24', time: '10:30', rollover: '04:00', hours: ['04:00', '23:59'] },
  { date: '2026-11-25', time: '03:57', rollover: '04:00', hours: ['00:00', '04:00'] },
  { date: '2026-11-24', time: '23:57', rollover: '00:00', hours: allDay },
  { date: '2026-12-31', time: '23:57', rollover: '00:00', hours: allDay },
  { date: '2028-02-28', time: '23:58', rollover: '00:00', hours: allDay },
  { date: '2028-02-29', time: '23:58', rollover: '00:00', hours: allDay },
  // Autumn: at 03:00 it is 02:00 again. Once within a day, once just after the hour at which a day ended.
  { date: '2026-10-25', time: '02:57', rollover: '00:00', hours: allDay },
  { date: '2026-10-25', time: '02:57', rollover: '02:59', hours: ['00:00', '02:59'] },
  // Spring: after 01:59 comes 03:00. Once within a day, once where the rollover is the hour that does not exist.
  { date: '2026-03-29', time: '01:57', rollover: '00:00', hours: allDay },
  { date: '2026-03-29', time: '01:57', rollover: '02:00', hours: ['00:00', '02:00'] },
];

/** When a world begins, and how the branch's hours lie around it. */
export type Calendar = { readonly startsAt: Instant; readonly branch: Configuration['branch'] };

/** Draws a moment; a few branches keep the hours that they have, and are closed at most of them. */
export function drawCalendar(chance: Chance, branch: Configuration['branch']): Calendar {
  const { date, time, rollover, hours } = required(chance.pick(moments), 'a moment');
  const startsAt = instantAt(calendarDateSchema.parse(date), localTimeSchema.parse(time), branch.timeZone);
  return { startsAt, branch: chance.isLucky(0.1) ? branch : openDaily(branch, rollover, hours) };
}

function openDaily(branch: Configuration['branch'], rollover: string, hours: Hours): Configuration['branch'] {
  const [open, close] = hours;
  const daily = [localTimeSchema.parse(open), localTimeSchema.parse(close)] as const;
  return {
    ...branch,
    openingHours: { mon: daily, tue: daily, wed: daily, thu: daily, fri: daily, sat: daily, sun: daily },
    closedDays: [],
    specialDays: {},
    publicHolidays: 'none',
    dayRollover: localTimeSchema.parse(rollover),
  };
}
