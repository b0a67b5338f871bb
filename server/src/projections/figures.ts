import type { Alarm, BoardFigures, CounterFigures, Instant, KioskFigures, Opening } from '@okienko/shared';
import { type BranchState, configurationOf, counterOf } from '../domain/branchState.ts';
import { nextTicketFor } from '../domain/nextTicket.ts';
import { estimateWait } from '../domain/waitEstimate.ts';

export type Figures = {
  readonly display: BoardFigures;
  readonly kiosk: KioskFigures;
  readonly counter: CounterFigures;
};

/** What is known of the house outside the journal: its faults, and the printer of each kiosk. */
export type Equipment = { readonly alarms: readonly Alarm[]; readonly printers: KioskFigures['printers'] };

/**
 * What changes with time alone, for each audience: waits, whether the branch is open, who is next and why, alarms.
 *
 * Computed once for all screens of an audience, never for each subscriber.
 */
export function figuresOf(state: BranchState, now: Instant, opening: Opening, equipment: Equipment): Figures {
  const { seq } = state;
  const { services } = configurationOf(state);
  return {
    display: { seq, opening },
    kiosk: {
      seq,
      opening,
      services: Object.fromEntries(services.map(({ id }) => [id, estimateWait(state, id)])),
      printers: equipment.printers,
    },
    counter: { seq, opening, next: nextByCounter(state, now), alarms: equipment.alarms },
  };
}

function nextByCounter(state: BranchState, now: Instant): CounterFigures['next'] {
  const staffed = configurationOf(state).counters.filter(({ id }) => counterOf(state, id).state !== 'closed');
  // A counter on a break is shown who is next, but it calls nobody away from the others.
  const open = staffed.filter(({ id }) => counterOf(state, id).state === 'open');
  return Object.fromEntries(
    staffed.map((counter) => {
      const next = nextTicketFor(state, counter, now);
      if (next === null) return [counter.id, null];
      const serviceId = state.tickets.get(next.ticketId)?.serviceId;
      const alsoSeenBy = open
        .filter(({ id, services }) => id !== counter.id && serviceId !== undefined && services.includes(serviceId))
        .map(({ id }) => id);
      return [counter.id, { ...next, alsoSeenBy }];
    }),
  );
}
