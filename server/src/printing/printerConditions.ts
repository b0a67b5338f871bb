import { type Alarm, assertNever, type Instant, type PrinterCondition, type PrintResult } from '@okienko/shared';
import type { PrinterStatus } from './printerPort.ts';

/** What is known of each printer, from its own answers and from how its jobs ended. */
export type PrinterConditions<PrinterId> = {
  /** `ready` until something else is known. */
  readonly of: (printerId: PrinterId) => PrinterCondition;
  readonly noteOutcome: (printerId: PrinterId, outcome: PrintResult, at: Instant) => void;
  readonly noteStatus: (printerId: PrinterId, status: PrinterStatus, at: Instant) => void;
  /** One for each printer that does not print or is low on paper, since it is so, by the printer's name. */
  readonly alarms: (nameOf: (printerId: PrinterId) => string) => readonly Alarm[];
};

type Known = { readonly condition: PrinterCondition; readonly since: Instant };

const ready: PrinterCondition = { state: 'ready' };

/** Remembers the last that was heard of each printer. `since` stays while a printer only changes what is wrong with it. */
export function createPrinterConditions<PrinterId>(): PrinterConditions<PrinterId> {
  const known = new Map<PrinterId, Known>();
  const conditionOf = (printerId: PrinterId) => known.get(printerId)?.condition ?? ready;

  function note(printerId: PrinterId, condition: PrinterCondition, at: Instant): void {
    const before = known.get(printerId);
    const since = before !== undefined && before.condition.state === condition.state ? before.since : at;
    known.set(printerId, { condition, since });
  }

  return {
    of: conditionOf,
    noteOutcome: (printerId, outcome, at) => note(printerId, afterJob(conditionOf(printerId), outcome), at),
    noteStatus: (printerId, status, at) => note(printerId, afterStatus(status), at),
    alarms: (nameOf) =>
      [...known].flatMap(([printerId, { condition, since }]) => alarmOf(condition, since, nameOf(printerId))),
  };
}

function afterJob(before: PrinterCondition, outcome: PrintResult): PrinterCondition {
  switch (outcome.result) {
    case 'printed':
    case 'sentUnconfirmed':
      // A job says nothing of the roll: that it runs low is unsaid only by the next status.
      return before.state === 'paperLow' ? before : ready;
    case 'failed':
      // A ticket that waited too long tells of the ticket; what its printer lacks was noted with the one before it.
      return outcome.reason === 'expired' ? before : { state: 'notPrinting', reason: outcome.reason };
    case 'unknown':
      return { state: 'notPrinting', reason: 'unknown' };
    default:
      return assertNever(outcome);
  }
}

function afterStatus(status: PrinterStatus): PrinterCondition {
  switch (status.state) {
    case 'ready':
    case 'silent':
      return ready;
    case 'paperLow':
      return { state: 'paperLow' };
    case 'failed':
      return { state: 'notPrinting', reason: status.reason };
    default:
      return assertNever(status);
  }
}

function alarmOf(condition: PrinterCondition, since: Instant, printerName: string): readonly Alarm[] {
  switch (condition.state) {
    case 'ready':
      return [];
    case 'paperLow':
      return [{ kind: 'paperLow', since, printerName }];
    case 'notPrinting':
      return [{ kind: 'printerFault', since, printerName, problem: condition.reason }];
    default:
      return assertNever(condition);
  }
}
