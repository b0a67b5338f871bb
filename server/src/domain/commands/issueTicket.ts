import { type CommandOf, idSchemas, ticketNumberOf } from '@okienko/shared';
import { type BranchState, configurationOf, findService } from '../branchState.ts';
import { accepted, type Decision, type DecisionContext, rejected } from '../decision.ts';
import { estimateWait } from '../waitEstimate.ts';

/**
 * Gives out the next number of the service's letter.
 *
 * What the paper will say (people ahead, range, counters) is decided here and kept in the event, so that a reprint
 * tells what was true. Rejections: `ServiceUnknown`, `PriorityClassUnknown`, `BranchClosed` (kiosks only: a clerk may
 * still help somebody who stands at the counter at closing time).
 */
export function issueTicket(state: BranchState, command: CommandOf<'IssueTicket'>, context: DecisionContext): Decision {
  const service = findService(state, command.serviceId);
  if (service === null) return rejected({ reason: 'ServiceUnknown' });
  const { priorityClasses } = configurationOf(state).policy;
  if (!priorityClasses.some(({ id }) => id === command.priorityClass)) {
    return rejected({ reason: 'PriorityClassUnknown' });
  }
  if (command.origin === 'kiosk' && !context.isBranchOpen) return rejected({ reason: 'BranchClosed' });
  const ticketId = idSchemas.ticket.parse(context.newId());
  const { peopleAhead, waitRange, counterIds } = estimateWait(state, service.id);
  return accepted({
    type: 'TicketIssued',
    ticketId,
    ticketNumber: ticketNumberOf(service.letter, (state.series.get(service.letter) ?? 0) + 1),
    serviceId: service.id,
    priorityClass: command.priorityClass,
    language: command.language,
    origin: command.origin,
    slotAt: null,
    peopleAhead,
    waitRange,
    counterIds: [...counterIds],
    printJob:
      command.printerId === null
        ? null
        : { jobId: idSchemas.job.parse(context.newId()), ticketId, printerId: command.printerId, isCopy: false },
  });
}
