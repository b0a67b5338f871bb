import { once } from 'node:events';
import { createServer } from 'node:net';
import {
  type Acknowledgement,
  counterContract,
  kioskContract,
  type KioskEvent,
  type PrintResult,
} from '@okienko/shared';
import iconv from 'iconv-lite';
import { afterEach, describe, expect, it } from 'vitest';
import { connectDevice, type DeviceClient, issueTicket } from './support/deviceClient.ts';
import { type RunningServer, startServer } from './support/startServer.ts';

const servers: RunningServer[] = [];

afterEach(async () => {
  await Promise.all(servers.splice(0).map((running) => running.kill()));
});

async function serverWith(...flags: readonly string[]): Promise<RunningServer> {
  const running = await startServer({ flags });
  servers.push(running);
  return running;
}

/** The server asks printers how they are, also between tickets. */
const greatestQuestions = 12;

/** Everything that a plain socket received on the first connection with more than questions: it answers nothing. */
async function plainSocketPrinter() {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a TCP server has a port');
  const received = new Promise<Buffer>((resolve) => {
    server.on('connection', (socket) => {
      const chunks: Buffer[] = [];
      socket.on('data', (chunk) => chunks.push(chunk));
      socket.on('close', () => {
        const bytes = Buffer.concat(chunks);
        if (bytes.length > greatestQuestions) resolve(bytes);
      });
    });
  });
  return { flag: `tcp://127.0.0.1:${address.port}`, received, close: () => server.close() };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** Issues a ticket and waits until the kiosk is told what became of its paper. */
async function printOne(
  kiosk: DeviceClient,
): Promise<{ readonly answer: Acknowledgement; readonly outcome: PrintResult }> {
  await kiosk.socket.timeout(30_000).emitWithAck('subscribe');
  const settled = new Promise<PrintResult>((resolve) => {
    kiosk.socket.on('delta', (message: unknown) => {
      const delta = kioskContract.parseDelta(message);
      const events: readonly KioskEvent[] = delta.isValid ? delta.value.events : [];
      for (const event of events) if (event.type === 'printSettled') resolve(event.print.outcome);
    });
  });
  const answer = await kiosk.send(issueTicket('dowod-wniosek'));
  return { answer, outcome: await settled };
}

async function consoleTickets(url: string) {
  const console_ = await connectDevice(url, 'counter', 'counter-1');
  const answer: unknown = await console_.socket.timeout(30_000).emitWithAck('subscribe');
  const subscription = counterContract.parseSubscription(answer);
  if (!subscription.isValid || subscription.value.answer !== 'snapshot') throw new Error('no picture');
  return Object.values(subscription.value.snapshot.view.tickets);
}

describe('a ticket on paper', () => {
  it('given a plain socket as printer, when a ticket is issued, then its bytes are the layout with Polish letters', async () => {
    const printer = await plainSocketPrinter();
    const { url } = await serverWith('--printer', printer.flag);
    const { outcome } = await printOne(await connectDevice(url, 'kiosk', 'kiosk-1'));
    expect(outcome).toEqual({ result: 'sentUnconfirmed' });
    const text = iconv.decode(await printer.received, 'cp852');
    for (const part of ['Punkt Obsługi Mieszkańców', 'Twój numer', 'D001', 'złożenie wniosku', 'dowód lub paszport']) {
      expect(text).toContain(part);
    }
    printer.close();
  });

  it('given a printer that is off, when a ticket is issued, then it exists and the failure is on it', async () => {
    const { url } = await serverWith('--printer', `tcp://127.0.0.1:${await freePort()}`);
    const { answer, outcome } = await printOne(await connectDevice(url, 'kiosk', 'kiosk-1'));
    expect(answer).toMatchObject({ answer: 'accepted', result: { ticketNumber: 'D001' } });
    expect(outcome).toEqual({ result: 'failed', reason: 'unreachable' });
    expect(await consoleTickets(url)).toMatchObject([{ ticketNumber: 'D001', state: 'waiting', print: { outcome } }]);
  });

  it('given the virtual printer, when a ticket is issued, then it is printed and drawn from its bytes', async () => {
    const { url } = await serverWith();
    const { outcome } = await printOne(await connectDevice(url, 'kiosk', 'kiosk-1'));
    expect(outcome).toEqual({ result: 'printed' });
    const page: unknown = await (await fetch(`${url}api/v1/printer/tickets`)).json();
    expect(page).toMatchObject({ fault: 'none', tickets: [{ ending: 'cut', drawing: { title: 'D001' } }] });
  });

  it('given a virtual printer that plays an open cover, when a ticket is issued, then the kiosk hears why', async () => {
    const { url } = await serverWith();
    const pretend = await fetch(`${url}api/v1/printer/pretend`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ fault: 'coverOpen' }),
    });
    expect(pretend.status).toBe(204);
    const { outcome } = await printOne(await connectDevice(url, 'kiosk', 'kiosk-1'));
    expect(outcome).toEqual({ result: 'failed', reason: 'coverOpen' });
  });
});
