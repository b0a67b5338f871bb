import { assertNever, type EventOf, type JournalEvent } from '@okienko/shared';
import { NumberSeries } from './numberSeries.ts';

/** A ticket as somebody with a notebook would write it down. */
export type NotedTicket = {
  readonly number: string;
  readonly serviceId: string;
  readonly priorityClass: string;
  readonly waitingSince: number;
  readonly order: number;
  state: 'waiting' | 'called' | 'serving' | 'noShow' | 'closed';
  counterId: string | null;
};

type NotedCounter = { readonly clerkId: string; isPaused: boolean; ticketId: string | null };

/**
 * The hall by the notebook: what every event says, taken at its word, and complained about where it cannot be.
 *
 * It shares no rule with the server: whoever reads it should see at a glance that it is right.
 */
export class Hall {
  readonly tickets = new Map<string, NotedTicket>();
  readonly counters = new Map<string, NotedCounter>();
  date: string | null = null;
  /** After a clock was set back, waits are carried over by rules that a notebook does not know. */
  isClockCorrected = false;
  announcements = 0;
  /** Papers that were asked for and have no outcome yet: the newest of each ticket, by ticket. */
  readonly papers = new Map<string, string>();
  readonly #series = new NumberSeries();

  /** Notes an event down; in words what cannot be about it, or null. */
  note(event: JournalEvent, seq: number, at: number): string | null {
    switch (event.type) {
      case 'TicketIssued':
        return this.#issue(event, seq, at);
      case 'TicketCalled':
        return (
          this.#announce(event.announcementNumber) ??
          this.#seat(event.ticketId, event.counterId) ??
          this.#move(event.ticketId, ['waiting'], 'called')
        );
      case 'TicketRecalled':
        return this.#announce(event.announcementNumber) ?? this.#move(event.ticketId, ['called'], 'called');
      case 'ServiceStarted':
        return this.#move(event.ticketId, ['called'], 'serving');
      case 'TicketMarkedNoShow':
        return this.#leave(event.ticketId) ?? this.#move(event.ticketId, ['called'], 'noShow');
      case 'TicketReinstated':
        return this.#move(event.ticketId, ['noShow'], 'waiting');
      case 'TicketClosed':
        return wrongEnd(event) ?? this.#leave(event.ticketId) ?? this.#move(event.ticketId, [event.from], 'closed');
      case 'CounterOpened':
        return this.#open(event);
      case 'CounterPaused':
      case 'CounterResumed':
        return this.#pause(event.counterId, event.type === 'CounterPaused');
      case 'CounterSignedOff': {
        const { ticketId = null } = this.counters.get(event.counterId) ?? {};
        this.counters.delete(event.counterId);
        return ticketId === null ? null : `counter ${event.counterId} was signed off with a ticket`;
      }
      case 'BusinessDayEnded': {
        const open = [...this.tickets.values()].find(({ state }) => state !== 'closed');
        if (open !== undefined) return `the day ended with ticket ${open.number} ${open.state}`;
        return this.counters.size === 0 ? null : `the day ended with ${this.counters.size} counters open`;
      }
      case 'BusinessDayStarted':
        if (this.date !== null && event.businessDate <= this.date) return `day ${event.businessDate} began again`;
        this.date = event.businessDate;
        this.tickets.clear();
        this.papers.clear();
        this.#series.startAgain();
        this.isClockCorrected = false;
        return null;
      case 'TicketReprinted':
        this.papers.set(event.ticketId, event.printJob.jobId);
        return null;
      case 'PrintResultRecorded': {
        const isAwaited = this.papers.get(event.ticketId) === event.jobId;
        this.papers.delete(event.ticketId);
        return isAwaited ? null : `a paper of ticket ${event.ticketNumber} has two outcomes`;
      }
      case 'ClockCorrected':
        this.isClockCorrected = true;
        return null;
      case 'JournalRestored':
        return this.#series.skip(event.numberSkip);
      case 'ConfigurationChanged':
        return null;
      default:
        return assertNever(event);
    }
  }

  #issue(event: EventOf<'TicketIssued'>, seq: number, at: number): string | null {
    if (this.tickets.has(event.ticketId)) return `ticket ${event.ticketNumber} was issued twice`;
    this.tickets.set(event.ticketId, {
      number: event.ticketNumber,
      serviceId: event.serviceId,
      priorityClass: event.priorityClass,
      waitingSince: event.slotAt ?? at,
      order: seq,
      state: 'waiting',
      counterId: null,
    });
    if (event.printJob !== null) this.papers.set(event.ticketId, event.printJob.jobId);
    return this.#series.give(event.ticketNumber);
  }

  #open(event: EventOf<'CounterOpened'>): string | null {
    const elsewhere = [...this.counters].find(
      ([counterId, { clerkId }]) => clerkId === event.clerkId && counterId !== event.counterId,
    );
    if (elsewhere !== undefined) return `${event.clerkId} works at ${elsewhere[0]} and opened ${event.counterId}`;
    this.counters.set(event.counterId, {
      clerkId: event.clerkId,
      isPaused: false,
      ticketId: this.counters.get(event.counterId)?.ticketId ?? null,
    });
    return null;
  }

  #announce(number: number): string | null {
    this.announcements += 1;
    return number === this.announcements ? null : `announcement ${number} does not follow ${this.announcements - 1}`;
  }

  #move(ticketId: string, from: readonly string[], to: NotedTicket['state']): string | null {
    const ticket = this.tickets.get(ticketId);
    if (ticket === undefined) return `a ticket that nobody knows became ${to}`;
    if (!from.includes(ticket.state)) return `ticket ${ticket.number} was ${ticket.state} and became ${to}`;
    ticket.state = to;
    return null;
  }

  #seat(ticketId: string, counterId: string): string | null {
    const counter = this.counters.get(counterId);
    if (counter === undefined || counter.isPaused) return `counter ${counterId} called and is not open`;
    if (counter.ticketId !== null) return `counter ${counterId} called a second customer`;
    const seat = [...this.counters].find(([, other]) => other.ticketId === ticketId)?.[0];
    if (seat !== undefined) return `a ticket was called to ${counterId} and sits at ${seat}`;
    counter.ticketId = ticketId;
    const ticket = this.tickets.get(ticketId);
    if (ticket !== undefined) ticket.counterId = counterId;
    return null;
  }

  #leave(ticketId: string): string | null {
    for (const counter of this.counters.values()) if (counter.ticketId === ticketId) counter.ticketId = null;
    const ticket = this.tickets.get(ticketId);
    if (ticket !== undefined) ticket.counterId = null;
    return null;
  }

  #pause(counterId: string, isPaused: boolean): string | null {
    const counter = this.counters.get(counterId);
    if (counter === undefined) return `counter ${counterId} is closed and had a break`;
    if (isPaused && counter.ticketId !== null) return `counter ${counterId} took a break with a customer`;
    counter.isPaused = isPaused;
    return null;
  }
}

/** How a ticket may end, by the state that it was in: expired or unfinished are the day's end, the rest is a clerk's. */
const ends: Readonly<Record<string, readonly string[]>> = {
  waiting: ['cancelled', 'expired'],
  called: ['cancelled', 'noShow'],
  serving: ['served', 'unfinished'],
  noShow: ['noShow'],
};

function wrongEnd({ ticketNumber, from, reason }: EventOf<'TicketClosed'>): string | null {
  return ends[from]?.includes(reason) === true ? null : `ticket ${ticketNumber} was ${from} and ended as ${reason}`;
}
