import { useText, weekdayName, weekRowsOf } from '@okienko/kit';
import type { BoardConfiguration, Language } from '@okienko/shared';
import type { ReactNode } from 'react';

type Properties = { readonly configuration: BoardConfiguration; readonly language: Language };

/** The hours of the week, days with the same hours in one row. */
export function WeekHours({ configuration, language }: Properties): ReactNode {
  const text = useText();
  return (
    <dl>
      {weekRowsOf(configuration.openingHours).map(({ from, to, hours }) => (
        <div key={from}>
          <dt>
            {from === to
              ? weekdayName(from, language, 'long')
              : `${weekdayName(from, language, 'short')} – ${weekdayName(to, language, 'short')}`}
          </dt>
          <dd>{hours === null ? text('board.closed.allDay') : `${hours[0]}–${hours[1]}`}</dd>
        </div>
      ))}
    </dl>
  );
}
