import { type Alarm, assertNever, type Language } from '@okienko/shared';
import { formatTime } from '@okienko/kit';
import type { Translate } from '@okienko/shared/text';

type Around = { readonly timeZone: string; readonly language: Language; readonly text: Translate };

/** A fault in words: what happened since when, then what to do. */
export function alarmWords(alarm: Alarm, { timeZone, language, text }: Around): string {
  const time = formatTime(alarm.since, timeZone, language);
  switch (alarm.kind) {
    case 'journalFault':
      return text('counter.alarm.journalFault', { time });
    case 'clockJumped':
      return text('counter.alarm.clockJumped', { time, minutes: Math.round(alarm.byMs / 60_000) });
    case 'commandQuarantined':
      return text('counter.alarm.commandQuarantined', { time, count: alarm.count });
    case 'backupFailed':
      return text('counter.alarm.backupFailed', { time });
    case 'paperLow':
      return text('counter.alarm.paperLow', { time, printer: alarm.printerName });
    case 'printerFault':
      return text(`counter.alarm.printer.${alarm.problem}`, { time, printer: alarm.printerName });
    default:
      return assertNever(alarm);
  }
}
