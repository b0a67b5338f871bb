import { type Heartbeat, heartbeatSchema, localMoment, parse } from '@okienko/shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './support/browser.ts';
import { connectDevice, type DeviceClient } from './support/deviceClient.ts';
import { openSmallBranch } from './support/smallBranch.ts';
import { type RunningServer, startServer } from './support/startServer.ts';

let server: RunningServer;

beforeAll(async () => {
  server = await startServer({ flags: ['--clock-start', '2020-01-03T10:00:00+01:00', '--clock-speed', '60'] });
});

afterAll(async () => {
  await server.stop();
});

function nextHeartbeat({ socket }: DeviceClient): Promise<Heartbeat> {
  return new Promise((resolve, reject) => {
    socket.once('heartbeat', (message: unknown) => {
      const beat = parse(heartbeatSchema, message);
      if (beat.isValid) resolve(beat.value);
      else reject(new Error(`${beat.path}: ${beat.problem}`));
    });
  });
}

describe('a demo with another clock', () => {
  it('given a start and a speed, when heartbeats come, then business time goes on as much faster [P-17]', async () => {
    const display = await connectDevice(server.url, 'display', 'hall-1');
    const subscribed = display.subscribe();
    const [first, fromMs] = [await nextHeartbeat(display), performance.now()];
    const [second, toMs] = [await nextHeartbeat(display), performance.now()];
    await subscribed;
    display.close();
    expect([first.clockRate, localMoment(first.now, 'Europe/Warsaw').date]).toEqual([60, '2020-01-03']);
    const speed = (second.now - first.now) / (toMs - fromMs);
    // A heartbeat may wait for its reader on a busy machine; at real speed it would be a sixtieth.
    expect(speed).toBeGreaterThan(30);
    expect(speed).toBeLessThan(120);
  });

  it('given a board, when its day runs too fast to be heard, then it says so, stands still and shows that day’s time', async () => {
    const browser = await openBrowser();
    const page = await browser.newPage();
    await page.goto(`${server.url}display/?device=hall-1`);
    await page.getByTestId('board-replay').waitFor();
    expect(await page.getByTestId('board-replay').textContent()).toMatch(/60× szybciej, bez\sdźwięku/);
    expect(await page.locator('.board.is-still').count()).toBe(1);
    expect(await page.locator('.board-top time').textContent()).toMatch(/^1\d:/);
    await browser.close();
  });

  it('given a ticket, when it is printed and the queues are asked for, then both have that day', async () => {
    const branch = await openSmallBranch(server.url);
    const printed = branch.nextPrint();
    await branch.take('meldunki');
    await printed;
    branch.close();
    const strips = await (await fetch(`${server.url}api/v1/printer/tickets`)).text();
    expect(strips).toContain('03.01.2020');
    const queues: unknown = await (await fetch(`${server.url}api/v1/queues`)).json();
    const at = typeof queues === 'object' && queues !== null && 'at' in queues ? Number(queues.at) : NaN;
    expect(new Date(at).getUTCFullYear()).toBe(2020);
  });
});
