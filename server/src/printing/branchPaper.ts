import type {
  Configuration,
  Instant,
  JobId,
  JournalEvent,
  PrinterId,
  PrintJob,
  PrintResult,
  TicketId,
} from '@okienko/shared';
import { translatorOf } from '@okienko/shared/text';
import type { BranchPrinters } from './branchPrinters.ts';
import { type PaperOrder, paperOrderOf } from './paperOrder.ts';
import { createPrintJobs, type PrintFault } from './printJobs.ts';
import { ticketFactsOf } from './ticketFactsOf.ts';

/** Prints what committed events ask for, and reports each job once. */
export type BranchPaper = {
  /** Starts the print jobs of a turn; returns at once. */
  readonly printOrdered: (events: readonly { readonly event: JournalEvent; readonly at: Instant }[]) => void;
  /** Resolves when every job so far has been reported. */
  readonly idle: () => Promise<void>;
};

/**
 * Joins the journal's events with the printers: `report` gets the one outcome of each job, in the end.
 *
 * @param branch the configuration in force, today's closing time and public addresses, asked when a ticket is printed.
 */
export function createBranchPaper(parts: {
  readonly printers: Pick<BranchPrinters, 'printerOf' | 'noteOutcome'>;
  readonly branch: () => {
    readonly configuration: Configuration;
    readonly closesAt: string | null;
    readonly followUrlOf: (ticketId: TicketId) => string | null;
  };
  readonly now: () => Instant;
  readonly report: (job: PrintJob, outcome: PrintResult) => void;
  readonly onFault: (fault: PrintFault) => void;
}): BranchPaper {
  const { printers, branch, now, report, onFault } = parts;
  // What a job prints is its event's; kept only between the commit and the dispatch of the same turn.
  const orders = new Map<JobId, PaperOrder>();
  const jobs = createPrintJobs<PrintJob & { readonly printerId: PrinterId }>({
    printerOf: printers.printerOf,
    translate: translatorOf,
    onFault,
    factsOf: ({ jobId }) => {
      const order = orders.get(jobId);
      if (order === undefined) return null;
      const { configuration, closesAt, followUrlOf } = branch();
      return ticketFactsOf(order, configuration, { closesAt, followUrl: followUrlOf(order.printJob.ticketId) });
    },
    submit: (job, outcome) => {
      printers.noteOutcome(job.printerId, outcome, now());
      report(job, outcome);
    },
  });
  return {
    printOrdered: (events) => {
      for (const { event, at } of events) {
        const order = paperOrderOf(event, at);
        if (order === null) continue;
        const { jobId } = order.printJob;
        orders.set(jobId, order);
        jobs.dispatch(order.printJob);
        orders.delete(jobId);
      }
    },
    idle: jobs.idle,
  };
}
