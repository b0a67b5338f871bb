import { describe, expect, it } from 'vitest';
import { idSchemas, ticketNumberOf } from '../base/ids.ts';
import { instantOf } from '../base/time.ts';
import { type CounterEvent, counterViewSchema, emptyCounterView, keptVisits } from './counterView.ts';
import { foldCounterView } from './foldCounterView.ts';

const id = (count: number) => idSchemas.ticket.parse(`00000000-0000-7000-8000-${String(count).padStart(12, '0')}`);
const counterId = idSchemas.counter.parse('c1');
const at = instantOf(5_000);
const ticketId = id(1);

function issued(count: number): CounterEvent {
  return {
    type: 'ticketIssued',
    ticket: {
      ticketId: id(count),
      ticketNumber: ticketNumberOf('D', count),
      serviceId: idSchemas.service.parse('dowod-wniosek'),
      priorityClass: idSchemas.priorityClass.parse('ordinary'),
      language: 'pl',
      issuedAt: instantOf(1_000),
      waitingSince: instantOf(1_000),
      callCount: 0,
      print: null,
      state: 'waiting',
    },
  };
}

function closed(count: number, counter: typeof counterId | null = counterId): CounterEvent {
  const serviceId = idSchemas.service.parse('dowod-wniosek');
  const visit = { ticketId: id(count), ticketNumber: ticketNumberOf('D', count), serviceId, counterId: counter };
  return { type: 'ticketClosed', visit: { ...visit, reason: 'served', outcomeId: null, closedAt: at } };
}

const printerId = idSchemas.printer.parse('kiosk-1-printer');

const opened: CounterEvent = {
  type: 'counterOpened',
  counterId,
  at,
  clerkId: idSchemas.clerk.parse('clerk-1'),
  deviceId: idSchemas.device.parse('counter-1'),
};
const paused: CounterEvent = { type: 'counterPaused', counterId, at, reasonId: idSchemas.breakReason.parse('lunch') };
const called: CounterEvent = { type: 'ticketCalled', ticketId, counterId, at, callCount: 1 };
const recalled: CounterEvent = { type: 'ticketRecalled', ticketId, at: instantOf(6_000), callCount: 2 };
const started: CounterEvent = { type: 'serviceStarted', ticketId, at: instantOf(7_000) };
const missed: CounterEvent = { type: 'ticketMissed', ticketId, at: instantOf(7_000) };

const after = (...events: readonly CounterEvent[]) => foldCounterView(emptyCounterView, events);

