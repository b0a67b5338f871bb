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
  'connections cut',
  'deaths between commit and answer',
  'duplicates answered again',
  'engine: commandQuarantined',
  'engine: journalFault',
  'engine: journalRecovered',
  'fault: sleep',
  'fault: stop',
  'fault: swallow',
  'fault: twoAtOnce',
  'fault: unplug',
  'keys that a console did not take',
  'pages reloaded',
  'restores',
  'server starts',
  'touches that a kiosk did not take',
  'words swallowed',
];

/** The kinds that these counts lack. */
export function missingCoverage(counts: ReadonlyMap<string, number>): readonly string[] {
  return wanted.filter((kind) => (counts.get(kind) ?? 0) === 0);
}
