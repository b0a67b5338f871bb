import type { CommandOf } from '@okienko/shared';
import type { BranchState } from '../branchState.ts';
import { accepted, type Decision, type DecisionContext, rejected } from '../decision.ts';
import { currentTicket } from './currentTicket.ts';
import { ownOpenCounter, ticketAsSeen } from './guards.ts';

/**
 * Withdraws a ticket before its service. A waiting one may be withdrawn at any open counter, a called one only where
 * it was called. Rejections: those of the counter and of the ticket.
 */
export function cancelTicket(
  state: BranchState,
  command: CommandOf<'CancelTicket'>,
  context: DecisionContext,
): Decision {
  const own = ownOpenCounter(state, command.counterId, context.actor);
  if (!own.isOk) return rejected(own.rejection);
  const isCalled = command.seenState === 'called';
  const ticket = isCalled
    ? currentTicket(state, command, context.actor, 'CancelTicket')
    : ticketAsSeen(state, command.ticketId, command.seenState, 'CancelTicket');
  if (!ticket.isOk) return rejected(ticket.rejection);
  const { ticketId, ticketNumber, serviceId } = ticket.value;
  return accepted({
    type: 'TicketClosed',
    ticketId,
    ticketNumber,
    serviceId,
    reason: 'cancelled',
    from: ticket.value.state,
    counterId: isCalled ? command.counterId : null,
    outcomeId: null,
  });
}
