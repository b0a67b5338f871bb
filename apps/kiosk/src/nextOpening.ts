import { formatDates } from '@okienko/kit';
import {
  type CalendarDate,
  type Language,
  type LocalTime,
  type Opening,
  type Weekday,
  weekdays,
} from '@okienko/shared';

export type NextOpening =
  | { readonly when: 'today'; readonly time: LocalTime }
  | { readonly when: 'tomorrow'; readonly day: Weekday; readonly time: LocalTime }
  | { readonly when: 'later'; readonly day: Weekday; readonly date: string; readonly time: LocalTime }
  | { readonly when: 'unknown' };

/** When the branch opens next, in the parts that a sentence of `language` needs. */
export function nextOpeningOf(opening: Extract<Opening, { state: 'closed' }>, language: Language): NextOpening {
  const { opensAt, isToday, isTomorrow } = opening;
  if (opensAt === null) return { when: 'unknown' };
  const { date, time } = opensAt;
  if (isToday) return { when: 'today', time };
  const day = weekdayOf(date);
  return isTomorrow
    ? { when: 'tomorrow', day, time }
    : { when: 'later', day, date: formatDates([date], language), time };
}

function weekdayOf(date: CalendarDate): Weekday {
  const days: readonly Weekday[] = ['sun', ...weekdays.slice(0, 6)];
  return days[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? 'mon';
}
