import type { CommandOf } from '@okienko/shared';
import type { BranchState } from '../branchState.ts';
import { accepted, type Decision, type DecisionContext, rejected } from '../decision.ts';
import { currentTicket } from './currentTicket.ts';

/**
 * Announces the same call again, under a new announcement number.
 *
 * Rejections: those of the counter and of the ticket; `SituationChanged` when it was recalled since the sender looked.
 */
export function recallTicket(
  state: BranchState,
  command: CommandOf<'RecallTicket'>,
  context: DecisionContext,
): Decision {
  const current = currentTicket(state, command, context.actor, 'RecallTicket');
  if (!current.isOk) return rejected(current.rejection);
  const { ticketId, ticketNumber, serviceId, counterId, language, callCount } = current.value;
  if (callCount !== command.seenCallCount) return rejected({ reason: 'SituationChanged', state: current.value.state });
  return accepted({
    type: 'TicketRecalled',
    ticketId,
    ticketNumber,
    serviceId,
    counterId,
    language,
    announcementNumber: state.announcementNumber + 1,
    callCount: callCount + 1,
  });
}
