import {
  assert,
  assertNever,
  type EventOf,
  type Instant,
  type JournalEvent,
  type PrintJob,
  type PrintState,
  required,
  type Seq,
  type Ticket,
} from '@okienko/shared';
import { type BranchState, ticketIn } from './branchState.ts';
import { readTakenConfiguration } from './configurationCheck.ts';
import { correctClock } from './correctClock.ts';
import { evolveCounter } from './evolveCounter.ts';
import { joinLine, leaveLine } from './queueOrder.ts';

/**
 * Applies one event to the state, in place.
 *
 * The same function serves live commands and replays; an event that does not fit the state is an assertion, because
 * then either the rules or the journal are wrong.
 */
export function evolve(state: BranchState, event: JournalEvent, seq: Seq, at: Instant): void {
  assert(seq === state.seq + 1, `event ${seq} does not follow ${state.seq}`);
  assert(at >= state.lastAt || event.type === 'ClockCorrected', `event ${seq} is older than the one before it`);
  applyEvent(state, event, seq, at);
  state.seq = seq;
  state.lastAt = at;
}

function applyEvent(state: BranchState, event: JournalEvent, seq: Seq, at: Instant): void {
  switch (event.type) {
    case 'ConfigurationChanged':
      return takeConfiguration(state, event);
    case 'BusinessDayStarted':
      return startDay(state, event);
    case 'BusinessDayEnded':
      return;
    case 'ClockCorrected':
      return correctClock(state, event);
    case 'JournalRestored':
      return skipNumbers(state, event);
    case 'CounterOpened':
    case 'CounterPaused':
    case 'CounterResumed':
    case 'CounterSignedOff':
      return evolveCounter(state, event, at);
    case 'TicketIssued':
      return issue(state, event, seq, at);
    case 'TicketCalled':
      return call(state, event, at);
    case 'TicketRecalled': {
      const ticket = ticketIn(state, event.ticketId, 'called');
      const { announcementNumber, callCount } = event;
      announce(state, announcementNumber);
      state.tickets.set(ticket.ticketId, { ...ticket, announcementNumber, callCount });
      return;
    }
    case 'ServiceStarted': {
      const { announcementNumber: _, ...ticket } = ticketIn(state, event.ticketId, 'called');
      state.tickets.set(ticket.ticketId, { ...ticket, state: 'serving', startedAt: at });
      return;
    }
    case 'TicketClosed':
      return close(state, event, at);
    case 'TicketMarkedNoShow': {
      const { announcementNumber: _, ...ticket } = ticketIn(state, event.ticketId, 'called');
      release(state, ticket);
      state.tickets.set(ticket.ticketId, { ...ticket, state: 'noShow', missedAt: at });
      return;
    }
    case 'TicketReinstated': {
      const { counterId: _, calledAt: __, missedAt: ___, ...ticket } = ticketIn(state, event.ticketId, 'noShow');
      wait(state, { ...ticket, state: 'waiting', notBefore: null });
      return;
    }
    case 'TicketReprinted':
      return reprint(state, event);
    case 'PrintResultRecorded':
      return recordPrint(state, event);
    default:
      return assertNever(event);
  }
}

function takeConfiguration(state: BranchState, event: EventOf<'ConfigurationChanged'>): void {
  state.configuration = readTakenConfiguration(event.text);
  state.configHash = event.configHash;
}

/**
 * Numbers that the lost part of the journal may have given out are in the hall: every series of the day jumps over
 * them, also that of a letter which the configuration has lost since and may have again.
 */
function skipNumbers(state: BranchState, { journalId, numberSkip }: EventOf<'JournalRestored'>): void {
  assert(numberSkip > 0, 'a restore skips numbers');
  for (const letter of everyLetter) state.series.set(letter, (state.series.get(letter) ?? 0) + numberSkip);
  state.restoredAs = journalId;
}

/** Every letter that a service may have. */
const everyLetter: Iterable<string> = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

function startDay(state: BranchState, event: EventOf<'BusinessDayStarted'>): void {
  for (const ticket of state.tickets.values()) assert(ticket.state === 'closed', 'a day ends with every ticket closed');
  state.tickets.clear();
  state.lines.clear();
  state.series.clear();
  state.printJobs.clear();
  state.lastCalled.clear();
  state.businessDate = event.businessDate;
}

