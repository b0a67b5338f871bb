import { formatDates, specialRowsOf, useText, weekdayName, weekRowsOf } from '@okienko/kit';
import type { KioskConfiguration } from '@okienko/shared';
import type { ReactNode, RefObject } from 'react';
import { useKiosk } from './KioskContext.ts';
import { PageKey } from './PageKey.tsx';
import type { FitPages } from './useFitPages.ts';

type Properties = {
  readonly configuration: KioskConfiguration;
  readonly box: RefObject<HTMLDivElement | null>;
  readonly fit: FitPages;
};
type Hours = KioskConfiguration['specialDays'][number]['hours'];

/** The hours of the week, then the days that differ from it. */
export function OpeningHours({ configuration, box, fit }: Properties): ReactNode {
  const text = useText();
  const { language } = useKiosk().settings;
  return (
    <div className="hours" ref={box}>
      <dl aria-label={text('kiosk.closed.hours')}>
        {weekRowsOf(configuration.openingHours).map(({ from, to, hours }) => {
          const first = weekdayName(from, language, 'long');
          const days = from === to ? first : `${first} – ${weekdayName(to, language, 'long')}`;
          return <Row key={from} days={days} hours={hours} />;
        })}
        {specialRowsOf(configuration.specialDays).map(({ dates, hours }) => (
          <Row key={dates.join()} days={formatDates(dates, language)} hours={hours} />
        ))}
      </dl>
      <PageKey fit={fit} />
    </div>
  );
}

function Row({ days, hours }: { readonly days: string; readonly hours: Hours }): ReactNode {
  const text = useText();
  return (
    <div data-block>
      <dt>{days}</dt>
      <dd>{hours === null ? text('kiosk.closed.day') : `${hours[0]}–${hours[1]}`}</dd>
    </div>
  );
}