describe("the console's picture", () => {
  it('given a call, then the ticket is at the counter and the counter holds it', () => {
    const view = after(opened, issued(1), called);
    expect(view.tickets[ticketId]).toMatchObject({ state: 'called', counterId, calledAt: at, lastAnnouncedAt: at });
    expect(view.counters[counterId]).toMatchObject({ state: 'open', currentTicketId: ticketId });
  });

  it('given a recall, then the call keeps its beginning and has a new announcement', () => {
    expect(after(opened, issued(1), called, recalled).tickets[ticketId]).toMatchObject({
      calledAt: 5_000,
      lastAnnouncedAt: 6_000,
      callCount: 2,
    });
  });

  it('given service, then the ticket keeps its call and the counter keeps the ticket', () => {
    const view = after(opened, issued(1), called, started);
    expect(view.tickets[ticketId]).toMatchObject({ state: 'serving', calledAt: 5_000, startedAt: 7_000 });
    expect(view.counters[counterId]).toMatchObject({ currentTicketId: ticketId });
  });

  it('given a missed call, then the counter is free; reinstated, the ticket waits as it waited before', () => {
    const view = after(opened, issued(1), called, missed);
    expect(view.tickets[ticketId]).toMatchObject({ state: 'noShow', missedAt: 7_000 });
    expect(view.counters[counterId]).toMatchObject({ currentTicketId: null });
    const back = foldCounterView(view, [{ type: 'ticketReinstated', ticketId }]).tickets[ticketId];
    expect(back).toMatchObject({ state: 'waiting', waitingSince: 1_000, callCount: 1 });
    expect(back).not.toHaveProperty('counterId');
  });

  it('given the end of a visit, then the ticket leaves, the counter is free and the visit is the newest past one', () => {
    const view = after(opened, issued(1), issued(2), called, started, closed(2, null), closed(1));
    expect(view.tickets).toEqual({});
    expect(view.counters[counterId]).toMatchObject({ currentTicketId: null });
    expect(view.pastVisits.map((visit) => visit.ticketNumber)).toEqual(['D001', 'D002']);
  });

  it("given the end of a missed ticket at day's end, then the counter's current visit is not touched", () => {
    const view = after(opened, issued(1), issued(2), called, missed, { ...called, ticketId: id(2) }, closed(1));
    expect(view.counters[counterId]).toMatchObject({ currentTicketId: id(2) });
  });

  it('given many visits, then the newest are kept', () => {
    const visits = Array.from({ length: keptVisits + 5 }, (_, index) => [issued(index + 1), closed(index + 1, null)]);
    const { pastVisits } = after(...visits.flat());
    expect(pastVisits).toHaveLength(keptVisits);
    expect(pastVisits[0]?.ticketNumber).toBe('D045');
  });

  it('given a takeover during a visit, then the ticket stays; after a break, the counter is free', () => {
    const taken = { ...opened, clerkId: idSchemas.clerk.parse('clerk-2'), at: instantOf(9_000) };
    expect(after(opened, issued(1), called, taken).counters[counterId]).toMatchObject({
      clerkId: 'clerk-2',
      currentTicketId: ticketId,
    });
    expect(after(opened, paused, taken).counters[counterId]).toMatchObject({ state: 'open', currentTicketId: null });
  });

  it('given a break and its end, then who works there and since when stays', () => {
    const resumed: CounterEvent = { type: 'counterResumed', counterId };
    expect(after(opened, paused).counters[counterId]).toMatchObject({
      state: 'paused',
      reasonId: 'lunch',
      openedAt: at,
    });
    expect(after(opened, paused, resumed).counters[counterId]).toMatchObject({ state: 'open', openedAt: at });
    const left: CounterEvent = { type: 'counterSignedOff', counterId };
    expect(after(opened, left).counters[counterId]).toEqual({ state: 'closed' });
  });

  it('given the result of a print, then it is on the ticket, and for a ticket that has left it is dropped', () => {
    const outcome = { result: 'printed' } as const;
    const result: CounterEvent = { type: 'printSettled', ticketId, outcome };
    const copy: CounterEvent = { type: 'printOrdered', ticketId, printerId, isCopy: true };
    expect(after(issued(1), copy).tickets[ticketId]).toMatchObject({
      print: { printerId, isCopy: true, outcome: null },
    });
    expect(after(issued(1), copy, result).tickets[ticketId]).toMatchObject({ print: { isCopy: true, outcome } });
    expect(after(opened, issued(1), copy, result, called).tickets[ticketId]).toMatchObject({ print: { outcome } });
    expect(after(issued(1), closed(1, null), result).tickets).toEqual({});
    expect(() => after(issued(1), result)).toThrow('only a print that was ordered');
  });

  it.each([
    ['a call of a ticket that was never seen', [opened, called], 'never saw'],
    ['a call to a counter that is not open', [issued(1), called], 'only an open counter'],
    ['a recall of a waiting ticket', [opened, issued(1), recalled], 'only a called ticket is recalled'],
    ['service without a call', [opened, issued(1), started], 'only a called ticket is served'],
    ['a break at a closed counter', [paused], 'only an open counter is paused'],
  ])('given %s, then the picture is wrong and says so loudly', (_, events, message) => {
    expect(() => after(...events)).toThrow(message);
  });

  it('given any cut of a day, then the picture is the same, fits its schema, and the old one is untouched', () => {
    const day = [opened, issued(1), issued(2), called, recalled, started, closed(1), paused];
    const whole = after(...day);
    day.forEach((_, cut) => {
      const first = after(...day.slice(0, cut));
      const before = structuredClone(first);
      expect(foldCounterView(first, day.slice(cut))).toEqual(whole);
      expect(first).toEqual(before);
    });
    expect(counterViewSchema.parse(JSON.parse(JSON.stringify(whole)))).toEqual(whole);
  });
});
