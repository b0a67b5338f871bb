import { type Configuration, type CounterId, type Instant, required } from '@okienko/shared';
import type { RecordedDay, RecordedTicket } from '../record/recordedDay.ts';
import { assignLetters } from './assignLetters.ts';
import { busiestMinute } from './busiestMinute.ts';
import { type DayPlan, instantOfMinute, type PlannedTicket } from './dayPlan.ts';
import { recordedBranch, serviceIdOf } from './recordedBranch.ts';

/** A visit of the record. */
export type RecordedVisit = PlannedTicket & { readonly callAt: Instant };

/** A queue of the record: the counters that serve nothing else, and its calls in the order of their times. */
export type QueuePlan = {
  readonly counterIds: readonly CounterId[];
  readonly calls: readonly RecordedVisit[];
};

export type RecordedPlan = DayPlan<RecordedVisit> & { readonly queues: readonly QueuePlan[] };

/** Where the record was made; its minutes are of this zone. */
const timeZone = 'Europe/Warsaw';
/** What a visit takes where the record holds only one of its queue. */
const usualMinutes = 5;

const notes = [
  'Numbers are ours and have no gaps: the k-th ticket of a recorded queue is the k-th of our service.',
  'The record has no end of service: a visit ends when its counter calls again, the last ones after the last call.',
  'A queue has as many counters as it calls in its busiest minute; the one that called least recently calls next.',
];

/** Turns a recorded day into a branch and its customers. All tickets are of the first class: the record knows none. */
export function recordedPlan(day: RecordedDay, template: Configuration): RecordedPlan {
  const letters = assignLetters(day.queues);
  const queues = day.queues
    .map(({ queueId, name }) => {
      const tickets = day.tickets.filter((ticket) => ticket.queueId === queueId).toSorted(byCall);
      const calls = tickets.map(({ calledMin }) => calledMin);
      const counters = busiestMinute(calls);
      const letter = required(letters.get(queueId), 'a letter');
      return { letter, name, tickets, counters, typicalMinutes: paceOf(calls, counters) };
    })
    .toSorted((one, other) => one.letter.localeCompare(other.letter, 'en'));
  const configuration = recordedBranch({ ...day, timeZone }, queues, template);
  const visits = visitsOf(day, letters, configuration);
  const visitOf = (ticket: RecordedTicket) => required(visits.get(ticket), 'a visit');
  const lines = queues.map(({ letter, tickets }) => {
    const { id: serviceId } = serviceOf(configuration, letter);
    const counters = configuration.counters.filter(({ services }) => services.includes(serviceId));
    return { counterIds: counters.map(({ id }) => id), calls: tickets.map(visitOf) };
  });
  return {
    title: `${day.office}, ${day.date}`,
    date: day.date,
    configuration,
    notes,
    tickets: day.tickets.toSorted(byIssue).map(visitOf),
    lines: lines.map(({ calls }) => calls),
    queues: lines,
  };
}

function visitsOf(day: RecordedDay, letters: ReadonlyMap<string, string>, configuration: Configuration) {
  const priorityClass = required(configuration.policy.priorityClasses[0], 'a priority class').id;
  const visits = new Map<RecordedTicket, RecordedVisit>();
  for (const ticket of day.tickets) {
    visits.set(ticket, {
      name: `queue ${ticket.queueId}, ticket ${ticket.ticket}`,
      serviceId: serviceOf(configuration, required(letters.get(ticket.queueId), 'a letter')).id,
      priorityClass,
      language: 'pl',
      issueAt: instantOfMinute(day.date, ticket.issuedMin, timeZone),
      callAt: instantOfMinute(day.date, ticket.calledMin, timeZone),
    });
  }
  return visits;
}

function serviceOf({ services }: Configuration, letter: string): Configuration['services'][number] {
  return required(
    services.find(({ id }) => id === serviceIdOf(letter)),
    `the service ${letter}`,
  );
}

/** Whole minutes a visit takes where these counters keep the pace of these calls (minutes of the day, in order). */
function paceOf(calls: readonly number[], counters: number): number {
  if (calls.length < 2) return usualMinutes;
  const span = required(calls.at(-1), 'a call') - required(calls[0], 'a call');
  return Math.min(60, Math.max(1, Math.round((counters * span) / (calls.length - 1))));
}

/** The record's order of issue: by time, and within one by the number on the paper. */
function byIssue(one: RecordedTicket, other: RecordedTicket): number {
  return one.issuedMin - other.issuedMin || one.ticket - other.ticket;
}

function byCall(one: RecordedTicket, other: RecordedTicket): number {
  return one.calledMin - other.calledMin || one.ticket - other.ticket;
}
