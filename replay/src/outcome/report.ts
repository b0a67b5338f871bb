import { durationBetween, type DurationMs, type Instant, minutes, type TicketId } from '@okienko/shared';
import type { PlannedTicket } from '../plan/dayPlan.ts';
import { callsOutOfOrder } from './callsOutOfOrder.ts';
import type { LedgerEntry } from './ledger.ts';
import { percentile, type Spread, spreadOf } from './spread.ts';

/** Everything that a replay is judged by. */
export type ReplayOutcome = {
  readonly tickets: readonly PlannedTicket[];
  /** The same by the lines in which they are called one after another. */
  readonly lines: readonly (readonly PlannedTicket[])[];
  /** Which ticket of ours stands for a planned one, as the kiosk was answered. */
  readonly ticketIds: ReadonlyMap<PlannedTicket, TicketId>;
  /** What the server told: every ticket, and the order of the calls. */
  readonly entries: readonly Readonly<LedgerEntry>[];
  readonly callOrder: readonly TicketId[];
  /** False where something that the server told was missed. */
  readonly isLedgerComplete: boolean;
  /** One for each refused press. */
  readonly rejections: readonly string[];
  readonly acknowledgedMs: readonly DurationMs[];
};

/** What `--report` writes: waits in business minutes, acknowledgements in real milliseconds. */
export type ReplayReport = {
  readonly issued: number;
  readonly called: number;
  /** Visits that ended, those who did not come among them. */
  readonly closed: number;
  readonly rejected: number;
  readonly duplicateNumbers: number;
  readonly outOfOrder: number;
  /** `recorded` is null for a day that nobody recorded. */
  readonly wait: Spread & { readonly recorded: Spread | null };
  readonly ackMs: { readonly p50: number | null; readonly p99: number | null };
};

/** Counts what became of the planned tickets. */
export function reportOf(outcome: ReplayOutcome): ReplayReport {
  const { tickets, entries, rejections, acknowledgedMs } = outcome;
  const ours = oursOf(outcome);
  const recorded = tickets.flatMap(({ issueAt, callAt }) => (callAt === null ? [] : [minutesFrom(issueAt, callAt)]));
  return {
    issued: ours.length,
    called: ours.filter(({ calls }) => calls > 0).length,
    closed: ours.filter(({ ends }) => ends > 0).length,
    rejected: rejections.length,
    duplicateNumbers: entries.length - new Set(entries.map(({ ticketNumber }) => ticketNumber)).size,
    outOfOrder: outOfOrder(outcome),
    wait: {
      ...spreadOf(
        ours.flatMap(({ issuedAt, calledAt }) => (calledAt === null ? [] : [minutesFrom(issuedAt, calledAt)])),
      ),
      recorded: recorded.length === 0 ? null : spreadOf(recorded),
    },
    ackMs: { p50: percentile(acknowledgedMs, 0.5), p99: percentile(acknowledgedMs, 0.99) },
  };
}

/**
 * What must not be, in sentences: a planned ticket that is lost, doubled or out of order, or a day of which not
 * everything was seen. None: the replay has shown what it is there to show.
 */
export function problemsOf(outcome: ReplayOutcome): readonly string[] {
  const { tickets, ticketIds, entries, isLedgerComplete } = outcome;
  const report = reportOf(outcome);
  const entryOf = entryFinder(outcome);
  const namesOf = (isBad: (entry: Readonly<LedgerEntry> | null) => boolean) =>
    tickets.filter((ticket) => isBad(entryOf(ticket))).map(({ name }) => name);
  const planned = new Set(ticketIds.values());
  const strange = entries.filter(({ ticketId }) => !planned.has(ticketId)).map(({ ticketNumber }) => ticketNumber);
  return [
    ...sentence(
      'were never issued',
      namesOf((entry) => entry === null),
    ),
    ...sentence(
      'were never called',
      namesOf((entry) => entry !== null && entry.calls === 0),
    ),
    ...sentence(
      'were never closed',
      namesOf((entry) => entry !== null && entry.ends === 0),
    ),
    ...sentence(
      'were called more than once',
      namesOf((entry) => entry !== null && entry.calls > 1),
    ),
    ...sentence(
      'were closed more than once',
      namesOf((entry) => entry !== null && entry.ends > 1),
    ),
    ...sentence('were issued and nobody planned them', strange),
    ...(planned.size === ticketIds.size ? [] : ['One ticket was given out for two planned ones.']),
    ...(report.duplicateNumbers === 0 ? [] : [`${report.duplicateNumbers} numbers were given out twice.`]),
    ...(report.outOfOrder === 0 ? [] : [`${report.outOfOrder} tickets were called out of order.`]),
    ...(isLedgerComplete ? [] : ['The watching console lost its connection: not everything was seen.']),
  ];
}

/** By how many business minutes at most a ticket was issued later than planned: the kiosk's line on a slow machine. */
export function latestIssueMinutes(outcome: ReplayOutcome): number {
  const entryOf = entryFinder(outcome);
  return outcome.tickets.reduce((latest, ticket) => {
    const entry = entryOf(ticket);
    return entry === null ? latest : Math.max(latest, minutesFrom(ticket.issueAt, entry.issuedAt));
  }, 0);
}

function sentence(what: string, names: readonly string[]): readonly string[] {
  if (names.length === 0) return [];
  const more = names.length > 5 ? ', …' : '';
  return [`${names.length} tickets ${what}: ${names.slice(0, 5).join('; ')}${more}.`];
}

function oursOf(outcome: ReplayOutcome): readonly Readonly<LedgerEntry>[] {
  const entryOf = entryFinder(outcome);
  return outcome.tickets.flatMap((ticket) => entryOf(ticket) ?? []);
}

function entryFinder({ ticketIds, entries }: ReplayOutcome) {
  const byId = new Map(entries.map((entry) => [entry.ticketId, entry]));
  return (ticket: PlannedTicket): Readonly<LedgerEntry> | null => {
    const ticketId = ticketIds.get(ticket);
    return ticketId === undefined ? null : (byId.get(ticketId) ?? null);
  };
}

function outOfOrder({ lines, ticketIds, callOrder }: ReplayOutcome): number {
  return lines
    .map((line) => line.flatMap((ticket) => ticketIds.get(ticket) ?? []))
    .reduce((sum, line) => sum + callsOutOfOrder(line, callOrder), 0);
}

function minutesFrom(earlier: Instant, later: Instant): number {
  return durationBetween(earlier, later) / minutes(1);
}
