import { type CommandOf, idSchemas } from '@okienko/shared';
import { type BranchState, configurationOf } from '../branchState.ts';
import { accepted, type Decision, type DecisionContext, rejected } from '../decision.ts';
import { ownCounter, ticketAsSeen } from './guards.ts';

/**
 * Orders a copy of a ticket's paper; the event carries all that the copy says, as it was at the issue.
 *
 * Rejections: those of the counter and of the ticket; `PrinterUnknown`; `PrintPending` while nobody knows yet what
 * became of the ticket's last order, because two papers with one number in the hall are one too many.
 */
export function reprintTicket(
  state: BranchState,
  command: CommandOf<'ReprintTicket'>,
  context: DecisionContext,
): Decision {
  const { counterId, printerId } = command;
  const own = ownCounter(state, counterId, context.actor, 'ReprintTicket');
  if (!own.isOk) return rejected(own.rejection);
  const seen = ticketAsSeen(state, command.ticketId, command.seenState, 'ReprintTicket');
  if (!seen.isOk) return rejected(seen.rejection);
  const isKnown = configurationOf(state).printers.some(({ id }) => id === printerId);
  if (!isKnown) return rejected({ reason: 'PrinterUnknown' });
  const { ticketId, ticketNumber, serviceId, priorityClass, language, issuedAt, atIssue, print } = seen.value;
  if (print !== null && print.outcome === null) return rejected({ reason: 'PrintPending' });
  const jobId = idSchemas.job.parse(context.newId());
  return accepted({
    type: 'TicketReprinted',
    ticketId,
    ticketNumber,
    serviceId,
    counterId,
    priorityClass,
    language,
    issuedAt,
    atIssue,
    printJob: { jobId, ticketId, printerId, isCopy: true },
  });
}
