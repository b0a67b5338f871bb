import {
  type CounterAction,
  type CounterId,
  type CounterSettings,
  type CounterState,
  isCounterActionAllowed,
  isTicketActionAllowed,
  type OutcomeId,
  type Rejection,
  type Ticket,
  type TicketAction,
  type TicketId,
  type TicketState,
} from '@okienko/shared';
import { type BranchState, configurationOf, counterOf } from '../branchState.ts';
import type { Actor } from '../decision.ts';

/** What a rule needs, or the reason that ends it. */
export type Checked<Value> =
  | { readonly isOk: true; readonly value: Value }
  | { readonly isOk: false; readonly rejection: Rejection };

type Staffed = Exclude<CounterState, { state: 'closed' }>;
export type OwnCounter<State extends Staffed = Staffed> = {
  readonly settings: CounterSettings;
  readonly counter: State;
};

/**
 * The counter, if this device commands it and its state allows the action.
 *
 * Rejections: `CounterUnknown`, `CounterNotOpen`, `NotYourCounter`, `CounterPaused`.
 */
export function ownCounter(
  state: BranchState,
  counterId: CounterId,
  actor: Actor,
  action: CounterAction,
): Checked<OwnCounter> {
  const settings = configurationOf(state).counters.find(({ id }) => id === counterId);
  if (settings === undefined) return refuse({ reason: 'CounterUnknown' });
  const counter = counterOf(state, counterId);
  if (counter.state === 'closed') return refuse({ reason: 'CounterNotOpen' });
  if (counter.deviceId !== actor.deviceId) return refuse({ reason: 'NotYourCounter' });
  if (isCounterActionAllowed(counter.state, action)) return { isOk: true, value: { settings, counter } };
  return refuse({ reason: counter.state === 'paused' ? 'CounterPaused' : 'CounterBusy' });
}

/** The same for actions that need the counter open. */
export function ownOpenCounter(
  state: BranchState,
  counterId: CounterId,
  actor: Actor,
  action: CounterAction = 'CallNext',
): Checked<OwnCounter<Extract<Staffed, { state: 'open' }>>> {
  const own = ownCounter(state, counterId, actor, action);
  if (!own.isOk) return own;
  const { settings, counter } = own.value;
  if (counter.state !== 'open') return refuse({ reason: 'CounterPaused' });
  return { isOk: true, value: { settings, counter } };
}

/**
 * The ticket, if it is as the sender saw it and its state allows the action.
 *
 * Rejections: `TicketUnknown`, `SituationChanged` with the true state, `NotAllowed`.
 */
export function ticketAsSeen(
  state: BranchState,
  ticketId: TicketId,
  seenState: TicketState,
  action: TicketAction,
): Checked<Ticket> {
  const ticket = state.tickets.get(ticketId);
  if (ticket === undefined) return refuse({ reason: 'TicketUnknown' });
  if (ticket.state !== seenState) return refuse({ reason: 'SituationChanged', state: ticket.state });
  if (!isTicketActionAllowed(ticket.state, action))
    return refuse({ reason: 'NotAllowed', state: ticket.state, action });
  return { isOk: true, value: ticket };
}

/** Whether the outcome may be given: a known one, or none where the branch does not ask for one. */
export function checkOutcome(state: BranchState, outcomeId: OutcomeId | null): Rejection | null {
  const { outcomes, counterRules } = configurationOf(state);
  if (outcomeId === null) return counterRules.isOutcomeRequired ? { reason: 'OutcomeRequired' } : null;
  return outcomes.some(({ id }) => id === outcomeId) ? null : { reason: 'OutcomeUnknown' };
}

/** Ends a check with its reason. */
export function refuse(rejection: Rejection): { readonly isOk: false; readonly rejection: Rejection } {
  return { isOk: false, rejection };
}
