import { assert, type CommandOf, type JournalEvent } from '@okienko/shared';
import type { BranchState } from '../branchState.ts';
import { parseConfiguration } from '../configurationCheck.ts';
import { accepted, type Decision, rejected } from '../decision.ts';

/**
 * Takes a checked configuration into use, with its full text in the event; the same text again changes nothing.
 *
 * Counters that it no longer has are signed off first. Rejections: `ServiceWithOpenTickets` naming the services that
 * it lacks and that people still wait for or are served in; `PriorityClassInUse` likewise; `CounterBusy` for a lacking counter with a ticket.
 */
export function changeConfiguration(state: BranchState, command: CommandOf<'ChangeConfiguration'>): Decision {
  if (command.configHash === state.configHash) return accepted();
  const parsed = parseConfiguration(command.text);
  assert(parsed.isValid, 'a configuration is checked before it is offered to the engine');
  const services = new Set(parsed.configuration.services.map(({ id }) => id));
  const open = [...state.tickets.values()].filter(({ state: at }) => at !== 'closed');
  const lacking = new Set(open.map(({ serviceId }) => serviceId).filter((serviceId) => !services.has(serviceId)));
  if (lacking.size > 0) return rejected({ reason: 'ServiceWithOpenTickets', serviceIds: [...lacking] });
  const classes = new Set(parsed.configuration.policy.priorityClasses.map(({ id }) => id));
  if (open.some(({ priorityClass }) => !classes.has(priorityClass))) return rejected({ reason: 'PriorityClassInUse' });
  const counters = new Set(parsed.configuration.counters.map(({ id }) => id));
  const events: JournalEvent[] = [];
  for (const [counterId, counter] of state.counters) {
    if (counters.has(counterId) || counter.state === 'closed') continue;
    if (counter.state === 'open' && counter.currentTicketId !== null) return rejected({ reason: 'CounterBusy' });
    events.push({ type: 'CounterSignedOff', counterId });
  }
  return accepted(...events, { type: 'ConfigurationChanged', text: command.text, configHash: command.configHash });
}
