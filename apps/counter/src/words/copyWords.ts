import { assertNever, type PrintResult } from '@okienko/shared';
import type { Translate } from '@okienko/shared/text';
import type { CopyOrder } from '../desk/copyOrder.ts';

/** What became of an ordered copy, in one sentence, with the reason where it failed. */
export function copyWords({ ticketNumber, printerName }: CopyOrder, outcome: PrintResult, text: Translate): string {
  const names = { number: ticketNumber, printer: printerName };
  switch (outcome.result) {
    case 'printed':
      return text('counter.copy.printed', names);
    case 'sentUnconfirmed':
      return text('counter.copy.sent', names);
    case 'failed':
      return text('counter.copy.failed', { ...names, reason: text(`counter.trouble.${outcome.reason}`) });
    case 'unknown':
      return text('counter.copy.unknown', names);
    default:
      return assertNever(outcome);
  }
}