function issue(state: BranchState, event: EventOf<'TicketIssued'>, seq: Seq, at: Instant): void {
  const { ticketId, ticketNumber, serviceId, slotAt, origin, priorityClass, language, printJob } = event;
  const { peopleAhead, waitRange, counterIds } = event;
  assert(!state.tickets.has(ticketId), `ticket ${ticketId} is issued once`);
  const letter = ticketNumber.slice(0, 1);
  const count = Number(ticketNumber.slice(1));
  assert(count > (state.series.get(letter) ?? 0), `number ${ticketNumber} is given out once a day`);
  state.series.set(letter, count);
  if (printJob !== null) state.printJobs.set(printJob.jobId, ticketId);
  wait(state, {
    ticketId,
    ticketNumber,
    serviceId,
    matters: [{ serviceId }],
    issuedAt: at,
    waitingSince: slotAt ?? at,
    waitingSeq: seq,
    slotAt,
    origin,
    priorityClass,
    language,
    callCount: 0,
    atIssue: { peopleAhead, waitRange, counterIds },
    print: printJob === null ? null : orderedPrint(printJob),
    state: 'waiting',
    notBefore: null,
  });
}

function call(state: BranchState, event: EventOf<'TicketCalled'>, at: Instant): void {
  const { notBefore: _, ...ticket } = ticketIn(state, event.ticketId, 'waiting');
  const { counterId, announcementNumber, callCount } = event;
  leaveLine(state.lines, ticket.serviceId, ticket.priorityClass, ticket);
  announce(state, announcementNumber);
  state.lastCalled.set(ticket.serviceId, ticket.ticketNumber);
  const counter = state.counters.get(counterId);
  assert(counter?.state === 'open' && counter.currentTicketId === null, `counter ${counterId} is open and free`);
  state.counters.set(counterId, { ...counter, currentTicketId: ticket.ticketId });
  state.tickets.set(ticket.ticketId, {
    ...ticket,
    state: 'called',
    counterId,
    calledAt: at,
    announcementNumber,
    callCount,
  });
}

function close(state: BranchState, event: EventOf<'TicketClosed'>, at: Instant): void {
  const ticket = ticketIn(state, event.ticketId, event.from);
  assert(ticket.state !== 'closed', 'a ticket is closed once');
  if (ticket.state === 'waiting') leaveLine(state.lines, ticket.serviceId, ticket.priorityClass, ticket);
  if (ticket.state === 'called' || ticket.state === 'serving') release(state, ticket);
  state.tickets.set(ticket.ticketId, closedTicket(ticket, event, at));
}

function closedTicket(ticket: Ticket, event: EventOf<'TicketClosed'>, at: Instant): Ticket {
  const { ticketId, ticketNumber, serviceId, matters, issuedAt, waitingSince, waitingSeq } = ticket;
  const { slotAt, origin, priorityClass, language, callCount, atIssue, print } = ticket;
  const identity = { ticketId, ticketNumber, serviceId, matters, issuedAt, waitingSince, waitingSeq };
  const { reason, counterId, outcomeId } = event;
  return {
    ...identity,
    slotAt,
    origin,
    priorityClass,
    language,
    callCount,
    atIssue,
    print,
    state: 'closed',
    closedAt: at,
    reason,
    counterId,
    outcomeId,
  };
}

function reprint(state: BranchState, { ticketId, printJob }: EventOf<'TicketReprinted'>): void {
  const ticket = required(state.tickets.get(ticketId), `ticket ${ticketId}`);
  // The order before is settled: a report of it that comes again names a job that nobody waits for.
  if (ticket.print !== null) state.printJobs.delete(ticket.print.jobId);
  state.printJobs.set(printJob.jobId, ticketId);
  state.tickets.set(ticketId, { ...ticket, print: orderedPrint(printJob) });
}

function orderedPrint({ jobId, printerId, isCopy }: PrintJob): PrintState {
  return { jobId, printerId, isCopy, outcome: null };
}

function recordPrint(state: BranchState, event: EventOf<'PrintResultRecorded'>): void {
  const ticket = state.tickets.get(event.ticketId);
  assert(ticket !== undefined && ticket.print?.jobId === event.jobId, `job ${event.jobId} is its ticket's newest`);
  state.tickets.set(ticket.ticketId, { ...ticket, print: { ...ticket.print, outcome: event.outcome } });
}

function wait(state: BranchState, ticket: Extract<Ticket, { state: 'waiting' }>): void {
  state.tickets.set(ticket.ticketId, ticket);
  joinLine(state.lines, ticket.serviceId, ticket.priorityClass, {
    ticketId: ticket.ticketId,
    waitingSince: ticket.waitingSince,
    waitingSeq: ticket.waitingSeq,
  });
}

function release(
  state: BranchState,
  ticket: Pick<Extract<Ticket, { state: 'called' }>, 'ticketId' | 'counterId'>,
): void {
  const counter = state.counters.get(ticket.counterId);
  assert(
    counter?.state === 'open' && counter.currentTicketId === ticket.ticketId,
    `counter ${ticket.counterId} holds ticket ${ticket.ticketId}`,
  );
  state.counters.set(ticket.counterId, { ...counter, currentTicketId: null });
}

function announce(state: BranchState, announcementNumber: number): void {
  assert(announcementNumber === state.announcementNumber + 1, 'announcement numbers have no gap');
  state.announcementNumber = announcementNumber;
}
