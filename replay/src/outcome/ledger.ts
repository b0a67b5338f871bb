import type { CounterEvent, Instant, PriorityClassId, ServiceId, TicketId, TicketNumber } from '@okienko/shared';

/** What the server told of one ticket. */
export type LedgerEntry = {
  readonly ticketId: TicketId;
  readonly ticketNumber: TicketNumber;
  readonly serviceId: ServiceId;
  readonly priorityClass: PriorityClassId;
  readonly issuedAt: Instant;
  /** The first call, and how many first calls there were: more than one is a person called twice. */
  calledAt: Instant | null;
  calls: number;
  /** How often it ended: closed, or noted as absent. */
  ends: number;
};

/** The day as the server told it, independent of what the devices were answered. */
export class Ledger {
  readonly #entries = new Map<TicketId, LedgerEntry>();
  readonly #callOrder: TicketId[] = [];
  #issues = 0;

  /** Takes the next event of a console; most of them are no news of a ticket's way. */
  note(event: CounterEvent): void {
    if (event.type === 'ticketIssued') {
      this.#issues += 1;
      this.#entries.set(event.ticket.ticketId, { ...event.ticket, calledAt: null, calls: 0, ends: 0 });
    } else if (event.type === 'ticketCalled') {
      this.#callOrder.push(event.ticketId);
      this.#change(event.ticketId, (entry) => {
        entry.calledAt ??= event.at;
        entry.calls += 1;
      });
    } else if (event.type === 'ticketMissed' || event.type === 'ticketClosed') {
      const ticketId = event.type === 'ticketClosed' ? event.visit.ticketId : event.ticketId;
      this.#change(ticketId, (entry) => (entry.ends += 1));
    }
  }

  /** Every ticket, in the order of issue. */
  entries(): readonly Readonly<LedgerEntry>[] {
    return [...this.#entries.values()];
  }

  /** The tickets in the order of their calls; one that was called twice is there twice. */
  callOrder(): readonly TicketId[] {
    return this.#callOrder;
  }

  /** How many tickets were issued, called, ended so far. */
  counts(): { readonly issued: number; readonly called: number; readonly ended: number } {
    const entries = this.entries();
    return {
      issued: this.#issues,
      called: entries.filter(({ calls }) => calls > 0).length,
      ended: entries.filter(({ ends }) => ends > 0).length,
    };
  }

  #change(ticketId: TicketId, change: (entry: LedgerEntry) => void): void {
    const entry = this.#entries.get(ticketId);
    if (entry !== undefined) change(entry);
  }
}
