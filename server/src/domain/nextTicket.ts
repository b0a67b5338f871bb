import {
  assertNever,
  type CallReason,
  type CallRule,
  type Configuration,
  type CounterSettings,
  durationBetween,
  type Instant,
  minutes,
  required,
  type TicketId,
  type TicketIn,
} from '@okienko/shared';
import { type BranchState, configurationOf, ticketIn } from './branchState.ts';
import { comparePlaces, headsOf, type Place, placesBefore } from './queueOrder.ts';

type WaitingTicket = TicketIn<'waiting'>;

type Candidate = {
  readonly place: Place;
  readonly waitedMs: number;
  readonly targetMinutes: number;
  readonly rate: number;
  /** Rate × waited ÷ target: one ticket is due twice as much as another with half its score. */
  readonly score: number;
};

export type NextTicket = { readonly ticketId: TicketId; readonly reason: CallReason };

/**
 * Whom an automatic call at this counter takes now, and why; null where nobody waits for its services.
 *
 * It compares only the heads of lines (design §4). A head that has waited longer than the maximum goes first, the
 * oldest of such before the others; else the configured order decides, and equal ones go by their place.
 */
export function nextTicketFor(state: BranchState, counter: CounterSettings, now: Instant): NextTicket | null {
  const { policy } = configurationOf(state);
  const candidates = candidatesFor(state, counter, now);
  const overdue = candidates.filter((candidate) => candidate.waitedMs >= minutes(policy.maximumWaitMinutes));
  const rule: CallRule = overdue.length > 0 ? 'maximumWait' : policy.order;
  const ranked = (overdue.length > 0 ? overdue : candidates).toSorted(comparatorOf(rule));
  const first = ranked[0];
  if (first === undefined) return null;
  return { ticketId: first.place.ticketId, reason: reasonFor(state, rule, first, ranked[1] ?? null) };
}

/** Why a clerk's own choice was called: the numbers of the ticket, and how many it was called before. */
export function chosenReason(
  state: BranchState,
  counter: CounterSettings,
  ticketId: TicketId,
  now: Instant,
): CallReason {
  const ticket = ticketIn(state, ticketId, 'waiting');
  const overtaken = countOvertaken(state, counter, ticket, now);
  return { ...reasonFor(state, 'chosen', candidateOf(state, ticket, now), null), overtaken };
}

/**
 * Whom a choice by hand passes: those of this counter's services who came before in the same class, and of the other
 * classes those whom an automatic call would no longer pass either.
 */
function countOvertaken(state: BranchState, counter: CounterSettings, ticket: WaitingTicket, now: Instant): number {
  const longestMs = minutes(configurationOf(state).policy.maximumWaitMinutes);
  const isOverdue = ({ waitingSince }: Place) => durationBetween(waitingSince, now) >= longestMs;
  return counter.services
    .flatMap((serviceId) => placesBefore(state.lines, serviceId, ticket))
    .filter(({ priorityClass, place }) => priorityClass === ticket.priorityClass || isOverdue(place)).length;
}

function candidatesFor(state: BranchState, counter: CounterSettings, now: Instant): readonly Candidate[] {
  return counter.services.flatMap((serviceId) =>
    headsOf(state.lines, serviceId).map(({ place }) =>
      candidateOf(state, ticketIn(state, place.ticketId, 'waiting'), now),
    ),
  );
}

function candidateOf(state: BranchState, ticket: WaitingTicket, now: Instant): Candidate {
  const configuration = configurationOf(state);
  const service = configuration.services.find(({ id }) => id === ticket.serviceId);
  const targetMinutes = required(service, `service ${ticket.serviceId}`).targetWaitMinutes;
  const rate = rateOf(configuration, ticket.priorityClass);
  const waitedMs = Math.max(0, durationBetween(ticket.waitingSince, now));
  return { place: ticket, waitedMs, targetMinutes, rate, score: (rate * waitedMs) / minutes(targetMinutes) };
}

function rateOf(configuration: Configuration, priorityClass: string): number {
  const found = configuration.policy.priorityClasses.find(({ id }) => id === priorityClass);
  return required(found, `priority class ${priorityClass}`).rate;
}

function comparatorOf(rule: CallRule): (one: Candidate, other: Candidate) => number {
  const byPlace = (one: Candidate, other: Candidate) => comparePlaces(one.place, other.place);
  switch (rule) {
    case 'accumulating':
      return (one, other) => other.score - one.score || byPlace(one, other);
    case 'strict':
      return (one, other) => other.rate - one.rate || byPlace(one, other);
    case 'firstCome':
    case 'maximumWait':
    case 'chosen':
      return byPlace;
    default:
      return assertNever(rule);
  }
}

function reasonFor(state: BranchState, rule: CallRule, first: Candidate, second: Candidate | null): CallReason {
  const runnerUp =
    second === null
      ? null
      : { ticketNumber: ticketIn(state, second.place.ticketId, 'waiting').ticketNumber, score: second.score };
  const { waitedMs, targetMinutes, score } = first;
  return { rule, waitedMs, targetMinutes, score, runnerUp, overtaken: 0 };
}
