import { ArrowRightIcon, Plate, TicketNumber } from '@okienko/kit';
import type { BoardCall, BoardConfiguration } from '@okienko/shared';
import type { ReactNode } from 'react';
import { callSigns } from '../callSigns.ts';
import { labelLength } from '../labelLength.ts';

type Properties = {
  readonly call: BoardCall;
  readonly configuration: BoardConfiguration;
  /** It is called and waits for the large place: its plate is filled, for the person may go already. */
  readonly isNext: boolean;
};

/** One call in one line: the group's stripe, the number, the counter's plate. */
export function CallRow({ call, configuration, isNext }: Properties): ReactNode {
  const { counterLabel, accent } = callSigns(configuration, call);
  return (
    <li style={accent} data-testid="call-row" data-ticket-number={call.ticketNumber} data-counter={counterLabel}>
      <i aria-hidden="true" />
      <TicketNumber value={call.ticketNumber} />
      <ArrowRightIcon />
      <Plate label={counterLabel} isGo={isNext} className={labelLength(counterLabel)} />
    </li>
  );
}
