import { faultKinds } from './world/scenario.ts';

/** What a hundred seeds must have met, else their silence proves little. */
const wanted: readonly string[] = [
  'BusinessDayEnded',
  'ClockCorrected',
  'ConfigurationChanged',
  'CounterPaused',
  'CounterSignedOff',
  'JournalRestored',
  'PrintResultRecorded',
  'TicketMarkedNoShow',
  'TicketRecalled',
  'TicketReinstated',
  'TicketReprinted',
  'announcements spoken',
  'answered fault',
  'answered rejected',
  'backups',
  'calls judged by the policy',
  'commands sent again',
  'connections cut',
  'deaths between commit and answer',
  'duplicates answered again',
  'engine: commandQuarantined',
  'engine: journalFault',
  'engine: journalRecovered',
  'keys that a console did not take',
  'pages reloaded',
  'restores',
  'server starts',
  'summer or winter time began',
  'the day ended with somebody called',
  'the day ended with somebody noShow',
  'the day ended with somebody serving',
  'the day ended with somebody waiting',
  'touches that a kiosk did not take',
  'two calls in one turn',
  'words lost',
  'words swallowed',
  ...faultKinds.map((kind) => `fault: ${kind}`),
];

/** The kinds that these counts lack. */
export function missingCoverage(counts: ReadonlyMap<string, number>): readonly string[] {
  return wanted.filter((kind) => (counts.get(kind) ?? 0) === 0);
}
