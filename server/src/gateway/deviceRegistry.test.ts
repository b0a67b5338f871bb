import { idSchemas, instantOf } from '@okienko/shared';
import { describe, expect, it } from 'vitest';
import { DeviceRegistry } from './deviceRegistry.ts';

const kiosk = idSchemas.device.parse('kiosk-1');

describe('who is connected', () => {
  it('given a device with two pages, when one closes, then it is still connected since its first', () => {
    const devices = new DeviceRegistry();
    devices.connected(kiosk, instantOf(10));
    devices.connected(kiosk, instantOf(20));
    devices.disconnected(kiosk);
    expect(devices.connectedSince(kiosk)).toBe(10);
    devices.disconnected(kiosk);
    expect(devices.connectedSince(kiosk)).toBeNull();
  });

  it('given a device that comes back, then it is connected since it came back', () => {
    const devices = new DeviceRegistry();
    devices.connected(kiosk, instantOf(10));
    devices.disconnected(kiosk);
    devices.disconnected(kiosk);
    devices.connected(kiosk, instantOf(30));
    expect(devices.connectedSince(kiosk)).toBe(30);
  });
});
