import type { CounterId, CounterView, Instant, PastVisit } from '@okienko/shared';
import type { Desk, MissedTicket } from './findDesk.ts';

/** A visit that is over, or a ticket whose person did not come and who may still be put back. */
export type PastEntry =
  | { readonly kind: 'visit'; readonly visit: PastVisit }
  | { readonly kind: 'missed'; readonly ticket: MissedTicket };

/** More than fit in sight; older ones are for reports. */
const keptEntries = 8;

/** What happened at a counter, newest first. */
export function pastVisitsOf(view: CounterView, counterId: CounterId): readonly PastEntry[] {
  const visits = view.pastVisits
    .filter((visit) => visit.counterId === counterId)
    .map((visit): PastEntry => ({ kind: 'visit', visit }));
  const missed = allMissed(view)
    .filter((ticket) => ticket.counterId === counterId)
    .map((ticket): PastEntry => ({ kind: 'missed', ticket }));
  return [...missed, ...visits].sort((one, other) => endedAt(other) - endedAt(one)).slice(0, keptEntries);
}

/** Those who did not come and whose service this counter handles, newest first: they may come to any of its kind. */
export function missedTicketsOf(view: CounterView, desk: Desk): readonly MissedTicket[] {
  return allMissed(view)
    .filter((ticket) => desk.settings.services.includes(ticket.serviceId))
    .sort((one, other) => other.missedAt - one.missedAt)
    .slice(0, keptEntries);
}

function allMissed(view: CounterView): readonly MissedTicket[] {
  return Object.values(view.tickets).filter((ticket) => ticket?.state === 'noShow');
}

function endedAt(entry: PastEntry): Instant {
  return entry.kind === 'visit' ? entry.visit.closedAt : entry.ticket.missedAt;
}
