import { keepShortWords, useText } from '@okienko/kit';
import { type KioskConfiguration, languages, type Replica } from '@okienko/shared';
import type { ReactNode } from 'react';
import { AccessRow } from '../components/AccessRow.tsx';
import { Header } from '../components/Header.tsx';
import { useKiosk } from '../components/KioskContext.ts';
import { TopBar } from '../components/TopBar.tsx';

type Properties = {
  readonly replica: Pick<Replica<unknown, unknown>, 'now' | 'state'>;
  readonly branch: KioskConfiguration['branch'] | null;
};

/** No tickets for the moment: what holds true all the same, and what to do. */
export function UnavailableScreen({ replica, branch }: Properties): ReactNode {
  const text = useText();
  const { settings } = useKiosk();
  const { isLow } = settings;
  const top = <TopBar languages={branch?.languages ?? languages} back={null} />;
  return (
    <>
      <Header replica={replica} branch={branch} />
      {!isLow && top}
      <main className="message" data-testid="unavailable">
        <div role="alert">
          <h1 tabIndex={-1}>{keepShortWords(text('kiosk.unavailable.title'))}</h1>
          <p className="lead">{keepShortWords(text('kiosk.unavailable.lead'))}</p>
          <dl className="steps">
            <div>
              <dt>{text('kiosk.unavailable.haveTicket')}</dt>
              <dd>{keepShortWords(text('kiosk.unavailable.haveTicketThen'))}</dd>
            </div>
            <div>
              <dt>{text('kiosk.unavailable.noTicket')}</dt>
              <dd>{keepShortWords(text('kiosk.unavailable.noTicketThen'))}</dd>
            </div>
          </dl>
        </div>
      </main>
      {isLow && top}
      <AccessRow />
    </>
  );
}
