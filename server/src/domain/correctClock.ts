import {
  assertNever,
  type ClockCorrection,
  correctedCounter,
  correctedInstant,
  correctedWaits,
  type Instant,
  type Ticket,
} from '@okienko/shared';
import type { BranchState } from './branchState.ts';
import { comparePlaces, joinLine } from './queueOrder.ts';

/**
 * Carries the living tickets and the counters over a correction of the business clock, in place.
 *
 * Order is by `waitingSince`: without this, everybody who comes after a clock was set back would have come "before"
 * those who wait already, and would be called first. A booking keeps its slot, which no clock stamped.
 */
export function correctClock(state: BranchState, correction: ClockCorrection): void {
  const living = [...state.tickets.values()].filter(({ state: at, slotAt }) => at !== 'closed' && slotAt === null);
  const inOrder = living.toSorted(comparePlaces);
  const waits = correctedWaits(
    inOrder.map(({ waitingSince }) => waitingSince),
    correction,
  );
  inOrder.forEach((ticket, index) => {
    const corrected = correctedTicket(ticket, correction);
    state.tickets.set(ticket.ticketId, { ...corrected, waitingSince: waits[index] ?? ticket.waitingSince });
  });
  state.lines.clear();
  for (const ticket of state.tickets.values()) {
    if (ticket.state !== 'waiting') continue;
    const { ticketId, waitingSince, waitingSeq } = ticket;
    joinLine(state.lines, ticket.serviceId, ticket.priorityClass, { ticketId, waitingSince, waitingSeq });
  }
  for (const [counterId, counter] of state.counters) {
    state.counters.set(counterId, correctedCounter(counter, correction));
  }
}

function correctedTicket(ticket: Ticket, correction: ClockCorrection): Ticket {
  const moment = (at: Instant) => correctedInstant(at, correction);
  const issuedAt = moment(ticket.issuedAt);
  switch (ticket.state) {
    case 'waiting':
      return { ...ticket, issuedAt };
    case 'called':
      return { ...ticket, issuedAt, calledAt: moment(ticket.calledAt) };
    case 'serving':
      return { ...ticket, issuedAt, calledAt: moment(ticket.calledAt), startedAt: moment(ticket.startedAt) };
    case 'noShow':
      return { ...ticket, issuedAt, calledAt: moment(ticket.calledAt), missedAt: moment(ticket.missedAt) };
    case 'parked':
      return { ...ticket, issuedAt, parkedAt: moment(ticket.parkedAt) };
    case 'closed':
      return ticket;
    default:
      return assertNever(ticket);
  }
}
