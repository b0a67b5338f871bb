import { type Alarm, assertNever, type EventOf, milliseconds } from '@okienko/shared';
import type { EngineReport } from './engine/branchEngine.ts';
import type { Pulse } from './engine/engineRequest.ts';
import type { TurnObservation } from './engine/turnMeter.ts';
import type { StoredEvent } from './journal/journal.ts';
import type { ComponentLog, ServerLog } from './serverLog.ts';

/** A turn that takes longer is felt at every screen. */
const slowTurnMs = milliseconds(100);

/** What the branch writes down while it runs; the engine calls it as it calls the screens. */
export type BranchLog = {
  readonly onTurn: (turn: TurnObservation) => void;
  readonly onCommitted: (events: readonly StoredEvent[]) => void;
  readonly onPulse: (pulse: Pulse) => void;
  readonly report: (report: EngineReport) => void;
};

/**
 * Writes down days, sign-ins (the counter and the device, not the person), results of printing, alarms as they come
 * and go, faults and slow turns; each command only from `debug` (rejected) and `trace` (all) on.
 */
export function createBranchLog(logOf: ServerLog): BranchLog {
  const engine = logOf('engine');
  let shown = new Map<string, Alarm>();
  return {
    onTurn: ({ answers, commitMs, turnMs }) => {
      if (turnMs > slowTurnMs) engine.warn({ turnMs, commitMs, commands: answers.length }, 'slow turn');
      if (!engine.isLevelEnabled('debug')) return;
      for (const { type, acknowledgement } of answers) {
        const { answer } = acknowledgement;
        if (answer === 'rejected') engine.debug({ type, reason: acknowledgement.rejection.reason }, 'command rejected');
        else engine.trace({ type, answer }, 'command answered');
      }
    },
    onCommitted: (events) => {
      for (const { event } of events) noteEvent(logOf, event);
    },
    onPulse: ({ figures }) => {
      const now = new Map(figures.counter.alarms.map((alarm) => [nameOf(alarm), alarm]));
      for (const [name, alarm] of now) if (!shown.has(name)) engine.warn({ alarm }, 'alarm');
      for (const [name, alarm] of shown) if (!now.has(name)) engine.info({ alarm }, 'alarm over');
      shown = now;
    },
    report: (report) => noteReport(logOf, report),
  };
}

function noteEvent(logOf: ServerLog, event: StoredEvent['event']): void {
  switch (event.type) {
    case 'CounterOpened':
      return logOf('engine').info({ counterId: event.counterId, deviceId: event.deviceId }, 'signed in');
    case 'CounterSignedOff':
      return logOf('engine').info({ counterId: event.counterId }, 'signed off');
    case 'BusinessDayStarted':
      return logOf('engine').info({ businessDate: event.businessDate }, 'business day started');
    case 'BusinessDayEnded':
      return logOf('engine').info({ businessDate: event.businessDate }, 'business day ended');
    case 'ClockCorrected':
      return logOf('engine').warn({ from: event.from, to: event.to }, 'clock corrected');
    case 'ConfigurationChanged':
      return logOf('engine').info({ configHash: event.configHash }, 'configuration taken');
    case 'JournalRestored':
      return logOf('journal').warn({ previousJournalId: event.previousJournalId }, 'restored from a backup');
    case 'PrintResultRecorded':
      return notePrintResult(logOf('printing'), event);
    case 'CounterPaused':
    case 'CounterResumed':
    case 'TicketIssued':
    case 'TicketReprinted':
    case 'TicketCalled':
    case 'TicketRecalled':
    case 'ServiceStarted':
    case 'TicketClosed':
    case 'TicketMarkedNoShow':
    case 'TicketReinstated':
      return;
    default:
      return assertNever(event);
  }
}

function notePrintResult(log: ComponentLog, { printerId, jobId, outcome }: EventOf<'PrintResultRecorded'>): void {
  const fields = { printerId, jobId, ...outcome };
  if (outcome.result === 'failed' || outcome.result === 'unknown') log.warn(fields, 'not printed for sure');
  else log.debug(fields, 'printed');
}

function noteReport(logOf: ServerLog, report: EngineReport): void {
  switch (report.kind) {
    case 'journalFault':
      return logOf('journal').error(report, 'the journal cannot write');
    case 'journalRecovered':
      return logOf('journal').info(report, 'the journal writes again');
    case 'snapshotFailed':
      return logOf('journal').error(report, 'no snapshot was kept; the next start takes longer');
    case 'retentionFailed':
      return logOf('journal').error(report, 'old days were not removed; it is tried again after the next day');
    case 'snapshotUnreadable':
      return logOf('journal').error(report, 'a snapshot was passed over; the start took longer');
    case 'commandQuarantined':
      return logOf('engine').error(report, 'a command met a bug and is refused for ever');
    default:
      return assertNever(report);
  }
}

/** Two alarms of one name are one alarm that lasts: one kind, and one printer where it is about a printer. */
function nameOf(alarm: Alarm): string {
  return 'printerName' in alarm ? `${alarm.kind} ${alarm.printerName}` : alarm.kind;
}
