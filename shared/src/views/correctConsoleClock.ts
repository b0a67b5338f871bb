import { assertNever } from '../base/assert.ts';
import type { TicketId } from '../base/ids.ts';
import { type ClockCorrection, correctedCounter, correctedInstant, correctedWaits } from '../model/clockCorrection.ts';
import type { CounterTicket, CounterView } from './counterView.ts';

/** A console's tickets and counters in the corrected clock's terms: the order of those who wait stays. */
export function correctConsoleClock(
  { tickets, counters }: Pick<CounterView, 'tickets' | 'counters'>,
  correction: ClockCorrection,
): { tickets: { [Id in TicketId]?: CounterTicket }; counters: CounterView['counters'] } {
  // The picture holds tickets in the order in which they were issued, which decides between equal instants.
  const inOrder = Object.values(tickets)
    .flatMap((ticket) => (ticket === undefined ? [] : [ticket]))
    .toSorted((one, other) => one.waitingSince - other.waitingSince);
  const waits = correctedWaits(
    inOrder.map(({ waitingSince }) => waitingSince),
    correction,
  );
  const corrected: { [Id in TicketId]?: CounterTicket } = { ...tickets };
  inOrder.forEach((ticket, index) => {
    const waitingSince = waits[index] ?? ticket.waitingSince;
    corrected[ticket.ticketId] = correctedTicket({ ...ticket, waitingSince }, correction);
  });
  const entries = Object.entries(counters).map(
    ([id, counter]) => [id, counter === undefined ? counter : correctedCounter(counter, correction)] as const,
  );
  return { tickets: corrected, counters: Object.fromEntries(entries) };
}

function correctedTicket(ticket: CounterTicket, correction: ClockCorrection): CounterTicket {
  const moment = (at: CounterTicket['issuedAt']) => correctedInstant(at, correction);
  const issuedAt = moment(ticket.issuedAt);
  if (ticket.state === 'waiting') return { ...ticket, issuedAt };
  const call = { issuedAt, calledAt: moment(ticket.calledAt), lastAnnouncedAt: moment(ticket.lastAnnouncedAt) };
  switch (ticket.state) {
    case 'called':
      return { ...ticket, ...call };
    case 'serving':
      return { ...ticket, ...call, startedAt: moment(ticket.startedAt) };
    case 'noShow':
      return { ...ticket, ...call, missedAt: moment(ticket.missedAt) };
    default:
      return assertNever(ticket);
  }
}
