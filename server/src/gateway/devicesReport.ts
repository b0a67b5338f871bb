import { type Instant, textIn } from '@okienko/shared';
import { configurationOf, counterOf } from '../domain/branchState.ts';
import type { Reading } from '../engine/branchEngine.ts';
import type { DeviceRegistry } from './deviceRegistry.ts';

/** The answer of `GET /api/v1/devices`: the devices of the configuration with their pages, for whoever sets them up. */
export type DevicesReport = {
  readonly branch: { readonly name: string };
  readonly isDemo: boolean;
  readonly now: Instant;
  readonly startedAt: Instant;
  readonly timeZone: string;
  readonly seq: number;
  readonly devices: readonly {
    readonly id: string;
    readonly kind: 'kiosk' | 'counter' | 'display';
    readonly name: string;
    readonly path: string;
    readonly connectedSince: Instant | null;
    /** The counter that this console commands now, by its label. */
    readonly counterLabel: string | null;
    readonly state: 'ok' | 'offline';
  }[];
};

/** Every device of the configuration, whether it is connected and since when; no address, key or PIN is in it. */
export function devicesReport({ state, now }: Reading, devices: DeviceRegistry, startedAt: Instant): DevicesReport {
  const configuration = configurationOf(state);
  const { branch, demo } = configuration;
  return {
    branch: { name: textIn(branch.name, 'pl') },
    isDemo: demo,
    now,
    startedAt,
    timeZone: branch.timeZone,
    seq: state.seq,
    devices: configuration.devices.map(({ id, kind, name }) => {
      const connectedSince = devices.connectedSince(id);
      const commanded = configuration.counters.find((settings) => {
        const counter = counterOf(state, settings.id);
        return counter.state !== 'closed' && counter.deviceId === id;
      });
      return {
        id,
        kind,
        name,
        path: `/${kind}/?device=${id}`,
        connectedSince,
        counterLabel: commanded?.label ?? null,
        state: connectedSince === null ? 'offline' : 'ok',
      };
    }),
  };
}
