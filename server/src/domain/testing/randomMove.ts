import {
  addDays,
  after,
  type Command,
  type CommandType,
  type CounterId,
  idSchemas,
  isTicketActionAllowed,
  minutes,
  required,
  type Ticket,
  ticketStates,
} from '@okienko/shared';
import { configurationOf, counterOf } from '../branchState.ts';
import {
  counterId,
  exampleConfiguration,
  exampleWith,
  exampleWithRules,
  ordinary,
  priority,
  uuidOf,
} from './exampleBranch.ts';
import type { TestBranch } from './given.ts';
import {
  changeConfiguration,
  issue,
  type OnTicketType,
  openCounter,
  pause,
  recordRestore,
  resume,
  settled,
  signOff,
} from './requests.ts';

/** Something that somebody does; what it is exactly depends on what the branch looks like by then. */
export type Move = {
  readonly type: CommandType;
  /** Choices among counters, tickets and services: any number, taken modulo what there is. */
  readonly which: number;
  readonly other: number;
  /** Whether the sender sees the branch as it is, or holds an old picture, a wrong counter, yesterday's ticket. */
  readonly isSensible: boolean;
  readonly waitMinutes: number;
};

/** What a branch may be changed to and back while it runs. */
const configurations = [
  exampleConfiguration,
  exampleWithRules({ serviceStartsAtCall: true, callNextClosesCurrent: false }),
  exampleWithRules({ isOutcomeRequired: true }),
  exampleWith({
    counters: exampleConfiguration.counters.filter(({ id }) => id !== 'c5'),
    devices: exampleConfiguration.devices.filter(({ id }) => id !== 'counter-5'),
  }),
];

/** What a move asks for in the branch as it is now. */
export function commandOf(branch: TestBranch, move: Move): Command {
  const { type, which, other, isSensible } = move;
  const counters = configurationOf(branch.state).counters.map(({ id }) => id);
  const counter = isSensible ? pick(counters, which) : counterId('c9');
  switch (type) {
    case 'IssueTicket':
      return issueMove(branch, move);
    case 'CallNext':
      return { type, counterId: counter, ...replacing(branch, counter, move) };
    case 'OpenCounter':
      return openMove(pick(counters, which), move);
    case 'PauseCounter':
      return pause(counter);
    case 'ResumeCounter':
      return resume(counter);
    case 'SignOffCounter':
      return signOff(counter);
    case 'RecordPrintResult':
      return { type, jobId: jobOf(branch, move), outcome: { result: 'printed' } };
    case 'EndDay': {
      const endingDate = required(branch.state.businessDate, 'a running day');
      return { type, endingDate, startingDate: addDays(endingDate, 1 + (other % 3)) };
    }
    case 'ChangeConfiguration':
      return changeConfiguration(pick(configurations, which));
    case 'CorrectClock':
      return { type, from: branch.state.lastAt, to: after(branch.now, minutes(which % 2 === 0 ? -3 * other : 0)) };
    case 'RecordRestore':
      return recordRestore(which, 1 + other);
    case 'CallTicket':
    case 'RecallTicket':
    case 'StartService':
    case 'CloseTicket':
    case 'MarkNoShow':
    case 'ReinstateTicket':
    case 'CancelTicket':
    case 'ReprintTicket':
      return ticketMove(branch, type, move);
  }
}

function issueMove(branch: TestBranch, { which, other, isSensible }: Move): Command {
  const { services, printers } = configurationOf(branch.state);
  const printerId = other % 3 === 0 ? (printers[0]?.id ?? null) : null;
  const priorityClass = other % 4 === 0 ? priority : ordinary;
  return issue(isSensible ? pick(services, which).id : 'paszporty', { printerId, priorityClass });
}

function openMove(counter: CounterId, { other, isSensible }: Move): Command {
  return openCounter(counter, isSensible ? {} : { clerk: `clerk-${1 + (other % 6)}`, isTakeover: other % 2 === 0 });
}

function ticketMove(branch: TestBranch, type: OnTicketType, move: Move): Command {
  const { which, other, isSensible } = move;
  const ticket = ticketFor(branch, type, move);
  const place = ticket !== null && 'counterId' in ticket && ticket.state !== 'noShow' ? ticket.counterId : null;
  const counter = place ?? pick(configurationOf(branch.state).counters, which).id;
  const seen = {
    counterId: counter,
    ticketId: ticket?.ticketId ?? idSchemas.ticket.parse(uuidOf(0xeeee, other)),
    seenState: isSensible ? (ticket?.state ?? 'waiting') : pick(ticketStates, other),
  };
  switch (type) {
    case 'CallTicket':
      return { type, ...seen, ...replacing(branch, counter, move) };
    case 'RecallTicket':
      return { type, ...seen, seenCallCount: isSensible ? (ticket?.callCount ?? 0) : other };
    case 'CloseTicket':
      return { type, ...seen, outcomeId: other % 2 === 0 ? settled : null };
    case 'StartService':
    case 'MarkNoShow':
    case 'ReinstateTicket':
    case 'CancelTicket':
      return { type, ...seen };
    case 'ReprintTicket':
      return { type, ...seen, printerId: pick(configurationOf(branch.state).printers, which).id };
  }
}

/** A ticket that the action is allowed on; nonsense takes any ticket. */
function ticketFor(branch: TestBranch, type: OnTicketType, { which, isSensible }: Move): Ticket | null {
  const tickets = [...branch.state.tickets.values()];
  const fitting = isSensible ? tickets.filter(({ state }) => isTicketActionAllowed(state, type)) : tickets;
  return fitting.length === 0 ? null : pick(fitting, which);
}

function replacing({ state }: TestBranch, counter: CounterId, { other, isSensible }: Move) {
  const place = counterOf(state, counter);
  const isKnown = isSensible || other % 2 === 0;
  const currentTicketId = isKnown && place.state === 'open' ? place.currentTicketId : null;
  return { currentTicketId, outcomeId: other % 2 === 0 ? settled : null };
}

function jobOf({ state }: TestBranch, { which, isSensible }: Move) {
  // Sorted: a restart may keep them in another order, which no rule looks at.
  const jobs = [...state.printJobs.keys()].toSorted();
  return isSensible && jobs.length > 0 ? pick(jobs, which) : idSchemas.job.parse(uuidOf(0xeeee, which));
}

function pick<Value>(values: readonly Value[], which: number): Value {
  return required(values[which % values.length], 'something to pick');
}
