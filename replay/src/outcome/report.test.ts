import { idSchemas, instantOf, milliseconds, minutes, type TicketId, ticketNumberOf } from '@okienko/shared';
import { describe, expect, it } from 'vitest';
import type { PlannedTicket } from '../plan/dayPlan.ts';
import type { LedgerEntry } from './ledger.ts';
import { latestIssueMinutes, problemsOf, type ReplayOutcome, reportOf } from './report.ts';

const serviceId = idSchemas.service.parse('queue-a');
const priorityClass = idSchemas.priorityClass.parse('ordinary');
const idOf = (count: number): TicketId =>
  idSchemas.ticket.parse(`00000000-0000-7000-8000-${String(count).padStart(12, '0')}`);

const tickets: readonly PlannedTicket[] = [1, 2, 3].map((count) => ({
  name: `ticket ${count}`,
  serviceId,
  priorityClass,
  language: 'pl',
  issueAt: instantOf(minutes(count)),
  callAt: instantOf(minutes(2 * count + 10)),
}));

function entryOf(count: number, more: Partial<LedgerEntry> = {}): LedgerEntry {
  return {
    ticketId: idOf(count),
    ticketNumber: ticketNumberOf('A', count),
    serviceId,
    priorityClass,
    issuedAt: instantOf(minutes(count)),
    calledAt: instantOf(minutes(count + 4)),
    calls: 1,
    ends: 1,
    ...more,
  };
}

/** Three tickets, issued, called and closed as they were recorded, but for what a test changes. */
function outcomeOf(more: Partial<ReplayOutcome> = {}): ReplayOutcome {
  return {
    tickets,
    lines: [tickets],
    ticketIds: new Map(tickets.map((ticket, index) => [ticket, idOf(index + 1)])),
    entries: [1, 2, 3].map((count) => entryOf(count)),
    callOrder: [1, 2, 3].map(idOf),
    isLedgerComplete: true,
    rejections: [],
    acknowledgedMs: [4, 1, 2, 3].map(milliseconds),
    ...more,
  };
}

describe('the report of a replay', () => {
  it('given a day like the record, then everything is counted and nothing is wrong', () => {
    expect(reportOf(outcomeOf())).toEqual({
      issued: 3,
      called: 3,
      closed: 3,
      rejected: 0,
      duplicateNumbers: 0,
      outOfOrder: 0,
      wait: { mean: 4, p50: 4, p90: 4, recorded: { mean: 12, p50: 12, p90: 13 } },
      ackMs: { p50: 2, p99: 4 },
    });
    expect(problemsOf(outcomeOf())).toEqual([]);
  });

  it('given a day that nobody recorded, then it says nothing of a record', () => {
    const generated = tickets.map((ticket) => ({ ...ticket, callAt: null }));
    expect(reportOf(outcomeOf({ tickets: generated })).wait.recorded).toBeNull();
  });

  it('given a kiosk that is late, then it says by how much at the latest', () => {
    const late = entryOf(2, { issuedAt: instantOf(minutes(3.5)) });
    expect(latestIssueMinutes(outcomeOf({ entries: [entryOf(1), late] }))).toBe(1.5);
    expect(latestIssueMinutes(outcomeOf())).toBe(0);
  });

  it('given a refusal, then it is counted; alone it is nothing wrong', () => {
    const outcome = outcomeOf({ rejections: ['CallNext: QueueEmpty'] });
    expect(reportOf(outcome).rejected).toBe(1);
    expect(problemsOf(outcome)).toEqual([]);
  });

  it.each<readonly [string, Partial<ReplayOutcome>, RegExp]>([
    [
      'a lost ticket',
      { ticketIds: new Map(tickets.slice(1).map((ticket, at) => [ticket, idOf(at + 2)])) },
      /1 tickets were never issued: ticket 1/,
    ],
    ['a ticket that the server never told of', { entries: [entryOf(1), entryOf(2)] }, /never issued: ticket 3/],
    [
      'a ticket that was never called',
      { entries: [entryOf(1), entryOf(2), entryOf(3, { calls: 0, calledAt: null })] },
      /never called: ticket 3/,
    ],
    [
      'a visit that never ended',
      { entries: [entryOf(1), entryOf(2, { ends: 0 }), entryOf(3)] },
      /never closed: ticket 2/,
    ],
    [
      'a person called twice',
      { entries: [entryOf(1, { calls: 2 }), entryOf(2), entryOf(3)] },
      /called more than once: ticket 1/,
    ],
    [
      'a visit that ended twice',
      { entries: [entryOf(1, { ends: 2 }), entryOf(2), entryOf(3)] },
      /closed more than once: ticket 1/,
    ],
    [
      'a ticket that nobody took',
      { entries: [1, 2, 3, 4].map((count) => entryOf(count)) },
      /nobody planned them: A004/,
    ],
    [
      'one ticket for two people',
      { ticketIds: new Map(tickets.map((ticket) => [ticket, idOf(1)])) },
      /One ticket was given out for two/,
    ],
    [
      'a number twice',
      { entries: [entryOf(1), entryOf(2), entryOf(3, { ticketNumber: ticketNumberOf('A', 2) })] },
      /1 numbers were given out twice/,
    ],
    ['two calls in another order', { callOrder: [2, 1, 3].map(idOf) }, /2 tickets were called out of order/],
    ['a watcher that missed something', { isLedgerComplete: false }, /not everything was seen/],
  ])('given %s, then it is wrong', (_, broken, sentence) => {
    expect(problemsOf(outcomeOf(broken)).join('\n')).toMatch(sentence);
  });
});
