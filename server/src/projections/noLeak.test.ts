import { type JournalEvent, minutes } from '@okienko/shared';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openingAt } from '../domain/calendar.ts';
import { exampleConfiguration, officeWith, priority } from '../domain/testing/exampleBranch.ts';
import { givenBranch, type TestBranch } from '../domain/testing/given.ts';
import { playOn, someMoves } from '../domain/testing/randomDay.ts';
import { close, printResult } from '../domain/testing/requests.ts';
import { called, issued, later, missed, opened, paused, started } from '../domain/testing/steps.ts';
import { AudienceViews } from './audienceViews.ts';
import { figuresOf } from './figures.ts';
import { turnsOf } from './testing/turnsOf.ts';

/** A real office: its PIN hashes, its printer's address and its notes are nobody's business. */
const office = {
  ...officeWith(),
  $comment: 'a note of the people who run this',
  printers: exampleConfiguration.printers.map((printer) => ({
    ...printer,
    connection: { kind: 'tcp' as const, host: 'druk-7.internal', port: 9187 },
  })),
};
const reasons = exampleConfiguration.priorityReasons.map(({ id }) => id);
const hidden = ['scrypt:', 'druk-7.internal', '9187', 'people who run this', 'configHash', 'pinHash', 'publicHolidays'];

/** Every text that one audience is ever sent: each event, the whole picture, the figures. */
function sentTo(branch: TestBranch): Readonly<Record<'display' | 'kiosk' | 'counter', string>> {
  const views = new AudienceViews();
  const turns = turnsOf(branch);
  for (const turn of turns) views.add(turn);
  const pictures = views.snapshot();
  const figures = figuresOf(branch.state, branch.now, openingAt(office, branch.now), { alarms: [], printers: {} });
  const all = (audience: 'display' | 'kiosk' | 'counter') =>
    JSON.stringify([turns.map((turn) => turn[audience]), pictures[audience], figures[audience]]);
  return { display: all('display'), kiosk: all('kiosk'), counter: all('counter') };
}

/** The ids of this kind that stand anywhere in these events. */
function idsIn(branch: TestBranch, key: 'ticketId' | 'clerkId' | 'deviceId' | 'jobId'): readonly string[] {
  const events: readonly JournalEvent[] = branch.events.map(({ event }) => event);
  const found = [...JSON.stringify(events).matchAll(new RegExp(`"${key}":"([^"]+)"`, 'g'))];
  return [...new Set(found.map((match) => match[1] ?? ''))];
}

const found = (text: string, forbidden: readonly string[]) =>
  forbidden.filter((word) => text.includes(`"${word}"`) || (hidden.includes(word) && text.includes(word)));

function leaksOf(branch: TestBranch): readonly string[] {
  const sent = sentTo(branch);
  const tickets = idsIn(branch, 'ticketId');
  const staff = [...idsIn(branch, 'clerkId'), ...idsIn(branch, 'deviceId')];
  const outcomes = exampleConfiguration.outcomes.map(({ id }) => id);
  const ranks = [priority, 'priorityClass', 'closedAt', 'reason'];
  return [
    ...found(sent.display, [
      ...hidden,
      ...tickets,
      ...staff,
      ...idsIn(branch, 'jobId'),
      ...reasons,
      ...ranks,
      ...outcomes,
    ]),
    ...found(sent.kiosk, [...hidden, ...tickets, ...staff, ...outcomes, 'clerkId', 'deviceId', 'ticketId', 'reasonId']),
    ...found(sent.counter, [...hidden, ...idsIn(branch, 'jobId'), ...reasons, 'priorityReasons', 'connection']),
  ];
}

describe('what no audience may learn', () => {
  it('given any day, then no event, picture or figure holds what its audience may not know', () => {
    fc.assert(
      fc.property(someMoves, (moves) => {
        const branch = givenBranch(office);
        playOn(branch, moves);
        expect(leaksOf(branch)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  const busyDay = () =>
    givenBranch(
      office,
      opened('c1'),
      opened('c2'),
      opened('c3'),
      paused('c3'),
      issued('D001', { hasPrintJob: true, priorityClass: priority }),
      issued('D002'),
      issued('S001'),
      issued('S002'),
      called('D001', 'c2'),
      started('D001'),
      called('S001', 'c1'),
      missed('S001'),
      called('S002', 'c1'),
      later(minutes(3)),
    );

  it('given a day with everything in it, then the search itself finds what is there to find', () => {
    const branch = busyDay();
    branch.when(printResult('D001', { result: 'failed', reason: 'paperOut' }));
    branch.when(close('c2', 'D001'));
    expect(leaksOf(branch)).toEqual([]);
    const sent = sentTo(branch);
    expect(found(sent.counter, idsIn(branch, 'ticketId'))).toHaveLength(4);
    expect(found(sent.counter, idsIn(branch, 'clerkId'))).toHaveLength(3);
    expect(found(sent.kiosk, idsIn(branch, 'jobId'))).toHaveLength(1);
    expect(found(sent.kiosk, reasons)).toEqual(reasons);
    expect(found(sent.display, ['D001', 'S001', 'c1', 'c2'])).toHaveLength(4);
    expect(found(JSON.stringify(branch.events), ['druk-7.internal', 'scrypt:', 'configHash'])).toHaveLength(3);
  });

  it('given a waiting ticket, then boards know nothing of it, and kiosks only that somebody waits', () => {
    const branch = givenBranch(office, issued('D001', { priorityClass: priority }));
    expect(turnsOf(branch).at(-1)).toMatchObject({
      display: [],
      kiosk: [{ type: 'waitingChanged', serviceId: 'dowod-wniosek', by: 1 }],
    });
  });
});
