import { assertNever, type JobId, type PrintFailureReason, type SettledPrint } from '@okienko/shared';

/** How long a customer has waited for word from the printer: not long, longer than usual, longer than anybody should. */
export type PrintWait = 'fresh' | 'slow' | 'overdue';

/** What a customer may expect from the printer. */
export type Paper =
  | { readonly state: 'printing'; readonly isSlow: boolean }
  | { readonly state: 'ready' }
  /** The ticket went to a printer that never says what became of it. */
  | { readonly state: 'sent' }
  | { readonly state: 'none'; readonly why: MissingPaper }
  | { readonly state: 'unsure' };

/** What a customer is told of paper that will not come; what is broken is for the staff to know. */
export type MissingPaper = 'paperOut' | 'notPrinted' | 'noPrinter';

/** What to say about the paper: "take your ticket" only where one was printed, or surely sent. */
export function paperOf(jobId: JobId | null, prints: readonly SettledPrint[], wait: PrintWait): Paper {
  if (jobId === null) return { state: 'none', why: 'noPrinter' };
  const settled = prints.find((print) => print.jobId === jobId);
  if (settled === undefined)
    return wait === 'overdue' ? { state: 'unsure' } : { state: 'printing', isSlow: wait === 'slow' };
  const { outcome } = settled;
  switch (outcome.result) {
    case 'printed':
      return { state: 'ready' };
    case 'sentUnconfirmed':
      return { state: 'sent' };
    case 'failed':
      return { state: 'none', why: missingPaperOf(outcome.reason) };
    case 'unknown':
      return { state: 'unsure' };
    default:
      return assertNever(outcome);
  }
}

/** Whether the number on the screen is all that the customer surely has, so that it must stay there longer. */
export function isPaperMissing(paper: Paper): boolean {
  switch (paper.state) {
    case 'none':
    case 'unsure':
      return true;
    case 'printing':
    case 'ready':
    case 'sent':
      return false;
    default:
      return assertNever(paper);
  }
}

function missingPaperOf(reason: PrintFailureReason): MissingPaper {
  switch (reason) {
    case 'paperOut':
      return 'paperOut';
    case 'coverOpen':
    case 'offline':
    case 'unreachable':
    case 'connectionLost':
    case 'fault':
    case 'expired':
      return 'notPrinted';
    default:
      return assertNever(reason);
  }
}
