import type { PrintFailureReason, PrintResult } from '@okienko/shared';

/**
 * What is known of a job. `printed` = the printer said so after the last byte; `failed` = not a byte of the ticket was
 * sent; `sentUnconfirmed` = the printer took the bytes and never answers questions; `unknown` = it should have
 * confirmed and did not, so the ticket may or may not be on paper.
 */
export type PrintOutcome = PrintResult;

/** `ready`, `paperLow` and `silent` (it takes bytes but answers nothing) can print; the others cannot. */
export type PrinterStatus =
  | { readonly state: 'ready' }
  | { readonly state: 'paperLow' }
  | { readonly state: 'silent' }
  | { readonly state: 'failed'; readonly reason: PrintFailureReason };

/** One printer, however it is connected. */
export interface PrinterPort {
  /**
   * Prints one job after those given before it; never tries twice, and rejects only as `compose` throws. The bytes are
   * composed when their turn comes and the printer can print: a ticket takes milliseconds of the loop on which every
   * press is answered, and most of a crowd's tickets behind a broken printer are never printed.
   */
  print(job: { readonly jobId: string; readonly compose: () => Uint8Array }): Promise<PrintOutcome>;
  /** Asks the printer, after the jobs given before; never rejects. */
  status(): Promise<PrinterStatus>;
  /** Whether no job and no question is under way or waits. */
  isIdle(): boolean;
  /** Finishes the job in hand and fails those that wait and those that come; resolves when the last is done. */
  close(): Promise<void>;
}
