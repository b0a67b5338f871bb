import type { Configuration, EventOf } from '@okienko/shared';
import type { Hall, NotedTicket } from './hall.ts';

const minuteMs = 60_000;

/**
 * The number that the stated policy calls at a counter now, worked out over everybody who waits: whoever has waited
 * longer than the maximum first, the longest of them before the others; else by the order that the configuration names.
 */
export function numberByPolicy(hall: Hall, configuration: Configuration, counterId: string, at: number): string | null {
  const { policy, services, counters } = configuration;
  const counter = counters.find(({ id }) => id === counterId);
  const rateOf = ({ priorityClass }: NotedTicket) =>
    policy.priorityClasses.find(({ id }) => id === priorityClass)?.rate ?? Number.NaN;
  const targetOf = ({ serviceId }: NotedTicket) =>
    services.find(({ id }) => id === serviceId)?.targetWaitMinutes ?? Number.NaN;
  const waitedOf = ({ waitingSince }: NotedTicket) => Math.max(0, at - waitingSince);
  const waiting = [...hall.tickets.values()].filter(
    ({ state, serviceId }) => state === 'waiting' && counter?.services.some((id) => id === serviceId) === true,
  );
  const byArrival = (one: NotedTicket, other: NotedTicket) =>
    one.waitingSince - other.waitingSince || one.order - other.order;
  const overdue = waiting.filter((ticket) => waitedOf(ticket) >= policy.maximumWaitMinutes * minuteMs);
  if (overdue.length > 0) return overdue.toSorted(byArrival)[0]?.number ?? null;
  const urgency = (ticket: NotedTicket) => {
    if (policy.order === 'firstCome') return 0;
    return policy.order === 'strict'
      ? rateOf(ticket)
      : (rateOf(ticket) * waitedOf(ticket)) / (targetOf(ticket) * minuteMs);
  };
  return waiting.toSorted((one, other) => urgency(other) - urgency(one) || byArrival(one, other))[0]?.number ?? null;
}

/**
 * The number of somebody who waits for the same service in the same class and came before this ticket, or null. Order is
 * the journal's and no clock's: nobody passes within a line, also where a clock was set back.
 */
export function earlierInLine(hall: Hall, ticketId: string): string | null {
  const called = hall.tickets.get(ticketId);
  if (called === undefined) return null;
  const { order, serviceId, priorityClass } = called;
  const isBefore = (other: NotedTicket) =>
    other.state === 'waiting' &&
    other.serviceId === serviceId &&
    other.priorityClass === priorityClass &&
    other.order < order;
  return [...hall.tickets.values()].find(isBefore)?.number ?? null;
}

/** Whether the server says of this call that it chose by itself. */
export function isAutomatic({ reason }: EventOf<'TicketCalled'>): boolean {
  return reason.rule !== 'chosen';
}
