import { type BoardConfiguration, type CalendarDate, type Language, type Weekday, weekdays } from '@okienko/shared';

type Hours = BoardConfiguration['specialDays'][number]['hours'];
/** Days that follow one another in a list and have the same hours. */
export type WeekRow = { readonly from: Weekday; readonly to: Weekday; readonly hours: Hours };
export type SpecialRow = { readonly dates: readonly CalendarDate[]; readonly hours: Hours };

/** The week as people read it, `poniedziałek – piątek` in one row, and Sunday last. */
export function weekRowsOf(openingHours: BoardConfiguration['openingHours']): readonly WeekRow[] {
  const rows: WeekRow[] = [];
  for (const day of weekdays) {
    const hours = openingHours[day];
    const last = rows.at(-1);
    if (last !== undefined && isSame(last.hours, hours)) rows[rows.length - 1] = { ...last, to: day };
    else rows.push({ from: day, to: day, hours });
  }
  return rows;
}

/** Special days with the same hours in the same month in one row, in their order. */
export function specialRowsOf(specialDays: BoardConfiguration['specialDays']): readonly SpecialRow[] {
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

/** Days of one month as text: `24–26 grudnia` where they follow one another, else `24, 27 i 31 grudnia`. */
export function formatDates(dates: readonly CalendarDate[], language: Language): string {
  const locale = language === 'en' ? 'en-GB' : language;
  const dayAndMonth = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' });
  const [first, last] = [dates[0], dates.at(-1)];
  if (first !== undefined && last !== undefined && dates.length > 1 && areConsecutive(dates)) {
    // The house sets ranges without spaces; some languages' own rules put thin ones.
    return dayAndMonth.formatRange(utc(first), utc(last)).replace(/\s*–\s*/u, '–');
  }
  const parts = dates.map((date, index) =>
    index === dates.length - 1 ? dayAndMonth.format(utc(date)) : String(utc(date).getUTCDate()),
  );
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(parts);
}

/** The name of a weekday, `środa` or `śr.`. */
export function weekdayName(day: Weekday, language: Language, width: 'long' | 'short'): string {
  const locale = language === 'en' ? 'en-GB' : language;
  // 5 January 1970 was a Monday.
  const date = new Date(Date.UTC(1970, 0, 5 + weekdays.indexOf(day)));
  return new Intl.DateTimeFormat(locale, { weekday: width, timeZone: 'UTC' }).format(date);
}

function areConsecutive(dates: readonly CalendarDate[]): boolean {
  const dayMs = 86_400_000;
  const [first] = dates;
  return first !== undefined && dates.every((date, index) => +utc(date) === +utc(first) + index * dayMs);
}

function isSame(one: Hours, other: Hours): boolean {
  return one?.[0] === other?.[0] && one?.[1] === other?.[1];
}

function utc(date: CalendarDate): Date {
  return new Date(`${date}T00:00:00Z`);
}
