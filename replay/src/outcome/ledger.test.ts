import { type CounterEvent, counterEventSchema, idSchemas, instantOf, parse, required } from '@okienko/shared';
import { describe, expect, it } from 'vitest';
import { Ledger } from './ledger.ts';

const ticketId = '00000000-0000-7000-8000-000000000001';
const eventOf = (event: unknown): CounterEvent => {
  const parsed = parse(counterEventSchema, event);
  return required(parsed.isValid ? parsed.value : null, 'a valid event');
};
const issued = eventOf({
  type: 'ticketIssued',
  ticket: {
    ticketId,
    ticketNumber: 'A001',
    serviceId: 'queue-a',
    priorityClass: 'ordinary',
    language: 'pl',
    issuedAt: 1_000,
    waitingSince: 1_000,
    callCount: 0,
    print: null,
    state: 'waiting',
  },
});
const calledAt = (at: number) => eventOf({ type: 'ticketCalled', ticketId, counterId: 'c1', at, callCount: 1 });
const closed = eventOf({
  type: 'ticketClosed',
  visit: {
    ticketId,
    ticketNumber: 'A001',
    serviceId: 'queue-a',
    counterId: 'c1',
    reason: 'served',
    outcomeId: null,
    closedAt: 9_000,
  },
});

describe('the ledger', () => {
  it('given a ticket’s way, then it is counted once at each place', () => {
    const ledger = new Ledger();
    for (const event of [issued, calledAt(5_000), eventOf({ type: 'dayStarted' }), closed]) ledger.note(event);
    expect(ledger.entries()).toMatchObject([{ ticketNumber: 'A001', calledAt: instantOf(5_000), calls: 1, ends: 1 }]);
    expect(ledger.callOrder()).toEqual([idSchemas.ticket.parse(ticketId)]);
    expect(ledger.counts()).toEqual({ issued: 1, called: 1, ended: 1 });
  });

  it('given a second call, a second end or an absence, then they are counted, and the first call’s time stays', () => {
    const ledger = new Ledger();
    const missed = eventOf({ type: 'ticketMissed', ticketId, at: 8_000 });
    for (const event of [issued, calledAt(5_000), missed, calledAt(7_000), closed]) ledger.note(event);
    expect(ledger.entries()).toMatchObject([{ calledAt: instantOf(5_000), calls: 2, ends: 2 }]);
  });

  it('given the same ticket issued twice, then it is seen', () => {
    const ledger = new Ledger();
    for (const event of [issued, issued]) ledger.note(event);
    expect(ledger.counts().issued).toBe(2);
  });
});
