import { describe, expect, it } from 'vitest';
import {
  type CounterAction,
  isCounterActionAllowed,
  isTicketActionAllowed,
  type TicketAction,
} from './allowedActions.ts';
import { ticketStates } from './ticket.ts';

/** The table of the design, by action and not by state, so that a slip in one does not hide in the other. */
const fromStates: Readonly<Record<TicketAction, readonly string[]>> = {
  CallNext: ['waiting'],
  CallTicket: ['waiting'],
  RecallTicket: ['called'],
  StartService: ['called'],
  CloseTicket: ['serving'],
  AddMatter: ['serving'],
  MarkNoShow: ['called'],
  ReinstateTicket: ['noShow'],
  ResumeTicket: ['parked'],
  ParkTicket: ['called', 'serving'],
  ReturnTicket: ['called', 'serving'],
  TransferTicket: ['waiting', 'called', 'serving', 'parked'],
  CancelTicket: ['waiting', 'called', 'parked'],
  ReprintTicket: ['waiting', 'called', 'serving', 'parked', 'noShow'],
};
const actions = Object.keys(fromStates).filter((key): key is TicketAction => key in fromStates);

const fromCounterStates: Readonly<Record<CounterAction, readonly string[]>> = {
  OpenCounter: ['closed', 'open', 'paused'],
  PauseCounter: ['open'],
  ResumeCounter: ['paused'],
  SignOffCounter: ['open', 'paused'],
  CallNext: ['open'],
  CallTicket: ['open'],
  ReprintTicket: ['open', 'paused'],
};
const counterActions = Object.keys(fromCounterStates).filter((key): key is CounterAction => key in fromCounterStates);

describe('the table of allowed actions', () => {
  it.each(actions)('given each state of a ticket, then %s is allowed from exactly those of the design', (action) => {
    expect(ticketStates.filter((state) => isTicketActionAllowed(state, action))).toEqual(fromStates[action]);
  });

  it.each(counterActions)('given each state of a counter, then %s is allowed from exactly its own', (action) => {
    const states = (['closed', 'open', 'paused'] as const).filter((state) => isCounterActionAllowed(state, action));
    expect(states).toEqual(fromCounterStates[action]);
  });

  it('given a closed ticket, then nothing can be done with it any more', () => {
    expect(actions.filter((action) => isTicketActionAllowed('closed', action))).toEqual([]);
  });
});
