import type { CommandOf } from '@okienko/shared';
import type { BranchState } from '../branchState.ts';
import { accepted, type Decision, rejected } from '../decision.ts';

/**
 * Keeps what became of a print job on its ticket; the first result of a job is its last.
 *
 * Rejections: `PrintJobUnknown` for a job of another day, one that has its result, or one that a newer job replaced.
 */
export function recordPrintResult(state: BranchState, command: CommandOf<'RecordPrintResult'>): Decision {
  const ticketId = state.printJobs.get(command.jobId);
  const ticket = ticketId === undefined ? undefined : state.tickets.get(ticketId);
  if (ticket === undefined || ticket.print?.jobId !== command.jobId || ticket.print.outcome !== null) {
    return rejected({ reason: 'PrintJobUnknown' });
  }
  const { ticketNumber, serviceId, print } = ticket;
  return accepted({
    type: 'PrintResultRecorded',
    ticketId: ticket.ticketId,
    ticketNumber,
    serviceId,
    jobId: command.jobId,
    printerId: print.printerId,
    outcome: command.outcome,
  });
}
