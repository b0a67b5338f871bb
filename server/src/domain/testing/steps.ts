import {
  assert,
  type CallReason,
  type CloseReason,
  type DurationMs,
  idSchemas,
  type Language,
  type OutcomeId,
  type PriorityClassId,
  required,
  type TicketIn,
} from '@okienko/shared';
import { ticketIn } from '../branchState.ts';
import { leaveLine } from '../queueOrder.ts';
import { clerkAt, counterId, deviceAt, ordinary, serviceOf, ticketIdOf, uuidOf } from './exampleBranch.ts';
import type { Step, TestBranch } from './given.ts';

/** A reason that says nothing: for facts whose reason does not matter. */
const anyReason: CallReason = {
  rule: 'firstCome',
  waitedMs: 0,
  targetMinutes: 15,
  score: 0,
  runnerUp: null,
  overtaken: 0,
};

/** Time passes. */
export function later(duration: DurationMs): Step {
  return (branch) => branch.pass(duration);
}

/** A clerk signed in at a counter, by default its usual clerk with its own device. */
export function opened(counter: string, staff: { readonly clerk?: string; readonly device?: string } = {}): Step {
  return (branch) =>
    branch.record({
      type: 'CounterOpened',
      counterId: counterId(counter),
      clerkId: idSchemas.clerk.parse(staff.clerk ?? clerkAt(counter)),
      deviceId: idSchemas.device.parse(staff.device ?? deviceAt(counter)),
      isTakeover: false,
    });
}

/** The counter went on a break. */
export function paused(counter: string): Step {
  const reasonId = idSchemas.breakReason.parse('lunch');
  return (branch) => branch.record({ type: 'CounterPaused', counterId: counterId(counter), reasonId });
}

/** The counter's clerk left. */
export function signedOff(counter: string): Step {
  return (branch) => branch.record({ type: 'CounterSignedOff', counterId: counterId(counter) });
}

/** A ticket was given out; its letter says for which service. */
export function issued(
  ticketNumber: string,
  details: {
    readonly priorityClass?: PriorityClassId;
    readonly language?: Language;
    readonly hasPrintJob?: boolean;
  } = {},
): Step {
  const ticketId = ticketIdOf(ticketNumber);
  return (branch) =>
    branch.record({
      type: 'TicketIssued',
      ticketId,
      ticketNumber: idSchemas.ticketNumber.parse(ticketNumber),
      serviceId: serviceOf(ticketNumber).id,
      priorityClass: details.priorityClass ?? ordinary,
      language: details.language ?? 'pl',
      origin: 'kiosk',
      slotAt: null,
      peopleAhead: 0,
      waitRange: null,
      counterIds: [],
      printJob: details.hasPrintJob === true ? printJobOf(ticketNumber) : null,
    });
}

/** The print job that `issued` gives to a ticket. */
export function printJobOf(ticketNumber: string) {
  return {
    jobId: idSchemas.job.parse(uuidOf(0xaaaa, Number(ticketNumber.slice(1)))),
    ticketId: ticketIdOf(ticketNumber),
    printerId: idSchemas.printer.parse('kiosk-1-printer'),
    isCopy: false,
  };
}

/** A waiting ticket was called to an open counter. */
export function called(ticketNumber: string, counter: string): Step {
  return (branch) => {
    const { language, callCount } = ticketIn(branch.state, ticketIdOf(ticketNumber), 'waiting');
    const staff = branch.state.counters.get(counterId(counter));
    assert(staff?.state === 'open', `counter ${counter} is open`);
    branch.record({
      type: 'TicketCalled',
      ...namesOf(ticketNumber),
      counterId: counterId(counter),
      language,
      announcementNumber: branch.state.announcementNumber + 1,
      callCount: callCount + 1,
      clerkId: staff.clerkId,
      reason: anyReason,
    });
  };
}

/** A called ticket's service began. */
export function started(ticketNumber: string): Step {
  return (branch) =>
    branch.record({
      type: 'ServiceStarted',
      ...namesOf(ticketNumber),
      counterId: counterOfTicket(branch, ticketNumber),
    });
}

/** A called person did not come. */
export function missed(ticketNumber: string): Step {
  return (branch) =>
    branch.record({
      type: 'TicketMarkedNoShow',
      ...namesOf(ticketNumber),
      counterId: counterOfTicket(branch, ticketNumber),
    });
}

/** A ticket ended. */
export function closed(ticketNumber: string, reason: CloseReason, outcomeId: OutcomeId | null = null): Step {
  return (branch) => {
    const ticket = required(branch.ticket(ticketNumber), ticketNumber);
    const counter = 'counterId' in ticket ? ticket.counterId : null;
    const end = { reason, from: ticket.state, counterId: counter, outcomeId };
    branch.record({ type: 'TicketClosed', ...namesOf(ticketNumber), ...end });
  };
}

/** A waiting ticket lies in the pool: no command leads there yet, so the state is made by hand. */
export function parked(ticketNumber: string): Step {
  return ({ state, now }) => {
    const { notBefore: _, ...ticket } = ticketIn(state, ticketIdOf(ticketNumber), 'waiting');
    leaveLine(state.lines, ticket.serviceId, ticket.priorityClass, ticket);
    const inPool: TicketIn<'parked'> = {
      ...ticket,
      state: 'parked',
      parkedAt: now,
      pool: { kind: 'branch' },
      reason: 'documents',
    };
    state.tickets.set(ticket.ticketId, inPool);
  };
}

function namesOf(ticketNumber: string) {
  return {
    ticketId: ticketIdOf(ticketNumber),
    ticketNumber: idSchemas.ticketNumber.parse(ticketNumber),
    serviceId: serviceOf(ticketNumber).id,
  };
}

function counterOfTicket(branch: TestBranch, ticketNumber: string) {
  const ticket = branch.ticket(ticketNumber);
  return required(ticket !== undefined && 'counterId' in ticket ? ticket.counterId : null, `${ticketNumber}'s counter`);
}
