import type { CounterState } from './counter.ts';
import type { TicketState } from './ticket.ts';

/** Every action on a ticket, also those whose behaviour comes with later work: one vocabulary for rules and keys. */
export type TicketAction =
  | 'CallNext'
  | 'CallTicket'
  | 'RecallTicket'
  | 'StartService'
  | 'CloseTicket'
  | 'MarkNoShow'
  | 'ReinstateTicket'
  | 'CancelTicket'
  | 'ReprintTicket'
  | 'ParkTicket'
  | 'ResumeTicket'
  | 'ReturnTicket'
  | 'TransferTicket'
  | 'AddMatter';

export type CounterAction =
  | 'OpenCounter'
  | 'PauseCounter'
  | 'ResumeCounter'
  | 'SignOffCounter'
  | 'CallNext'
  | 'CallTicket'
  | 'ReprintTicket';

const ticketActions: Readonly<Record<TicketState, readonly TicketAction[]>> = {
  waiting: ['CallNext', 'CallTicket', 'TransferTicket', 'CancelTicket', 'ReprintTicket'],
  called: [
    'RecallTicket',
    'StartService',
    'MarkNoShow',
    'ReturnTicket',
    'TransferTicket',
    'ParkTicket',
    'CancelTicket',
    'ReprintTicket',
  ],
  serving: ['CloseTicket', 'AddMatter', 'ParkTicket', 'ReturnTicket', 'TransferTicket', 'ReprintTicket'],
  parked: ['ResumeTicket', 'TransferTicket', 'CancelTicket', 'ReprintTicket'],
  noShow: ['ReinstateTicket', 'ReprintTicket'],
  closed: [],
};

const counterActions: Readonly<Record<CounterState['state'], readonly CounterAction[]>> = {
  closed: ['OpenCounter'],
  open: ['OpenCounter', 'PauseCounter', 'SignOffCounter', 'CallNext', 'CallTicket', 'ReprintTicket'],
  paused: ['OpenCounter', 'ResumeCounter', 'SignOffCounter', 'ReprintTicket'],
};

/** Whether a ticket in `state` allows `action`: the one table that `decide` refuses by and every screen arms its keys by. */
export function isTicketActionAllowed(state: TicketState, action: TicketAction): boolean {
  return ticketActions[state].includes(action);
}

/** Whether a counter in `state` allows `action`; who may ask is the session's question, not this table's. */
export function isCounterActionAllowed(state: CounterState['state'], action: CounterAction): boolean {
  return counterActions[state].includes(action);
}
