import type { CounterId, TicketAction, TicketId, TicketIn, TicketState } from '@okienko/shared';
import type { BranchState } from '../branchState.ts';
import type { Actor } from '../decision.ts';
import { type Checked, ownOpenCounter, refuse, ticketAsSeen } from './guards.ts';

type AtCounter = {
  readonly counterId: CounterId;
  readonly ticketId: TicketId;
  readonly seenState: TicketState;
};

/**
 * The called or serving ticket of the sender's own counter, if the action is allowed on it.
 *
 * Rejections: those of the counter and of the ticket; `SituationChanged` when another counter has it.
 */
export function currentTicket(
  state: BranchState,
  command: AtCounter,
  actor: Actor,
  action: TicketAction,
): Checked<TicketIn<'called'> | TicketIn<'serving'>> {
  const own = ownOpenCounter(state, command.counterId, actor);
  if (!own.isOk) return own;
  const seen = ticketAsSeen(state, command.ticketId, command.seenState, action);
  if (!seen.isOk) return seen;
  const ticket = seen.value;
  const isCurrent = own.value.counter.currentTicketId === ticket.ticketId;
  if ((ticket.state === 'called' || ticket.state === 'serving') && isCurrent) return { isOk: true, value: ticket };
  return refuse({ reason: 'SituationChanged', state: ticket.state });
}
