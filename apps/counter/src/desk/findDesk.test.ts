import { describe, expect, it } from 'vitest';
import { idSchemas } from '@okienko/shared';
import {
  called,
  counter3,
  deskAfter,
  issued,
  missed,
  opened,
  pojazd,
  started,
  testDevice,
  testNow,
  ticketIdOf,
  viewAfter,
} from '../testing/testDesk.ts';
import { findDesk } from './findDesk.ts';
import { longestWaitOf, worstWaitOf } from './longestWait.ts';
import { outcomeByDigit } from './outcomeByDigit.ts';
import { missedTicketsOf, pastVisitsOf } from './pastVisits.ts';

describe('finding the desk', () => {
  it('given nobody signed in on this device, when another one works, there is no desk', () => {
    expect(findDesk(viewAfter([opened]), idSchemas.device.parse('counter-2'))).toBeNull();
  });
  it('given the device of an open counter, it is that counter with its clerk', () => {
    const desk = findDesk(viewAfter([opened]), testDevice);
    expect(desk).toMatchObject({ settings: { id: counter3 }, clerkName: 'Pracownik 3', currentTicket: null });
  });
  it('given a call, the current ticket is the called one, then the one in service', () => {
    expect(deskAfter([issued(1, 5), called(1)]).currentTicket?.state).toBe('called');
    expect(deskAfter([issued(1, 5), called(1), started(1)]).currentTicket?.state).toBe('serving');
  });
  it('given people waiting, only those of its services count, longest first', () => {
    const desk = deskAfter([issued(1, 2), issued(2, 8), issued(3, 5, pojazd)]);
    expect(desk.waitingCount).toBe(2);
    expect(desk.waiting[0]?.tickets.map(({ ticketId }) => ticketId)).toEqual([ticketIdOf(2), ticketIdOf(1)]);
  });
  it('given two of one moment, the one issued first comes first', () => {
    const desk = deskAfter([issued(2, 5), issued(1, 5)]);
    expect(desk.waiting[0]?.tickets.map(({ ticketId }) => ticketId)).toEqual([ticketIdOf(1), ticketIdOf(2)]);
  });
});

describe('waits in short', () => {
  it('given nobody, there is no longest wait and nobody in the worst state', () => {
    const { waiting } = deskAfter([]);
    expect(longestWaitOf(waiting, testNow)).toBeNull();
    expect(worstWaitOf(waiting, testNow)).toEqual({ state: 'ok', count: 0 });
  });
  it('given waits of 16, 14 and 2 minutes against 15, one is late', () => {
    const { waiting } = deskAfter([issued(1, 16), issued(2, 14), issued(3, 2)]);
    expect(longestWaitOf(waiting, testNow)).toBe(16);
    expect(worstWaitOf(waiting, testNow)).toEqual({ state: 'late', count: 1 });
  });
});

describe('what happened at the counter', () => {
  const events = [opened, issued(1, 9), called(1), missed(1)];
  it('given somebody who did not come, they stand among the last visits and can be put back', () => {
    expect(pastVisitsOf(viewAfter(events), counter3)).toMatchObject([{ kind: 'missed' }]);
    const desk = deskAfter(events.slice(1));
    expect(missedTicketsOf(viewAfter(events), desk).map(({ ticketId }) => ticketId)).toEqual([ticketIdOf(1)]);
  });
});

describe('an outcome by its digit', () => {
  const serving = [issued(1, 5), called(1), started(1)];
  it('given a visit in service, 2 is the second of the list and 0 is none', () => {
    expect(outcomeByDigit(deskAfter(serving), 2)?.outcomeId).toBe('submitted');
    expect(outcomeByDigit(deskAfter(serving), 0)).toEqual({ outcomeId: null, name: null });
  });
  it('given nobody in service, an unknown digit, or none where one is required, there is no choice', () => {
    expect(outcomeByDigit(deskAfter([issued(1, 5), called(1)]), 1)).toBeNull();
    expect(outcomeByDigit(deskAfter(serving), 5)).toBeNull();
    expect(outcomeByDigit(deskAfter(serving, { isOutcomeRequired: true }), 0)).toBeNull();
  });
});
