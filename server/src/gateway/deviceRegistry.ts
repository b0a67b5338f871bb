import type { DeviceId, Instant } from '@okienko/shared';

/** Which devices are connected, and since when; a device may have several pages open. */
export class DeviceRegistry {
  readonly #connections = new Map<DeviceId, { count: number; since: Instant }>();

  connected(deviceId: DeviceId, at: Instant): void {
    const entry = this.#connections.get(deviceId);
    this.#connections.set(deviceId, { count: (entry?.count ?? 0) + 1, since: entry?.since ?? at });
  }

  disconnected(deviceId: DeviceId): void {
    const entry = this.#connections.get(deviceId);
    if (entry === undefined) return;
    if (entry.count === 1) this.#connections.delete(deviceId);
    else this.#connections.set(deviceId, { ...entry, count: entry.count - 1 });
  }

  /** How many pages of the device are connected. */
  connectionsOf(deviceId: DeviceId): number {
    return this.#connections.get(deviceId)?.count ?? 0;
  }

  /** Null while no page of the device is connected. */
  connectedSince(deviceId: DeviceId): Instant | null {
    return this.#connections.get(deviceId)?.since ?? null;
  }
}
