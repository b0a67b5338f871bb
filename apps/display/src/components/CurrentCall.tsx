import { ArrowRightIcon, TicketNumber, useText } from '@okienko/kit';
import type { BoardConfiguration, LargeCall } from '@okienko/shared';
import type { ReactNode } from 'react';
import { callSigns } from '../callSigns.ts';
import { labelLength } from '../labelLength.ts';
import { Turns } from './Turns.tsx';

type Properties = {
  readonly large: LargeCall;
  readonly waitingCount: number;
  readonly configuration: BoardConfiguration;
  readonly isStale: boolean;
};

/** The call of the moment: the number over a yellow field that says where to go. A new one is drawn in with a wipe. */
export function CurrentCall({ large, waitingCount, configuration, isStale }: Properties): ReactNode {
  const text = useText();
  const { call } = large;
  const { counterLabel } = callSigns(configuration, call);
  return (
    <section
      key={call.announcementNumber}
      className={large.isAnnounced && !isStale ? 'call is-new' : 'call'}
      data-testid="current-call"
      data-ticket-number={call.ticketNumber}
      data-counter={counterLabel}
    >
      <div className="who">
        <TicketNumber value={call.ticketNumber} />
        {waitingCount > 0 && <Turns large={large} waitingCount={waitingCount} />}
      </div>
      <div className="where">
        <ArrowRightIcon />
        <span>{text('board.counter')}</span>
        <b translate="no" className={labelLength(counterLabel)}>
          {counterLabel}
        </b>
      </div>
    </section>
  );
}
