import type { Language } from '@okienko/shared';
import { renderEscpos } from './escposRenderer.ts';
import type { PrinterPort, PrintOutcome } from './printerPort.ts';
import type { PrinterProfile } from './printerProfile.ts';
import type { TicketFacts } from './ticketFacts.ts';
import { ticketLayout, type TranslateTicket } from './ticketLayout.ts';

/** One order to print one ticket once; a reprint is another job. Only the ids are needed here. */
export type DispatchedJob = {
  readonly jobId: string;
  readonly ticketId: string;
  readonly printerId: string;
  readonly isCopy: boolean;
};

export type Printer = { readonly port: PrinterPort; readonly profile: PrinterProfile };

/** Something that staff or whoever runs the server must hear of; the job itself was answered all the same. */
export type PrintFault = {
  readonly jobId: string;
  readonly printerId: string;
  /** `compose` = our own layout or rendering, `port` = a port that broke its promise, `report` = `submit` failed. */
  readonly stage: 'compose' | 'port' | 'report';
  readonly error: unknown;
};

export type PrintJobsOptions<Job extends DispatchedJob> = {
  /** Reports the one result of a job; may be asynchronous. */
  readonly submit: (job: Job, outcome: PrintOutcome) => void | Promise<void>;
  /** The printer of that id, or null where the configuration has none any more. */
  readonly printerOf: (printerId: Job['printerId']) => Printer | null;
  /** What the ticket says, read at once when the job is dispatched, to be laid out later; null when the ticket is gone. */
  readonly factsOf: (job: Job) => TicketFacts | null;
  readonly translate: (language: Language) => TranslateTicket;
  readonly onFault: (fault: PrintFault) => void;
};

export type PrintJobs<Job extends DispatchedJob> = {
  /** Starts a job and returns at once; never throws. A job that was already dispatched is left alone. */
  readonly dispatch: (job: Job) => void;
  /** Resolves when every job dispatched so far has been reported. */
  readonly idle: () => Promise<void>;
};

/** Long enough for every resend that can still arrive; ids beyond it are refused by the engine's age limit anyway. */
const rememberedJobs = 10_000;

/**
 * Prints the jobs of a branch and reports exactly one outcome for each. The order of a printer's jobs is kept by its
 * port; printers do not wait for each other. Nothing is tried again: an outcome that is not `printed` is for a person.
 */
export function createPrintJobs<Job extends DispatchedJob>(options: PrintJobsOptions<Job>): PrintJobs<Job> {
  const known = new Set<string>();
  const running = new Set<Promise<void>>();

  async function carryOut(job: Job): Promise<void> {
    const outcome = await printJob(job, options);
    try {
      await options.submit(job, outcome);
    } catch (error) {
      options.onFault({ jobId: job.jobId, printerId: job.printerId, stage: 'report', error });
    }
  }

  return {
    dispatch(job) {
      if (known.has(job.jobId)) return;
      known.add(job.jobId);
      for (const oldest of known) {
        if (known.size <= rememberedJobs) break;
        known.delete(oldest);
      }
      const run = carryOut(job).finally(() => running.delete(run));
      running.add(run);
    },
    async idle() {
      await Promise.all(running);
    },
  };
}

async function printJob<Job extends DispatchedJob>(job: Job, options: PrintJobsOptions<Job>): Promise<PrintOutcome> {
  const { jobId, printerId } = job;
  let stage: PrintFault['stage'] = 'compose';
  try {
    const printer = options.printerOf(printerId);
    const facts = options.factsOf(job);
    if (printer === null || facts === null) {
      const missing = printer === null ? `printer ${printerId}` : `ticket ${job.ticketId}`;
      options.onFault({ jobId, printerId, stage, error: new Error(`there is no ${missing} to print with`) });
      return { result: 'failed', reason: 'fault' };
    }
    const { port, profile } = printer;
    const compose = () => {
      stage = 'compose';
      const elements = ticketLayout(facts, profile, options.translate(facts.language));
      const bytes = renderEscpos(elements, profile, facts.language);
      stage = 'port';
      return bytes;
    };
    stage = 'port';
    return await port.print({ jobId, compose });
  } catch (error) {
    options.onFault({ jobId, printerId, stage, error });
    // A port that broke its promise may have sent something; before it was asked, surely nothing was.
    return stage === 'port' ? { result: 'unknown' } : { result: 'failed', reason: 'fault' };
  }
}
