import type { CommandOf } from '@okienko/shared';
import type { BranchState } from '../branchState.ts';
import { accepted, type Decision, type DecisionContext, rejected } from '../decision.ts';
import { nextTicketFor } from '../nextTicket.ts';
import { callEvents, eventsBeforeCall } from './callEvents.ts';
import { ownOpenCounter } from './guards.ts';

/**
 * Calls whom the policy puts first at this counter, and closes the visit in service where the branch wants it.
 *
 * Rejections: those of the counter, `SituationChanged` on an old picture, `CounterBusy`, `QueueEmpty` (then the
 * current visit stays open: a press that calls nobody must not end anything).
 */
export function callNext(state: BranchState, command: CommandOf<'CallNext'>, context: DecisionContext): Decision {
  const own = ownOpenCounter(state, command.counterId, context.actor);
  if (!own.isOk) return rejected(own.rejection);
  const { settings, counter } = own.value;
  const before = eventsBeforeCall(state, settings.id, counter, command);
  if (!before.isOk) return rejected(before.rejection);
  const next = nextTicketFor(state, settings, context.now);
  if (next === null) return rejected({ reason: 'QueueEmpty' });
  return accepted(...before.value, ...callEvents(state, next.ticketId, settings.id, counter, next.reason));
}
