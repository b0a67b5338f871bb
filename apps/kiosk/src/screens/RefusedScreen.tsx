import { useText } from '@okienko/kit';
import type { KioskConfiguration, RejectionReason, Replica, ServiceId } from '@okienko/shared';
import type { ReactNode } from 'react';
import { AccessRow } from '../components/AccessRow.tsx';
import { Header } from '../components/Header.tsx';
import { useKiosk } from '../components/KioskContext.ts';
import { Notice } from '../components/Notice.tsx';
import { TopBar } from '../components/TopBar.tsx';

type Properties = {
  readonly replica: Pick<Replica<unknown, unknown>, 'now' | 'state'>;
  readonly configuration: KioskConfiguration;
  readonly serviceId: ServiceId;
  readonly reason: RejectionReason;
};

/** Another try cannot end otherwise. */
const finalReasons: readonly RejectionReason[] = ['BranchClosed', 'ServiceUnknown', 'PriorityClassUnknown'];

/** No ticket, in words: what happened, and the way on. */
export function RefusedScreen({ replica, configuration, serviceId, reason }: Properties): ReactNode {
  const text = useText();
  const { dispatch, settings } = useKiosk();
  const { isLow } = settings;
  const top = <TopBar languages={configuration.branch.languages} back={text('kiosk.refused.back')} />;
  return (
    <>
      <Header replica={replica} branch={configuration.branch} />
      {!isLow && top}
      <main className="refused-page">
        <Notice
          isHeading
          title={text('kiosk.refused.title', { reason })}
          body={text('kiosk.refused.body', { reason })}
        />
        {isLow && top}
        {!finalReasons.includes(reason) && (
          <button
            type="button"
            className="main-key"
            data-testid="retry"
            onClick={() => dispatch({ type: 'serviceChosen', serviceId })}
          >
            {text('kiosk.refused.retry')}
          </button>
        )}
      </main>
      <AccessRow />
    </>
  );
}
