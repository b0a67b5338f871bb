import type { Alarm } from '@okienko/shared';

/** What stops the work first, paper that only runs low last; within that as they came. */
const urgency: Readonly<Record<Alarm['kind'], number>> = {
  journalFault: 0,
  clockJumped: 1,
  commandQuarantined: 2,
  printerFault: 3,
  backupFailed: 4,
  paperLow: 5,
};

/** The alarms in the order in which a clerk should read them. */
export function mostUrgentFirst(alarms: readonly Alarm[]): readonly Alarm[] {
  return alarms.toSorted((one, other) => urgency[one.kind] - urgency[other.kind] || one.since - other.since);
}

/** Tells alarms apart: two printers may fail in one moment. */
export function alarmKeyOf(alarm: Alarm): string {
  return `${alarm.kind} ${alarm.since} ${'printerName' in alarm ? alarm.printerName : ''}`;
}
