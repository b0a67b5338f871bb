import type {
  Configuration,
  EventOf,
  Instant,
  JournalEvent,
  PrinterId,
  PrintJob,
  PrintResult,
  TicketId,
} from '@okienko/shared';
import { translatorOf } from '@okienko/shared/text';
import type { BranchPrinters } from './branchPrinters.ts';
import { createPrintJobs, type PrintFault } from './printJobs.ts';
import { ticketFactsOf } from './ticketFactsOf.ts';

/** Prints what committed events ask for, and reports each job once. */
export type BranchPaper = {
  /** Starts the print jobs of a turn; returns at once. */
  readonly printIssued: (events: readonly { readonly event: JournalEvent; readonly at: Instant }[]) => void;
  /** Resolves when every job so far has been reported. */
  readonly idle: () => Promise<void>;
};

type Issued = { readonly event: EventOf<'TicketIssued'>; readonly at: Instant };

/**
 * Joins the journal's events with the printers: `report` gets the one outcome of each job, in the end.
 *
 * @param branch the configuration in force and today's closing time, asked for when a ticket is printed.
 */
export function createBranchPaper(parts: {
  readonly printers: BranchPrinters;
  readonly branch: () => { readonly configuration: Configuration; readonly closesAt: string | null };
  readonly now: () => Instant;
  readonly report: (job: PrintJob, outcome: PrintResult) => void;
  readonly onFault: (fault: PrintFault) => void;
}): BranchPaper {
  const { printers, branch, now, report, onFault } = parts;
  // What a job prints is its event's; kept only between the commit and the dispatch of the same turn.
  const issued = new Map<TicketId, Issued>();
  const jobs = createPrintJobs<PrintJob & { readonly printerId: PrinterId }>({
    printerOf: printers.printerOf,
    translate: translatorOf,
    onFault,
    factsOf: ({ ticketId }) => {
      const ticket = issued.get(ticketId);
      if (ticket === undefined) return null;
      const { configuration, closesAt } = branch();
      return ticketFactsOf(ticket.event, ticket.at, configuration, closesAt);
    },
    submit: (job, outcome) => {
      printers.noteOutcome(job.printerId, outcome, now());
      report(job, outcome);
    },
  });
  return {
    printIssued: (events) => {
      for (const { event, at } of events) {
        if (event.type !== 'TicketIssued' || event.printJob === null) continue;
        issued.set(event.ticketId, { event, at });
        jobs.dispatch(event.printJob);
        issued.delete(event.ticketId);
      }
    },
    idle: jobs.idle,
  };
}
