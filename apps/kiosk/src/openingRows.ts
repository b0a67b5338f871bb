import {
  type CalendarDate,
  type KioskConfiguration,
  type Language,
  type LocalTime,
  type Opening,
  type Weekday,
  weekdays,
} from '@okienko/shared';

type Hours = KioskConfiguration['specialDays'][number]['hours'];
/** Days that follow one another in a list and have the same hours. */
export type WeekRow = { readonly from: Weekday; readonly to: Weekday; readonly hours: Hours };
export type SpecialRow = { readonly dates: readonly CalendarDate[]; readonly hours: Hours };

/** The week as people read it, `poniedziałek – piątek` in one row, and Sunday last. */
export function weekRowsOf(openingHours: KioskConfiguration['openingHours']): readonly WeekRow[] {
  const rows: WeekRow[] = [];
  for (const day of weekdays) {
    const hours = openingHours[day];
    const last = rows.at(-1);
    if (last !== undefined && isSame(last.hours, hours)) rows[rows.length - 1] = { ...last, to: day };
    else rows.push({ from: day, to: day, hours });
  }
  return rows;
}

/** Special days with the same hours in the same month in one row: `24, 25 i 26 grudnia`. */
export function specialRowsOf(specialDays: KioskConfiguration['specialDays']): readonly SpecialRow[] {
  const rows: SpecialRow[] = [];
  for (const { date, hours } of specialDays) {
    const last = rows.at(-1);
    const isSameMonth = last?.dates[0]?.slice(0, 7) === date.slice(0, 7);
    if (last !== undefined && isSameMonth && isSame(last.hours, hours)) {
      rows[rows.length - 1] = { hours, dates: [...last.dates, date] };
    } else rows.push({ hours, dates: [date] });
  }
  return rows;
}

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
  return days[utc(date).getUTCDay()] ?? 'mon';
}

/** Days of one month as text, `24, 25 i 26 grudnia`. */
export function formatDates(dates: readonly CalendarDate[], language: Language): string {
  const locale = language === 'en' ? 'en-GB' : language;
  const dayAndMonth = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' });
  const parts = dates.map((date, index) =>
    index === dates.length - 1 ? dayAndMonth.format(utc(date)) : String(utc(date).getUTCDate()),
  );
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(parts);
}

function isSame(one: Hours, other: Hours): boolean {
  return one?.[0] === other?.[0] && one?.[1] === other?.[1];
}

function utc(date: CalendarDate): Date {
  return new Date(`${date}T00:00:00Z`);
}
