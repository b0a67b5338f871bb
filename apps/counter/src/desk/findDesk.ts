import type {
  CounterConfiguration,
  CounterSettings,
  CounterState,
  CounterTicket,
  CounterView,
  DeviceId,
  ServiceId,
} from '@okienko/shared';

type Staffed = Extract<CounterState, { readonly state: 'open' | 'paused' }>;
type TicketIn<State extends CounterTicket['state']> = Extract<CounterTicket, { readonly state: State }>;
export type WaitingTicket = TicketIn<'waiting'>;
export type MissedTicket = TicketIn<'noShow'>;
export type CurrentTicket = TicketIn<'called' | 'serving'>;
export type ServiceSettings = CounterConfiguration['services'][number];

/** The tickets that wait for one service of this counter, longest first. */
export type WaitingGroup = { readonly service: ServiceSettings; readonly tickets: readonly WaitingTicket[] };

/** The counter that this device works at, as its clerk sees it. */
export type Desk = {
  readonly configuration: CounterConfiguration;
  readonly settings: CounterSettings;
  readonly counter: Staffed;
  readonly clerkName: string | null;
  readonly currentTicket: CurrentTicket | null;
  /** In the order of the counter's services; a service without people is there too. */
  readonly waiting: readonly WaitingGroup[];
  readonly waitingCount: number;
};

/** The desk of `deviceId`, or null while nobody is signed in on this device (or the picture is not there yet). */
export function findDesk(view: CounterView, deviceId: DeviceId): Desk | null {
  const { configuration } = view;
  if (configuration === null) return null;
  for (const settings of configuration.counters) {
    const counter = view.counters[settings.id];
    if (counter === undefined || counter.state === 'closed' || counter.deviceId !== deviceId) continue;
    const waiting = waitingByService(view, configuration, settings);
    return {
      configuration,
      settings,
      counter,
      clerkName: clerkNameOf(configuration, counter.clerkId),
      currentTicket: counter.state === 'open' ? currentTicketOf(view, counter.currentTicketId) : null,
      waiting,
      waitingCount: waiting.reduce((sum, group) => sum + group.tickets.length, 0),
    };
  }
  return null;
}

/** Who waits for each service of a counter, longest first; tickets of one moment in the order in which they were issued. */
export function waitingByService(
  view: CounterView,
  configuration: CounterConfiguration,
  settings: CounterSettings,
): readonly WaitingGroup[] {
  const byService = new Map<ServiceId, WaitingTicket[]>();
  for (const ticket of Object.values(view.tickets)) {
    if (ticket?.state !== 'waiting') continue;
    const tickets = byService.get(ticket.serviceId) ?? [];
    tickets.push(ticket);
    byService.set(ticket.serviceId, tickets);
  }
  return configuration.services
    .filter((service) => settings.services.includes(service.id))
    .map((service) => ({ service, tickets: (byService.get(service.id) ?? []).sort(longestFirst) }));
}

/** How colleagues name a clerk; null for one whom the configuration no longer knows. */
export function clerkNameOf(configuration: CounterConfiguration, clerkId: Staffed['clerkId']): string | null {
  return configuration.clerks.find((clerk) => clerk.id === clerkId)?.name ?? null;
}

/** The service of a ticket; null only for one that a changed configuration no longer has. */
export function serviceOf(configuration: CounterConfiguration, serviceId: ServiceId): ServiceSettings | null {
  return configuration.services.find((service) => service.id === serviceId) ?? null;
}

function currentTicketOf(view: CounterView, ticketId: CounterTicket['ticketId'] | null): CurrentTicket | null {
  const ticket = ticketId === null ? undefined : view.tickets[ticketId];
  return ticket?.state === 'called' || ticket?.state === 'serving' ? ticket : null;
}

/** Ticket ids are UUIDv7 and so sort by their birth where two waited from the same millisecond. */
function longestFirst(one: WaitingTicket, other: WaitingTicket): number {
  return one.waitingSince - other.waitingSince || (one.ticketId < other.ticketId ? -1 : 1);
}
