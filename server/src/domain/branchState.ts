import {
  type CalendarDate,
  closedCounter,
  type Configuration,
  type CounterId,
  type CounterState,
  instantOf,
  type Instant,
  type JobId,
  type JournalId,
  required,
  type Seq,
  seqOf,
  type Service,
  type ServiceId,
  type Ticket,
  type TicketId,
  type TicketIn,
  type TicketNumber,
  type TicketState,
} from '@okienko/shared';
import { emptyLines, type WaitingLines } from './queueOrder.ts';

/**
 * Everything that rules look at: the running configuration, today's tickets, the counters and the numbers given out.
 *
 * Only `evolve` changes it, in place, because a copy of a full hall for each event would make every command cost as
 * much as the hall is full. Only the engine holds it; what a failed commit leaves behind is thrown away and rebuilt.
 */
export type BranchState = {
  seq: Seq;
  /** The newest event's time: event times never decrease but across `ClockCorrected`. */
  lastAt: Instant;
  configuration: Configuration | null;
  configHash: string;
  businessDate: CalendarDate | null;
  readonly tickets: Map<TicketId, Ticket>;
  readonly lines: WaitingLines;
  readonly counters: Map<CounterId, CounterState>;
  /** How many tickets each letter has given out today. */
  readonly series: Map<string, number>;
  readonly printJobs: Map<JobId, TicketId>;
  /** The number that was called last today for each service. */
  readonly lastCalled: Map<ServiceId, TicketNumber>;
  announcementNumber: number;
  /** The journal that the newest recorded restore made; null in one that was never restored. */
  restoredAs: JournalId | null;
};

/** A branch before its first event. */
export function emptyBranchState(): BranchState {
  return {
    seq: seqOf(0),
    lastAt: instantOf(0),
    configuration: null,
    configHash: '',
    businessDate: null,
    tickets: new Map(),
    lines: emptyLines(),
    counters: new Map(),
    series: new Map(),
    printJobs: new Map(),
    lastCalled: new Map(),
    announcementNumber: 0,
    restoredAs: null,
  };
}

/** The running configuration; there is always one after the server's start. */
export function configurationOf(state: BranchState): Configuration {
  return required(state.configuration, 'the configuration');
}

/** A service of the running configuration, or null. */
export function findService(state: BranchState, serviceId: ServiceId): Service | null {
  return configurationOf(state).services.find((service) => service.id === serviceId) ?? null;
}

/** The state of a counter; one that was never opened is closed. */
export function counterOf(state: BranchState, counterId: CounterId): CounterState {
  return state.counters.get(counterId) ?? closedCounter;
}

/** A ticket that events or a counter name, in the state that it must be in. */
export function ticketIn<State extends TicketState>(
  state: BranchState,
  ticketId: TicketId,
  expected: State,
): TicketIn<State> {
  const ticket = required(state.tickets.get(ticketId), `ticket ${ticketId}`);
  return required(
    isIn(ticket, expected) ? ticket : null,
    `ticket ${ticketId} in state ${expected}, not ${ticket.state},`,
  );
}

function isIn<State extends TicketState>(ticket: Ticket, expected: State): ticket is TicketIn<State> {
  return ticket.state === expected;
}
