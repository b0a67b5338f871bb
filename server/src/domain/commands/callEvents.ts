import {
  type CallReason,
  type CounterId,
  type CounterState,
  type JournalEvent,
  type OutcomeId,
  type Rejection,
  type Ticket,
  type TicketId,
  type TicketIn,
} from '@okienko/shared';
import { type BranchState, configurationOf, ticketIn } from '../branchState.ts';
import { type Checked, checkOutcome, refuse } from './guards.ts';

type OpenCounter = Extract<CounterState, { state: 'open' }>;

/**
 * What must happen to the ticket that the counter holds before it may call another: nothing, or its end where the
 * branch lets "next" close.
 *
 * Rejections: `SituationChanged` when the sender saw another ticket, `CounterBusy`, and those of the outcome.
 */
export function eventsBeforeCall(
  state: BranchState,
  counterId: CounterId,
  counter: OpenCounter,
  seen: { readonly currentTicketId: TicketId | null; readonly outcomeId: OutcomeId | null },
): Checked<readonly JournalEvent[]> {
  const current = counter.currentTicketId;
  if (current !== seen.currentTicketId) return refuse({ reason: 'SituationChanged', state: stateOf(state, current) });
  if (current === null) return { isOk: true, value: [] };
  const ticket = state.tickets.get(current);
  if (ticket?.state !== 'serving' || !configurationOf(state).counterRules.callNextClosesCurrent) {
    return refuse({ reason: 'CounterBusy' });
  }
  const problem: Rejection | null = checkOutcome(state, seen.outcomeId);
  return problem === null ? { isOk: true, value: [servedEvent(ticket, counterId, seen.outcomeId)] } : refuse(problem);
}

/** The call of a waiting ticket to a counter and, where the branch says so, the start of its service. */
export function callEvents(
  state: BranchState,
  ticketId: TicketId,
  counterId: CounterId,
  counter: OpenCounter,
  reason: CallReason,
): readonly JournalEvent[] {
  const { ticketNumber, serviceId, language, callCount } = ticketIn(state, ticketId, 'waiting');
  const called: JournalEvent = {
    type: 'TicketCalled',
    ticketId,
    ticketNumber,
    serviceId,
    counterId,
    language,
    announcementNumber: state.announcementNumber + 1,
    callCount: callCount + 1,
    clerkId: counter.clerkId,
    reason,
  };
  if (!configurationOf(state).counterRules.serviceStartsAtCall) return [called];
  return [called, { type: 'ServiceStarted', ticketId, ticketNumber, serviceId, counterId }];
}

/** The usual end of a visit. */
export function servedEvent(
  ticket: TicketIn<'serving'>,
  counterId: CounterId,
  outcomeId: OutcomeId | null,
): JournalEvent {
  const { ticketId, ticketNumber, serviceId } = ticket;
  return {
    type: 'TicketClosed',
    ticketId,
    ticketNumber,
    serviceId,
    reason: 'served',
    from: 'serving',
    counterId,
    outcomeId,
  };
}

function stateOf(state: BranchState, ticketId: TicketId | null): Ticket['state'] | null {
  return ticketId === null ? null : (state.tickets.get(ticketId)?.state ?? null);
}
