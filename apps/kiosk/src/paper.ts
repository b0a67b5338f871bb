import { assertNever, type JobId, type PrintFailureReason, type SettledPrint } from '@okienko/shared';

/** What a customer may expect from the printer. */
export type Paper =
  | { readonly state: 'printing' }
  | { readonly state: 'ready' }
  | { readonly state: 'none'; readonly reason: PrintFailureReason | 'noPrinter' }
  | { readonly state: 'unsure' };

/**
 * What to say about the paper: "take your ticket" only where it was printed, or sent to a printer that never answers.
 *
 * @param isOverdue true where the customer has waited long enough for word from the printer.
 */
export function paperOf(jobId: JobId | null, prints: readonly SettledPrint[], isOverdue: boolean): Paper {
  if (jobId === null) return { state: 'none', reason: 'noPrinter' };
  const settled = prints.find((print) => print.jobId === jobId);
  if (settled === undefined) return { state: isOverdue ? 'unsure' : 'printing' };
  const { outcome } = settled;
  switch (outcome.result) {
    case 'printed':
    case 'sentUnconfirmed':
      return { state: 'ready' };
    case 'failed':
      return { state: 'none', reason: outcome.reason };
    case 'unknown':
      return { state: 'unsure' };
    default:
      return assertNever(outcome);
  }
}
