import type { Instant, Language, WaitRange } from '@okienko/shared';
import type { Translate } from '@okienko/shared/text';

const locales: Readonly<Record<Language, string>> = { pl: 'pl-PL', en: 'en-GB', uk: 'uk-UA' };
const kept = new Map<string, Intl.DateTimeFormat>();

function format(
  kind: string,
  language: Language,
  timeZone: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = `${kind} ${language} ${timeZone}`;
  const made = kept.get(key) ?? new Intl.DateTimeFormat(locales[language], { ...options, timeZone });
  kept.set(key, made);
  return made;
}

/** Wall time of the branch, always `HH:MM` in 24 hours. */
export function formatTime(instant: Instant, timeZone: string, language: Language): string {
  const options: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
  return format('time', language, timeZone, options).format(instant);
}

/** Wall time with seconds, `HH:MM:SS`, where a clerk or a technician compares moments. */
export function formatTimeWithSeconds(instant: Instant, timeZone: string, language: Language): string {
  const options: Intl.DateTimeFormatOptions = {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  };
  return format('seconds', language, timeZone, options).format(instant);
}

/** Day of the week and date without the year: `wtorek, 24 listopada`. */
export function formatDate(instant: Instant, timeZone: string, language: Language): string {
  return format('date', language, timeZone, { weekday: 'long', day: 'numeric', month: 'long' }).format(instant);
}

/** The day of the week as messages choose by it: `mon` to `sun`, whatever the language. */
export function weekdayAt(instant: Instant, timeZone: string): string {
  return format('weekday', 'en', timeZone, { weekday: 'short' }).format(instant).toLowerCase();
}

/** A range of minutes with an en dash, `15–25 min`; one value where both ends are the same. */
export function formatMinutesRange(text: Translate, range: WaitRange): string {
  const { fromMinutes, toMinutes } = range;
  return fromMinutes === toMinutes
    ? text('ticket.wait.single', { minutes: toMinutes })
    : text('ticket.wait.range', { from: fromMinutes, to: toMinutes });
}
