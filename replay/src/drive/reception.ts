import { required, type TicketId } from '@okienko/shared';
import type { Device } from '../house/device.ts';
import type { Timeline } from '../house/timeline.ts';
import type { PlannedTicket } from '../plan/dayPlan.ts';

type Coming = { readonly issued: Promise<TicketId | null>; readonly settle: (ticketId: TicketId | null) => void };

/** The kiosk's day: who comes, and which ticket each of them got. */
export class Reception<Ticket extends PlannedTicket> {
  readonly #tickets: readonly Ticket[];
  readonly #coming: ReadonlyMap<Ticket, Coming>;
  readonly #ticketIds = new Map<Ticket, TicketId>();

  /** @param tickets in the order in which they are to be issued. */
  constructor(tickets: readonly Ticket[]) {
    this.#tickets = tickets;
    this.#coming = new Map(
      tickets.map((ticket) => {
        const { promise: issued, resolve: settle } = Promise.withResolvers<TicketId | null>();
        return [ticket, { issued, settle }];
      }),
    );
  }

  /**
   * Issues every ticket at its time, one after another from one kiosk: where the kiosk is late, the line before it
   * waits, and nobody is left out.
   */
  async run(kiosk: Device, timeline: Timeline): Promise<void> {
    for (const ticket of this.#tickets) {
      await timeline.reach(ticket.issueAt);
      const { serviceId, priorityClass, language } = ticket;
      const settled = await kiosk.press({ type: 'IssueTicket', serviceId, priorityClass, language });
      const isIssued = settled.outcome === 'accepted' && settled.result.type === 'ticketIssued';
      const ticketId = isIssued ? settled.result.ticketId : null;
      if (ticketId !== null) this.#ticketIds.set(ticket, ticketId);
      required(this.#coming.get(ticket), 'a planned ticket').settle(ticketId);
    }
  }

  /** The ticket's id as soon as it is acknowledged; null where it was refused. */
  issued(ticket: Ticket): Promise<TicketId | null> {
    return required(this.#coming.get(ticket), 'a planned ticket').issued;
  }

  /** What was issued so far. */
  ticketIds(): ReadonlyMap<Ticket, TicketId> {
    return this.#ticketIds;
  }
}
