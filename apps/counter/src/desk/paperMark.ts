import { assertNever, type CounterTicket } from '@okienko/shared';

/** What a clerk should see of a ticket's paper; a first paper that came out, or is coming, needs no word. */
export type PaperMark =
  | 'noPaper'
  | 'paperUnsure'
  | 'copyPrinting'
  | 'copyPrinted'
  | 'copySent'
  | 'copyFailed'
  | 'copyUnsure';

/** The mark of a ticket's newest paper; null where there is nothing to say. */
export function paperMarkOf(print: CounterTicket['print']): PaperMark | null {
  if (print === null) return null;
  const { outcome, isCopy } = print;
  if (outcome === null) return isCopy ? 'copyPrinting' : null;
  switch (outcome.result) {
    case 'printed':
      return isCopy ? 'copyPrinted' : null;
    case 'sentUnconfirmed':
      return isCopy ? 'copySent' : null;
    case 'failed':
      return isCopy ? 'copyFailed' : 'noPaper';
    case 'unknown':
      return isCopy ? 'copyUnsure' : 'paperUnsure';
    default:
      return assertNever(outcome);
  }
}

/** Whether the person may have no paper in the hand, or two: the mark then has a sign that is seen without reading. */
export function isPaperWarning(mark: PaperMark): boolean {
  switch (mark) {
    case 'noPaper':
    case 'paperUnsure':
    case 'copyFailed':
    case 'copyUnsure':
      return true;
    case 'copyPrinting':
    case 'copyPrinted':
    case 'copySent':
      return false;
    default:
      return assertNever(mark);
  }
}
