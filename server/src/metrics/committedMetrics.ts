import { type Configuration, type JournalEvent, printFailureReasons, type PrintResult } from '@okienko/shared';
import type { MetricsRegistry } from './metricsRegistry.ts';

/**
 * Counts what committed events say of paper and of what boards are to announce.
 *
 * @param printers whose results begin at 0, so that the first failure is seen as a rise.
 */
export function createCommittedMetrics(
  registry: MetricsRegistry,
  printers: Configuration['printers'],
): (event: JournalEvent) => void {
  const printResults = registry.counter('okienko_print_results_total', 'Results of print jobs.', [
    'printer',
    'result',
    'reason',
  ]);
  const announcements = registry.counter('okienko_announcements_total', 'Calls that boards were told to announce.', [
    'kind',
  ]);
  for (const { id } of printers) for (const outcome of everyPrintResult) printResults(labelsOf(id, outcome), 0);
  for (const kind of ['call', 'recall']) announcements({ kind }, 0);
  return (event) => {
    if (event.type === 'PrintResultRecorded') printResults(labelsOf(event.printerId, event.outcome));
    if (event.type === 'TicketCalled') announcements({ kind: 'call' });
    if (event.type === 'TicketRecalled') announcements({ kind: 'recall' });
  };
}

const everyPrintResult: readonly PrintResult[] = [
  { result: 'printed' },
  { result: 'sentUnconfirmed' },
  { result: 'unknown' },
  ...printFailureReasons.map((reason) => ({ result: 'failed', reason }) as const),
];

function labelsOf(printer: string, outcome: PrintResult) {
  const { result } = outcome;
  return outcome.result === 'failed' ? { printer, result, reason: outcome.reason } : { printer, result };
}
