import type { CommandOf } from '@okienko/shared';
import type { BranchState } from '../branchState.ts';
import { accepted, type Decision, type DecisionContext, rejected } from '../decision.ts';
import { currentTicket } from './currentTicket.ts';

/** The person has come: the call ends and the visit begins. Rejections: those of the counter and of the ticket. */
export function startService(
  state: BranchState,
  command: CommandOf<'StartService'>,
  context: DecisionContext,
): Decision {
  const current = currentTicket(state, command, context.actor, 'StartService');
  if (!current.isOk) return rejected(current.rejection);
  const { ticketId, ticketNumber, serviceId, counterId } = current.value;
  return accepted({ type: 'ServiceStarted', ticketId, ticketNumber, serviceId, counterId });
}
