import type { CommandResult, JournalEvent, TicketId } from '@okienko/shared';

/**
 * What the sender of a command needs back, read from its events: the same at the first answer and at every resend,
 * because it comes from the journal and not from memory.
 * `followUrlOf` gives the public address of a ticket of the running day.
 */
export function resultOf(
  events: readonly JournalEvent[],
  followUrlOf: (ticketId: TicketId) => string | null,
): CommandResult {
  for (const event of events) {
    if (event.type === 'TicketIssued') {
      const { ticketId, ticketNumber, serviceId, peopleAhead, waitRange, counterIds, printJob } = event;
      const printJobId = printJob?.jobId ?? null;
      return {
        type: 'ticketIssued',
        ticketId,
        ticketNumber,
        serviceId,
        peopleAhead,
        waitRange,
        counterIds,
        printJobId,
        followUrl: followUrlOf(ticketId),
      };
    }
    if (event.type === 'TicketReprinted') {
      return { type: 'reprintOrdered', ticketId: event.ticketId, printJobId: event.printJob.jobId };
    }
    if (event.type === 'TicketCalled') {
      return { type: 'ticketCalled', ticketId: event.ticketId, ticketNumber: event.ticketNumber };
    }
  }
  return { type: 'done' };
}
