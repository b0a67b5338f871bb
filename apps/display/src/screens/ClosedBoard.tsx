import { keepShortWords, useText, weekdayAt } from '@okienko/kit';
import type { BoardConfiguration, BoardFigures, Language } from '@okienko/shared';
import type { ReactNode } from 'react';
import { WeekHours } from '../components/WeekHours.tsx';

type Opening = Extract<BoardFigures['opening'], { state: 'closed' }>;

type Properties = {
  readonly opening: Opening;
  readonly configuration: BoardConfiguration;
  readonly language: Language;
};

/** The board outside opening hours: the next opening is the largest thing on it. */
export function ClosedBoard({ opening, configuration, language }: Properties): ReactNode {
  const text = useText();
  const { opensAt } = opening;
  return (
    <section className="closed" data-testid="board-closed">
      <div>
        <h2>{text('board.closed.title')}</h2>
        {opensAt !== null && (
          <p>
            {text('board.closed.day', { day: opening.isToday ? 'today' : opening.isTomorrow ? 'tomorrow' : 'later' })}
            <b>
              {keepShortWords(
                opening.isToday
                  ? text('board.closed.at', { time: opensAt.time })
                  : text('board.closed.weekdayAt', {
                      weekday: weekdayAt(opensAt.at, configuration.branch.timeZone),
                      time: opensAt.time,
                    }),
              )}
            </b>
          </p>
        )}
      </div>
      <WeekHours configuration={configuration} language={language} />
    </section>
  );
}
