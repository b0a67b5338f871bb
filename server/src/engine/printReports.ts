import { type CommandId, idSchemas, type JobId, type PrintResult } from '@okienko/shared';
import type { BranchEngine } from './branchEngine.ts';
import { ownRequest } from './serverDuties.ts';

/**
 * Brings the one outcome of each print job onto its ticket.
 *
 * A report is kept until the engine has answered it for good: while the disk is full the answer is a fault, and a
 * ticket without paper must still say so when there is room again.
 */
export class PrintReports {
  readonly #engine: Pick<BranchEngine, 'submit'>;
  readonly #unsettled = new Map<JobId, PrintResult>();

  constructor(engine: Pick<BranchEngine, 'submit'>) {
    this.#engine = engine;
  }

  report(jobId: JobId, outcome: PrintResult): void {
    this.#unsettled.set(jobId, outcome);
    this.#send(jobId, outcome);
  }

  /** Sends what has no answer for good yet, under the same ids; to be called with each tick of the engine. */
  sendAgain(): void {
    for (const [jobId, outcome] of this.#unsettled) this.#send(jobId, outcome);
  }

  #send(jobId: JobId, outcome: PrintResult): void {
    const command = { type: 'RecordPrintResult', jobId, outcome } as const;
    const request = ownRequest(reportId(jobId), command, ({ answer }) => {
      if (answer !== 'fault') this.#unsettled.delete(jobId);
    });
    this.#engine.submit(request);
  }
}

/** The command id of a job's one report: a second report of the same job is a resend. */
function reportId(jobId: JobId): CommandId {
  return idSchemas.command.parse(`print:${jobId}`);
}
