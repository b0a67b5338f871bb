import { formatDates, specialRowsOf } from '@okienko/kit';
import type { BoardConfiguration, Language } from '@okienko/shared';
import type { Translate } from '@okienko/shared/text';

/** As many as fit on one line that is read from ten metres. */
const shownRows = 2;

/** The next days that differ from the week, `24–26 grudnia nieczynne, 31 grudnia 10:00–14:00.`; empty without any. */
export function specialDaysSentence(
  specialDays: BoardConfiguration['specialDays'],
  language: Language,
  text: Translate,
): string {
  const parts = specialRowsOf(specialDays)
    .slice(0, shownRows)
    .map(({ dates, hours }) => {
      const days = formatDates(dates, language);
      return `${days} ${hours === null ? text('board.closed.allDay') : `${hours[0]}–${hours[1]}`}`;
    });
  return parts.length === 0 ? '' : `${parts.join(', ')}.`;
}
