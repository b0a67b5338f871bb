import type { JournalEvent } from '@okienko/shared';
import { describe, expect, it } from 'vitest';
import { resultOf } from './commandResult.ts';
import { exampleWithRules, ticketIdOf, uuidOf } from './testing/exampleBranch.ts';
import { given, givenBranch } from './testing/given.ts';
import { callNext, endDay, issue, signOff } from './testing/requests.ts';
import { called, issued, opened, printJobOf, started } from './testing/steps.ts';

const resultWith = (events: readonly JournalEvent[]) => resultOf(events, () => 'https://kolejka.example/t');

describe('what the sender of a command gets back', () => {
  it('given a ticket with a print job, then all that the kiosk shows, and the job to watch', () => {
    const { printerId } = printJobOf('D001');
    expect(resultWith(given().when(issue('pisma', { printerId })).events)).toEqual({
      type: 'ticketIssued',
      ticketId: uuidOf(0xffff, 1),
      ticketNumber: 'S001',
      serviceId: 'pisma',
      peopleAhead: 0,
      waitRange: { fromMinutes: 0, toMinutes: 5 },
      counterIds: ['c1'],
      printJobId: uuidOf(0xffff, 2),
      followUrl: 'https://kolejka.example/t',
    });
  });

  it('given a ticket without paper, then no job', () => {
    expect(resultWith(given().when(issue('pisma')).events)).toMatchObject({ printJobId: null });
  });

  it('given a call that closed a visit first, then the ticket that was called', () => {
    const branch = given(opened('c2'), issued('D001'), issued('D002'), called('D001', 'c2'), started('D001'));
    expect(resultWith(branch.when(callNext('c2', 'D001')).events)).toEqual({
      type: 'ticketCalled',
      ticketId: ticketIdOf('D002'),
      ticketNumber: 'D002',
    });
  });

  it('given a call that started the service too, then the same', () => {
    const branch = givenBranch(exampleWithRules({ serviceStartsAtCall: true }), opened('c2'), issued('D001'));
    expect(resultWith(branch.when(callNext('c2')).events)).toMatchObject({
      type: 'ticketCalled',
      ticketNumber: 'D001',
    });
  });

  it('given anything else, and nothing at all, then only that it is done', () => {
    const branch = given(opened('c2'), issued('D001'));
    expect(resultWith(branch.when(signOff('c2')).events)).toEqual({ type: 'done' });
    expect(resultWith(branch.when(endDay('2026-11-24', '2026-11-25')).events)).toEqual({ type: 'done' });
    expect(resultWith([])).toEqual({ type: 'done' });
  });
});
