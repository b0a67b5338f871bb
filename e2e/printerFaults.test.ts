import {
  type Alarm,
  counterContract,
  kioskContract,
  type KioskEvent,
  type PretendedFault,
  type PrinterCondition,
  type PrintResult,
} from '@okienko/shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectDevice, type DeviceClient, issueTicket } from './support/deviceClient.ts';
import { isFullRun } from './support/isFullRun.ts';
import { type RunningServer, startServer } from './support/startServer.ts';

type Expected = readonly [
  fault: PretendedFault,
  outcome: PrintResult,
  condition: PrinterCondition,
  alarm: Partial<Alarm> | null,
];

const notPrinting = (problem: 'paperOut' | 'coverOpen' | 'offline' | 'unreachable' | 'fault') =>
  [
    { state: 'notPrinting', reason: problem },
    { kind: 'printerFault', problem },
  ] as const;

/** What a ticket becomes, what kiosks are told of their printer, and what consoles show, for each fault. */
const faults: readonly Expected[] = [
  ['paperOut', { result: 'failed', reason: 'paperOut' }, ...notPrinting('paperOut')],
  ['garbage', { result: 'failed', reason: 'fault' }, ...notPrinting('fault')],
  ['paperLow', { result: 'printed' }, { state: 'paperLow' }, { kind: 'paperLow' }],
  ['coverOpen', { result: 'failed', reason: 'coverOpen' }, ...notPrinting('coverOpen')],
  ['offline', { result: 'failed', reason: 'offline' }, ...notPrinting('offline')],
  ['unplugged', { result: 'failed', reason: 'unreachable' }, ...notPrinting('unreachable')],
  ['answersNothing', { result: 'failed', reason: 'offline' }, ...notPrinting('offline')],
  ['diesInMidJob', { result: 'unknown' }, ...notPrinting('unreachable')],
  ['paperEnds', { result: 'unknown' }, ...notPrinting('paperOut')],
  ['slow', { result: 'printed' }, { state: 'ready' }, null],
];
const played = isFullRun ? faults : faults.slice(0, 2);

let running: RunningServer;
let kiosk: DeviceClient;
let console1: DeviceClient;

beforeAll(async () => {
  running = await startServer();
  kiosk = await connectDevice(running.url, 'kiosk', 'kiosk-1');
  console1 = await connectDevice(running.url, 'counter', 'counter-1');
  await kiosk.subscribe();
  await console1.subscribe();
  await toldOfPrinter({ state: 'ready' });
});
afterAll(async () => {
  kiosk.close();
  console1.close();
  await running.kill();
});

async function pretend(fault: PretendedFault): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ fault });
  const answer = await fetch(`${running.url}api/v1/printer/pretend`, { method: 'POST', headers, body });
  expect(answer.status).toBe(204);
}

/** Resolves at the first message of `name` that `isWanted` takes. */
function heard(device: DeviceClient, name: string, isWanted: (message: unknown) => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = (message: unknown) => {
      if (!isWanted(message)) return;
      device.socket.off(name, look);
      resolve();
    };
    device.socket.on(name, look);
  });
}

function toldOfPrinter(condition: PrinterCondition): Promise<void> {
  return heard(kiosk, 'figures', (message) => {
    const figures = kioskContract.parseFigures(message);
    const conditions = figures.isValid ? Object.values(figures.value.printers) : [];
    return JSON.stringify(conditions) === JSON.stringify([condition]);
  });
}

function toldOfAlarm(alarm: Partial<Alarm> | null): Promise<void> {
  return heard(console1, 'figures', (message) => {
    const figures = counterContract.parseFigures(message);
    if (!figures.isValid) return false;
    const [shown, ...others] = figures.value.alarms;
    if (alarm === null || shown === undefined) return alarm === null && shown === undefined;
    const isSame = Object.entries(alarm).every(([key, value]) =>
      Object.entries(shown).some(([k, v]) => k === key && v === value),
    );
    return isSame && others.length === 0;
  });
}

async function printOne(): Promise<PrintResult> {
  const settled = Promise.withResolvers<PrintResult>();
  const heardOf = heard(kiosk, 'delta', (message) => {
    const delta = kioskContract.parseDelta(message);
    const events: readonly KioskEvent[] = delta.isValid ? delta.value.events : [];
    for (const event of events) if (event.type === 'printSettled') settled.resolve(event.print.outcome);
    return events.some(({ type }) => type === 'printSettled');
  });
  await kiosk.send(issueTicket('dowod-wniosek'));
  await heardOf;
  return settled.promise;
}

describe('each fault of a printer, from its bytes to the screens', () => {
  it.each(played)(
    'given %s, then its ticket ends as %j, kiosks hear %j and consoles %j, until it is mended',
    async (...expected) => {
      const [fault, outcome, condition, alarm] = expected;
      await pretend(fault);
      expect(await printOne()).toEqual(outcome);
      await Promise.all([toldOfPrinter(condition), toldOfAlarm(alarm)]);
      await pretend('none');
      await Promise.all([toldOfPrinter({ state: 'ready' }), toldOfAlarm(null)]);
      expect(await printOne()).toEqual({ result: 'printed' });
    },
  );
});
