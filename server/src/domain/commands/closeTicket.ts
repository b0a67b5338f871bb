import { assert, type CommandOf } from '@okienko/shared';
import type { BranchState } from '../branchState.ts';
import { accepted, type Decision, type DecisionContext, rejected } from '../decision.ts';
import { servedEvent } from './callEvents.ts';
import { currentTicket } from './currentTicket.ts';
import { checkOutcome } from './guards.ts';

/** Ends the visit in service with its outcome. Rejections: those of the counter, the ticket and the outcome. */
export function closeTicket(state: BranchState, command: CommandOf<'CloseTicket'>, context: DecisionContext): Decision {
  const current = currentTicket(state, command, context.actor, 'CloseTicket');
  if (!current.isOk) return rejected(current.rejection);
  const problem = checkOutcome(state, command.outcomeId);
  if (problem !== null) return rejected(problem);
  assert(current.value.state === 'serving', 'the table of actions closes only a ticket in service');
  return accepted(servedEvent(current.value, current.value.counterId, command.outcomeId));
}
