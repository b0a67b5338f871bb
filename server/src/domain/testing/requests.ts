import {
  type BreakReasonId,
  type Command,
  type CommandOf,
  type Configuration,
  idSchemas,
  type OutcomeId,
  type PrintResult,
  type TicketState,
} from '@okienko/shared';
import { clerkAt, counterId, dayOf, deviceAt, ordinary, serviceId, ticketIdOf, uuidOf } from './exampleBranch.ts';
import { printJobOf } from './steps.ts';

/** A ticket command's type: one that names a ticket and what the sender saw of it. */
export type OnTicketType = Extract<Command, { readonly seenState: TicketState }>['type'];

export const settled: OutcomeId = idSchemas.outcome.parse('settled');
/** The one printer of the example branch. */
export const printerId = idSchemas.printer.parse('kiosk-1-printer');
export const lunch: BreakReasonId = idSchemas.breakReason.parse('lunch');

/** A kiosk asks for a ticket. */
export function issue(service: string, changes: Partial<CommandOf<'IssueTicket'>> = {}): Command {
  return {
    type: 'IssueTicket',
    serviceId: serviceId(service),
    priorityClass: ordinary,
    language: 'pl',
    origin: 'kiosk',
    printerId: null,
    ...changes,
  };
}

/** The main key of a counter that holds `current`. */
export function callNext(counter: string, current: string | null = null, outcomeId: OutcomeId | null = null): Command {
  const currentTicketId = current === null ? null : ticketIdOf(current);
  return { type: 'CallNext', counterId: counterId(counter), currentTicketId, outcomeId };
}

/** A clerk chose a ticket; `current` is what the counter holds. */
export function callTicket(
  counter: string,
  ticketNumber: string,
  seen: { readonly state?: TicketState; readonly current?: string; readonly outcomeId?: OutcomeId } = {},
): Command {
  return {
    type: 'CallTicket',
    counterId: counterId(counter),
    ticketId: ticketIdOf(ticketNumber),
    seenState: seen.state ?? 'waiting',
    currentTicketId: seen.current === undefined ? null : ticketIdOf(seen.current),
    outcomeId: seen.outcomeId ?? null,
  };
}

/** A clerk announces the same call again. */
export function recall(counter: string, ticketNumber: string, seenCallCount: number): Command {
  return onTicket('RecallTicket', counter, ticketNumber, 'called', seenCallCount);
}

/** A clerk ends a visit. */
export function close(counter: string, ticketNumber: string, outcomeId: OutcomeId | null = null): Command {
  const ticketId = ticketIdOf(ticketNumber);
  return { type: 'CloseTicket', counterId: counterId(counter), ticketId, seenState: 'serving', outcomeId };
}

/** Any command on a ticket that the sender saw in this state. */
export function onTicket(
  type: OnTicketType,
  counter: string,
  ticketNumber: string,
  seenState: TicketState,
  seenCallCount = 1,
): Command {
  const seen = { counterId: counterId(counter), ticketId: ticketIdOf(ticketNumber), seenState };
  switch (type) {
    case 'CallTicket':
      return { type, ...seen, currentTicketId: null, outcomeId: null };
    case 'CloseTicket':
      return { type, ...seen, outcomeId: null };
    case 'RecallTicket':
      return { type, ...seen, seenCallCount };
    case 'StartService':
    case 'MarkNoShow':
    case 'ReinstateTicket':
    case 'CancelTicket':
      return { type, ...seen };
    case 'ReprintTicket':
      return { type, ...seen, printerId };
  }
}

/** A clerk whose PIN was right wants to work at a counter. */
export function openCounter(
  counter: string,
  changes: { readonly clerk?: string; readonly device?: string; readonly isTakeover?: boolean } = {},
): Command {
  return {
    type: 'OpenCounter',
    counterId: counterId(counter),
    clerkId: idSchemas.clerk.parse(changes.clerk ?? clerkAt(counter)),
    deviceId: idSchemas.device.parse(changes.device ?? deviceAt(counter)),
    isTakeover: changes.isTakeover ?? false,
  };
}

/** The counter goes on a break. */
export function pause(counter: string, reason: string = lunch): Command {
  return { type: 'PauseCounter', counterId: counterId(counter), reasonId: idSchemas.breakReason.parse(reason) };
}

/** The break ends. */
export function resume(counter: string): Command {
  return { type: 'ResumeCounter', counterId: counterId(counter) };
}

/** The clerk leaves. */
export function signOff(counter: string): Command {
  return { type: 'SignOffCounter', counterId: counterId(counter) };
}

/** The printer port says what became of a ticket's job. */
export function printResult(ticketNumber: string, outcome: PrintResult): Command {
  return { type: 'RecordPrintResult', jobId: printJobOf(ticketNumber).jobId, outcome };
}

/** One business day ends and another begins. */
export function endDay(endingDate: string | null, startingDate: string): Command {
  return {
    type: 'EndDay',
    endingDate: endingDate === null ? null : dayOf(endingDate),
    startingDate: dayOf(startingDate),
  };
}

/** The server finds that its journal is the `number`-th restored one. */
export function recordRestore(number: number, numberSkip: number): Command {
  const journalId = idSchemas.journal.parse(uuidOf(0xbbbb, number));
  const previousJournalId = idSchemas.journal.parse(uuidOf(0xbbbb, 0xffff));
  return { type: 'RecordRestore', journalId, previousJournalId, numberSkip };
}

/** A configuration is taken into use; its text is its own hash here. */
export function changeConfiguration(configuration: Configuration): Command {
  const text = JSON.stringify(configuration);
  return { type: 'ChangeConfiguration', text, configHash: text };
}
