import { assert, assertNever } from '../base/assert.ts';
import type { CounterId, TicketId } from '../base/ids.ts';
import { closedCounter, type CounterState } from '../model/counter.ts';
import { correctConsoleClock } from './correctConsoleClock.ts';
import { type CounterEvent, type CounterTicket, type CounterView, keptVisits } from './counterView.ts';

type Draft = {
  configuration: CounterView['configuration'];
  tickets: { [Id in TicketId]?: CounterTicket };
  counters: { [Id in CounterId]?: CounterState };
  pastVisits: CounterView['pastVisits'];
};

/**
 * The console's picture after `events`, in order; a new object, the old view stays as it was.
 *
 * One copy a batch, not one an event: a turn of a hundred commands over thousands of waiting tickets stays cheap.
 */
export function foldCounterView(view: CounterView, events: readonly CounterEvent[]): CounterView {
  const draft: Draft = { ...view, tickets: { ...view.tickets }, counters: { ...view.counters } };
  for (const event of events) foldOne(draft, event);
  return draft;
}

function foldOne(draft: Draft, event: CounterEvent): void {
  switch (event.type) {
    case 'consoleConfigured':
      draft.configuration = event.configuration;
      return;
    case 'dayStarted':
      draft.tickets = {};
      draft.pastVisits = [];
      return;
    case 'clockCorrected':
      Object.assign(draft, correctConsoleClock(draft, event));
      return;
    case 'ticketIssued':
      draft.tickets[event.ticket.ticketId] = event.ticket;
      return;
    case 'ticketCalled':
    case 'ticketRecalled':
    case 'serviceStarted':
    case 'ticketMissed':
    case 'ticketReinstated':
    case 'ticketClosed':
    case 'printOrdered':
    case 'printSettled':
      foldTicket(draft, event);
      return;
    case 'counterOpened':
    case 'counterPaused':
    case 'counterResumed':
    case 'counterSignedOff':
      foldCounter(draft, event);
      return;
    default:
      assertNever(event);
  }
}

type TicketEvent = Extract<
  CounterEvent,
  {
    type:
      | 'ticketCalled'
      | 'ticketRecalled'
      | 'serviceStarted'
      | 'ticketMissed'
      | 'ticketReinstated'
      | 'ticketClosed'
      | 'printOrdered'
      | 'printSettled';
  }
>;

function foldTicket(draft: Draft, event: TicketEvent): void {
  if (event.type === 'ticketClosed') {
    closeVisit(draft, event);
    return;
  }
  const ticket = draft.tickets[event.ticketId];
  // A result of a print may come after its ticket has left the picture; every other event names a ticket that is in it.
  if (ticket === undefined && event.type === 'printSettled') return;
  assert(ticket !== undefined, `${event.type} names a ticket that the console never saw`);
  switch (event.type) {
    case 'ticketCalled': {
      const { counterId, at, callCount } = event;
      draft.tickets[event.ticketId] = {
        ...identityOf(ticket),
        state: 'called',
        counterId,
        calledAt: at,
        lastAnnouncedAt: at,
        callCount,
      };
      setCurrent(draft, counterId, event.ticketId);
      return;
    }
    case 'ticketRecalled':
      assert(ticket.state === 'called', 'only a called ticket is recalled');
      draft.tickets[event.ticketId] = { ...ticket, callCount: event.callCount, lastAnnouncedAt: event.at };
      return;
    case 'serviceStarted':
      assert(ticket.state === 'called', 'only a called ticket is served');
      draft.tickets[event.ticketId] = { ...ticket, state: 'serving', startedAt: event.at };
      return;
    case 'ticketMissed':
      assert(ticket.state === 'called', 'only a called ticket is missed');
      draft.tickets[event.ticketId] = { ...ticket, state: 'noShow', missedAt: event.at };
      setCurrent(draft, ticket.counterId, null);
      return;
    case 'ticketReinstated':
      draft.tickets[event.ticketId] = { ...identityOf(ticket), state: 'waiting' };
      return;
    case 'printOrdered': {
      const { printerId, isCopy } = event;
      draft.tickets[event.ticketId] = { ...ticket, print: { printerId, isCopy, outcome: null } };
      return;
    }
    case 'printSettled':
      assert(ticket.print !== null, 'only a print that was ordered has an outcome');
      draft.tickets[event.ticketId] = { ...ticket, print: { ...ticket.print, outcome: event.outcome } };
      return;
    default:
      assertNever(event);
  }
}

function closeVisit(draft: Draft, event: Extract<CounterEvent, { type: 'ticketClosed' }>): void {
  const { visit } = event;
  delete draft.tickets[visit.ticketId];
  if (visit.counterId !== null && currentOf(draft, visit.counterId) === visit.ticketId) {
    setCurrent(draft, visit.counterId, null);
  }
  draft.pastVisits = [visit, ...draft.pastVisits].slice(0, keptVisits);
}

type StaffEvent = Extract<
  CounterEvent,
  { type: 'counterOpened' | 'counterPaused' | 'counterResumed' | 'counterSignedOff' }
>;

function foldCounter(draft: Draft, event: StaffEvent): void {
  const counter = draft.counters[event.counterId] ?? closedCounter;
  switch (event.type) {
    case 'counterOpened': {
      const { clerkId, deviceId, at } = event;
      const currentTicketId = currentOf(draft, event.counterId);
      draft.counters[event.counterId] = { state: 'open', clerkId, deviceId, openedAt: at, currentTicketId };
      return;
    }
    case 'counterPaused': {
      assert(counter.state === 'open', 'only an open counter is paused');
      const { clerkId, deviceId, openedAt } = counter;
      const { reasonId, at } = event;
      draft.counters[event.counterId] = { state: 'paused', clerkId, deviceId, openedAt, reasonId, pausedAt: at };
      return;
    }
    case 'counterResumed': {
      assert(counter.state === 'paused', 'only a paused counter is resumed');
      const { clerkId, deviceId, openedAt } = counter;
      draft.counters[event.counterId] = { state: 'open', clerkId, deviceId, openedAt, currentTicketId: null };
      return;
    }
    case 'counterSignedOff':
      draft.counters[event.counterId] = closedCounter;
      return;
    default:
      assertNever(event);
  }
}

function identityOf(ticket: CounterTicket) {
  const { ticketId, ticketNumber, serviceId, priorityClass, language, issuedAt, waitingSince, callCount, print } =
    ticket;
  return { ticketId, ticketNumber, serviceId, priorityClass, language, issuedAt, waitingSince, callCount, print };
}

function currentOf(draft: Draft, counterId: CounterId): TicketId | null {
  const counter = draft.counters[counterId];
  return counter?.state === 'open' ? counter.currentTicketId : null;
}

function setCurrent(draft: Draft, counterId: CounterId, currentTicketId: TicketId | null): void {
  const counter = draft.counters[counterId];
  assert(counter?.state === 'open', 'only an open counter holds a ticket');
  draft.counters[counterId] = { ...counter, currentTicketId };
}
