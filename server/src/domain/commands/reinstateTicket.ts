import type { CommandOf } from '@okienko/shared';
import type { BranchState } from '../branchState.ts';
import { accepted, type Decision, type DecisionContext, rejected } from '../decision.ts';
import { ownOpenCounter, ticketAsSeen } from './guards.ts';

/**
 * The person who did not come is here after all: the ticket waits again at its old place, because they waited before.
 *
 * Any open counter may do it. Rejections: those of the counter and of the ticket.
 */
export function reinstateTicket(
  state: BranchState,
  command: CommandOf<'ReinstateTicket'>,
  context: DecisionContext,
): Decision {
  const own = ownOpenCounter(state, command.counterId, context.actor);
  if (!own.isOk) return rejected(own.rejection);
  const ticket = ticketAsSeen(state, command.ticketId, command.seenState, 'ReinstateTicket');
  if (!ticket.isOk) return rejected(ticket.rejection);
  const { ticketId, ticketNumber, serviceId } = ticket.value;
  return accepted({ type: 'TicketReinstated', ticketId, ticketNumber, serviceId });
}
