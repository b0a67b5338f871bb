import { parse, heartbeatSchema, staleAfterMs } from '@okienko/shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectDevice, type DeviceClient, issueTicket } from './support/deviceClient.ts';
import { type RunningServer, startServer } from './support/startServer.ts';

let server: RunningServer;

beforeAll(async () => {
  server = await startServer({ flags: ['--printer', 'tcp://127.0.0.1:9'] });
});

afterAll(async () => {
  await server.kill();
});

/** The longest time without a heartbeat over `count` of them, in milliseconds; none at all for too long rejects. */
async function longestSilenceMs({ socket }: DeviceClient, count: number): Promise<number> {
  let longest = 0;
  let lastMs = performance.now();
  for (let beat = 0; beat < count; beat += 1) {
    const message = await new Promise<unknown>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('no heartbeat: every screen is stale')), staleAfterMs);
      socket.once('heartbeat', (heartbeat: unknown) => {
        clearTimeout(timer);
        resolve(heartbeat);
      });
    });
    expect(parse(heartbeatSchema, message).isValid).toBe(true);
    longest = Math.max(longest, performance.now() - lastMs);
    lastMs = performance.now();
  }
  return longest;
}

describe('proof of life', () => {
  it.each(['display', 'counter', 'kiosk'] as const)(
    'given an idle server, when a %s listens, then a heartbeat comes with the figures of the second [P-15] [P-18]',
    async (audience) => {
      const device = await follow(audience);
      const figures = new Promise((resolve) => device.socket.once('figures', resolve));
      expect(await longestSilenceMs(device, 2)).toBeLessThan(staleAfterMs);
      expect(await figures).toMatchObject({ opening: { state: 'open' } });
      device.close();
    },
  );

  it('given a busy server, when deltas come without a pause, then heartbeats come between them [P-15]', async () => {
    const display = await follow('display');
    const kiosk = await follow('kiosk');
    const busy = { isOver: false };
    const customers = Promise.all(
      Array.from({ length: 8 }, async () => {
        while (!busy.isOver) await kiosk.send(issueTicket('pisma'));
      }),
    );
    expect(await longestSilenceMs(display, 3)).toBeLessThan(staleAfterMs);
    busy.isOver = true;
    await customers;
    display.close();
    kiosk.close();
  });
});

async function follow(audience: 'display' | 'counter' | 'kiosk'): Promise<DeviceClient> {
  const names = { display: 'hall-1', counter: 'counter-1', kiosk: 'kiosk-1' } as const;
  const device = await connectDevice(server.url, audience, names[audience]);
  await device.socket.timeout(30_000).emitWithAck('subscribe');
  return device;
}
