import { keepShortWords, useText } from '@okienko/kit';
import { assertNever, type KioskConfiguration, type Opening, type Replica } from '@okienko/shared';
import type { Translate } from '@okienko/shared/text';
import { type ReactNode, useRef } from 'react';
import { AccessRow } from '../components/AccessRow.tsx';
import { Header } from '../components/Header.tsx';
import { useKiosk } from '../components/KioskContext.ts';
import { OpeningHours } from '../components/OpeningHours.tsx';
import { TopBar } from '../components/TopBar.tsx';
import { useFitPages } from '../components/useFitPages.ts';
import { nextOpeningOf, type NextOpening } from '../nextOpening.ts';

type Closed = Extract<Opening, { state: 'closed' }>;
type Properties = {
  readonly replica: Pick<Replica<unknown, unknown>, 'now' | 'state'>;
  readonly configuration: KioskConfiguration;
  readonly opening: Closed;
};

/** When the branch opens next, largest; then the hours of the week and the days that differ. */
export function ClosedScreen({ replica, configuration, opening }: Properties): ReactNode {
  const text = useText();
  const { settings, fitKey } = useKiosk();
  const { isLow } = settings;
  const box = useRef<HTMLDivElement>(null);
  const fit = useFitPages(box, { fitKey, keyPx: settings.isLarge ? 136 : 92 });
  const [lead, when] = openingWords(text, nextOpeningOf(opening, settings.language));
  const top = <TopBar languages={configuration.branch.languages} back={null} />;
  return (
    <>
      <Header replica={replica} branch={configuration.branch} />
      {!isLow && top}
      <main className="message" data-testid="closed">
        <h1 tabIndex={-1}>{text('kiosk.closed.title')}</h1>
        <p className="lead">
          {keepShortWords(lead)} <b>{keepShortWords(when)}</b>
        </p>
        <OpeningHours configuration={configuration} box={box} fit={fit} />
      </main>
      {isLow && top}
      <AccessRow />
    </>
  );
}

function openingWords(text: Translate, next: NextOpening): readonly [lead: string, when: string] {
  switch (next.when) {
    case 'today':
      return [text('kiosk.closed.opens.today'), text('kiosk.closed.opens.todayWhen', { time: next.time })];
    case 'tomorrow': {
      const { day, time } = next;
      return [text('kiosk.closed.opens.tomorrow'), text('kiosk.closed.opens.tomorrowWhen', { day, time })];
    }
    case 'later': {
      const { day, date, time } = next;
      return [text('kiosk.closed.opens.later'), text('kiosk.closed.opens.laterWhen', { day, date, time })];
    }
    case 'unknown':
      return [text('kiosk.closed.opens.unknown'), ''];
    default:
      return assertNever(next);
  }
}
