import {
  type Audience,
  audiences,
  type CounterState,
  type Device,
  type Epoch,
  type JournalId,
  ticketStates,
} from '@okienko/shared';
import { type BranchState, configurationOf, counterOf } from '../domain/branchState.ts';
import { countWaiting } from '../domain/queueOrder.ts';
import type { BranchEngine } from '../engine/branchEngine.ts';
import type { DeviceRegistry } from '../gateway/deviceRegistry.ts';
import type { Labelled, MetricsRegistry } from './metricsRegistry.ts';
import { tally } from './tally.ts';

/** What a scrape reads of the branch; all of it is in memory. */
export type BranchGaugeParts = {
  readonly engine: Pick<BranchEngine, 'query' | 'fault'>;
  readonly devices: Pick<DeviceRegistry, 'connectionsOf'>;
  readonly journalId: JournalId;
  readonly epoch: Epoch;
  readonly version: string;
};

/** Registers how the branch stands at the moment of a scrape: queues, counters, screens, the journal. */
export function registerBranchGauges(registry: MetricsRegistry, parts: BranchGaugeParts): void {
  const { engine, devices, journalId, epoch, version } = parts;
  const read = <Answer>(question: (state: BranchState) => Answer): Answer =>
    engine.query(({ state }) => question(state));
  const infoLabels = ['version', 'journal_id', 'epoch', 'config_hash'] as const;
  registry.labelledGauge('okienko_server_info', 'Always 1; the labels say what runs.', infoLabels, () => [
    { labels: { version, journal_id: journalId, epoch, config_hash: read(({ configHash }) => configHash) }, value: 1 },
  ]);
  registry.gauge('okienko_journal_seq', 'Position of the newest event in the journal.', () => read(({ seq }) => seq));
  registry.gauge('okienko_journal_writable', '1 while the journal takes commands, else 0.', () =>
    engine.fault() === null ? 1 : 0,
  );
  registry.labelledGauge('okienko_queue_waiting', 'Tickets that wait for a service.', ['service', 'letter'], () =>
    read(waitingByService),
  );
  registry.labelledGauge('okienko_tickets', 'Tickets of the business day by state.', ['state'], () =>
    read(({ tickets }) => tally(underState, ticketStates, [...tickets.values()].map(stateOf))),
  );
  registry.labelledGauge('okienko_counters', 'Counters by state.', ['state'], () =>
    read((state) => tally(underState, counterStates, statesOfCounters(state))),
  );
  registry.labelledGauge('okienko_clients', 'Connected pages by kind of device.', ['kind'], () =>
    read((state) => {
      const pages = devicesOf(state).flatMap(({ id, kind }) => Array<Audience>(devices.connectionsOf(id)).fill(kind));
      return tally(underKind, audiences, pages);
    }),
  );
  registry.labelledGauge('okienko_devices_offline', 'Configured devices without a connected page.', ['kind'], () =>
    read((state) => {
      const offline = devicesOf(state).filter(({ id }) => devices.connectionsOf(id) === 0);
      return tally(underKind, audiences, offline.map(kindOf));
    }),
  );
}

const counterStates = ['closed', 'open', 'paused'] as const satisfies readonly CounterState['state'][];

const underKind = (kind: string) => ({ kind });
const underState = (state: string) => ({ state });
const stateOf = <State>({ state }: { readonly state: State }): State => state;
const kindOf = <Kind>({ kind }: { readonly kind: Kind }): Kind => kind;

function devicesOf(state: BranchState): readonly Device[] {
  return configurationOf(state).devices;
}

function statesOfCounters(state: BranchState): readonly CounterState['state'][] {
  return configurationOf(state).counters.map(({ id }) => counterOf(state, id).state);
}

function waitingByService(state: BranchState): readonly Labelled<'service' | 'letter'>[] {
  return configurationOf(state).services.map(({ id, letter }) => ({
    labels: { service: id, letter },
    value: countWaiting(state.lines, id),
  }));
}
