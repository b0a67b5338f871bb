import { keepShortWords, useText, weekdayAt } from '@okienko/kit';
import type { BoardFigures } from '@okienko/shared';
import type { ReactNode } from 'react';

type Opening = Extract<BoardFigures['opening'], { state: 'closed' }>;

type Properties = { readonly opening: Opening; readonly timeZone: string };

/** The board outside opening hours: the next opening is the largest thing on it. */
export function ClosedBoard({ opening, timeZone }: Properties): ReactNode {
  const text = useText();
  const { opensAt } = opening;
  return (
    <section className="closed" data-testid="board-closed">
      <h2>{text('board.closed.title')}</h2>
      {opensAt !== null && (
        <p>
          {text('board.closed.day', { day: opening.isToday ? 'today' : opening.isTomorrow ? 'tomorrow' : 'later' })}
          <b>
            {keepShortWords(
              opening.isToday
                ? text('board.closed.at', { time: opensAt.time })
                : text('board.closed.weekdayAt', { weekday: weekdayAt(opensAt.at, timeZone), time: opensAt.time }),
            )}
          </b>
        </p>
      )}
    </section>
  );
}
