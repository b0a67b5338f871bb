import type { CommandOf } from '@okienko/shared';
import type { BranchState } from '../branchState.ts';
import { accepted, type Decision, type DecisionContext, rejected } from '../decision.ts';
import { chosenReason } from '../nextTicket.ts';
import { callEvents, eventsBeforeCall } from './callEvents.ts';
import { ownOpenCounter, ticketAsSeen } from './guards.ts';

/**
 * Calls the waiting ticket that the clerk chose; how many it overtook is counted in the event.
 *
 * Rejections: those of the counter and of the ticket, `SituationChanged`, `CounterBusy`, `ServiceNotAtCounter`.
 */
export function callTicket(state: BranchState, command: CommandOf<'CallTicket'>, context: DecisionContext): Decision {
  const own = ownOpenCounter(state, command.counterId, context.actor, 'CallTicket');
  if (!own.isOk) return rejected(own.rejection);
  const { settings, counter } = own.value;
  const ticket = ticketAsSeen(state, command.ticketId, command.seenState, 'CallTicket');
  if (!ticket.isOk) return rejected(ticket.rejection);
  if (!settings.services.includes(ticket.value.serviceId)) return rejected({ reason: 'ServiceNotAtCounter' });
  const before = eventsBeforeCall(state, settings.id, counter, command);
  if (!before.isOk) return rejected(before.rejection);
  const reason = chosenReason(state, settings, command.ticketId, context.now);
  return accepted(...before.value, ...callEvents(state, command.ticketId, settings.id, counter, reason));
}
