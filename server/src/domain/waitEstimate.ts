import { type Configuration, type CounterId, required, type ServiceId, type WaitRange } from '@okienko/shared';
import { type BranchState, configurationOf, counterOf } from './branchState.ts';
import { countWaiting } from './queueOrder.ts';

export type WaitEstimate = {
  readonly peopleAhead: number;
  /** Null where no counter is planned for the service at all. */
  readonly waitRange: WaitRange | null;
  /** The counters that will call: those that are open, else those that are planned. */
  readonly counterIds: readonly CounterId[];
};

/**
 * What a person who takes a ticket for this service now may expect.
 *
 * Minutes = the work that waits for the counters of this service, their share of other services' work included, and
 * what is left of the visits there (half of the usual time, not knowing how far they are), divided among them. It is a
 * range, rounded outward in steps of 5 minutes below 30 and of 10 from there.
 */
export function estimateWait(state: BranchState, serviceId: ServiceId): WaitEstimate {
  const configuration = configurationOf(state);
  const counters = countersFor(state, configuration, serviceId);
  const peopleAhead = countWaiting(state.lines, serviceId);
  if (counters.length === 0) return { peopleAhead, waitRange: null, counterIds: [] };
  const counterIds = counters.map(({ id }) => id);
  let workMinutes = 0;
  for (const { id } of counters) workMinutes += leftAtCounter(state, configuration, id);
  for (const service of configuration.services) {
    const waiting = countWaiting(state.lines, service.id);
    if (waiting === 0) continue;
    const all = countersFor(state, configuration, service.id);
    const shared = all.filter(({ id }) => counterIds.includes(id)).length;
    workMinutes += (waiting * service.typicalServiceMinutes * shared) / Math.max(1, all.length);
  }
  return { peopleAhead, waitRange: outwardRange(workMinutes / counters.length), counterIds };
}

function leftAtCounter(state: BranchState, configuration: Configuration, counterId: CounterId): number {
  const counter = counterOf(state, counterId);
  if (counter.state !== 'open' || counter.currentTicketId === null) return 0;
  const current = required(state.tickets.get(counter.currentTicketId), `the ticket at counter ${counterId}`);
  const service = configuration.services.find(({ id }) => id === current.serviceId);
  return required(service, `service ${current.serviceId}`).typicalServiceMinutes / 2;
}

/** The range that is printed for an expectation in minutes: from a tenth less to a fifth more, rounded outward. */
export function outwardRange(expectedMinutes: number): WaitRange {
  const from = roundTo(expectedMinutes * 0.9, Math.floor);
  const to = roundTo(expectedMinutes * 1.2, Math.ceil);
  return { fromMinutes: from, toMinutes: Math.max(to, from + 5) };
}

function roundTo(value: number, round: (value: number) => number): number {
  const step = value < 30 ? 5 : 10;
  return round(value / step) * step;
}

function countersFor(state: BranchState, configuration: Configuration, serviceId: ServiceId) {
  const planned = configuration.counters.filter(({ services }) => services.includes(serviceId));
  const open = planned.filter(({ id }) => counterOf(state, id).state === 'open');
  return open.length > 0 ? open : planned;
}

/** The expectation of a service in whole minutes, for programs that draw no range. */
export function middleOf(range: WaitRange | null): number | null {
  return range === null ? null : Math.round((range.fromMinutes + range.toMinutes) / 2);
}
