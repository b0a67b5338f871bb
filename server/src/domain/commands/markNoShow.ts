import type { CommandOf } from '@okienko/shared';
import type { BranchState } from '../branchState.ts';
import { accepted, type Decision, type DecisionContext, rejected } from '../decision.ts';
import { currentTicket } from './currentTicket.ts';

/** The called person did not come; they can be reinstated until the day ends. Rejections: of counter and ticket. */
export function markNoShow(state: BranchState, command: CommandOf<'MarkNoShow'>, context: DecisionContext): Decision {
  const current = currentTicket(state, command, context.actor, 'MarkNoShow');
  if (!current.isOk) return rejected(current.rejection);
  const { ticketId, ticketNumber, serviceId, counterId } = current.value;
  return accepted({ type: 'TicketMarkedNoShow', ticketId, ticketNumber, serviceId, counterId });
}
