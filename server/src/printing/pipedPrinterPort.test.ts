import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { type Opening, type PrinterAddress, tcpPipeOpener } from '@okienko/pipe';
import { milliseconds } from '@okienko/shared';
import { VirtualClock } from '@okienko/shared/testing';
import { afterEach, describe, expect, it } from 'vitest';
import { decodeEscpos, freshDecoder } from './escposDecoder.ts';
import { processClock } from '../clocks.ts';
import { createPipedPrinterPort, type PrinterTimeouts } from './pipedPrinterPort.ts';
import type { PrinterPort } from './printerPort.ts';
import type { PrinterProfileName } from './printerProfile.ts';
import { printerProfileOf } from './printerProfiles.ts';
import { startVirtualPrinter, type VirtualPrinter } from './virtualPrinter.ts';

const patient: PrinterTimeouts = {
  connectTimeoutMs: 5_000,
  statusTimeoutMs: 5_000,
  sendTimeoutMs: 5_000,
  confirmTimeoutMs: 5_000,
  expiryMs: 60_000,
};
const hasty: PrinterTimeouts = { ...patient, statusTimeoutMs: 60, confirmTimeoutMs: 60 };
const ticket = (text: string) => Buffer.from(`\u001b@${text}\n\u001dVB\u0000`, 'latin1');
const job = (text: string) => ({ jobId: text, compose: () => ticket(text) });

function portTo(
  address: PrinterAddress,
  timeouts: PrinterTimeouts,
  profileName: PrinterProfileName = 'generic80',
): PrinterPort {
  const profile = printerProfileOf(profileName);
  const openPipe = tcpPipeOpener(address);
  return createPipedPrinterPort({
    openPipe,
    profile,
    timeouts,
    machineClock: processClock,
    onRefused: () => undefined,
  });
}

const open: { close: () => Promise<unknown> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.close()));
});

async function virtual(): Promise<VirtualPrinter> {
  const printer = await startVirtualPrinter({ port: 0, now: () => 0, machineClock: processClock });
  open.push(printer);
  return printer;
}

/** A device of the test's own at a free port. */
async function device(onConnection: (socket: Socket) => void): Promise<PrinterAddress & { readonly server: Server }> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    onConnection(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  open.push({
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  });
  return { host: '127.0.0.1', port: portOf(server.address()), server };
}

function portOf(address: AddressInfo | string | null): number {
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** Answers each status question with "all is well" and gives everything else to `onBytes`. */
function answersStatus(socket: Socket, onBytes: (types: readonly string[]) => void): void {
  let state = freshDecoder;
  socket.on('data', (piece) => {
    const next = decodeEscpos(state, piece);
    state = next.state;
    const types = next.operations.map(({ operation }) => operation.type);
    for (const type of types) if (type === 'realtimeStatus') socket.write(Uint8Array.of(0x12));
    onBytes(types.filter((type) => type !== 'realtimeStatus'));
  });
}

describe('printing to a printer that answers', () => {
  it('given a ready printer, then the ticket is on paper before the port says printed', async () => {
    const printer = await virtual();
    const port = portTo(printer.address, patient);
    expect(await port.print(job('D046'))).toEqual({ result: 'printed' });
    expect(printer.tickets()).toMatchObject([{ byteCount: ticket('D046').length, isCut: true }]);
    expect(await port.status()).toEqual({ state: 'ready' });
  });

  it('given paper running low, then it prints, and the status tells', async () => {
    const printer = await virtual();
    await printer.pretend('paperLow');
    const port = portTo(printer.address, patient);
    expect(await port.print(job('D046'))).toEqual({ result: 'printed' });
    expect(await port.status()).toEqual({ state: 'paperLow' });
  });

  it.each(['paperOut', 'coverOpen', 'offline'] as const)(
    'given %s, then the job fails with that reason and nothing is printed late',
    async (fault) => {
      const printer = await virtual();
      await printer.pretend(fault);
      const port = portTo(printer.address, patient);
      expect(await port.print(job('D046'))).toEqual({ result: 'failed', reason: fault });
      expect(await port.status()).toEqual({ state: 'failed', reason: fault });
      await printer.pretend('none');
      expect(await port.print(job('D047'))).toEqual({ result: 'printed' });
      expect(printer.tickets()).toHaveLength(1);
    },
  );

  it('given two jobs at once, then they come out one after the other, each whole', async () => {
    let openConnections = 0;
    let mostAtOnce = 0;
    const printed: string[] = [];
    const address = await device((socket) => {
      openConnections += 1;
      mostAtOnce = Math.max(mostAtOnce, openConnections);
      socket.once('end', () => (openConnections -= 1));
      answersStatus(socket, (types) => {
        printed.push(...types.filter((type) => type === 'cut'));
        if (types.includes('queuedStatus')) setImmediate(() => socket.write(Uint8Array.of(0)));
      });
    });
    const port = portTo(address, patient);
    const outcomes = await Promise.all(['D046', 'D047', 'D048'].map((text) => port.print(job(text))));
    expect(outcomes).toEqual(outcomes.map(() => ({ result: 'printed' })));
    expect(printed).toHaveLength(3);
    expect(mostAtOnce).toBe(1);
  });

  it('given jobs in an order, then they are printed in it', async () => {
    const printer = await virtual();
    const port = portTo(printer.address, patient);
    await Promise.all(['D046', 'D047', 'D048'].map((text) => port.print(job(text))));
    const texts = printer.tickets().map(({ operations }) => operations.find((each) => each.type === 'text'));
    expect(texts).toMatchObject([{ text: 'D048' }, { text: 'D047' }, { text: 'D046' }]);
  });

  it('given a printer that never confirms, then the outcome is unknown, not printed and not failed', async () => {
    const address = await device((socket) => answersStatus(socket, () => undefined));
    const port = portTo(address, { ...patient, confirmTimeoutMs: 60 });
    expect(await port.print(job('D046'))).toEqual({ result: 'unknown' });
  });

  it('given a printer that dies in mid-job, then the outcome is unknown and nothing is sent again', async () => {
    let connections = 0;
    const address = await device((socket) => {
      connections += 1;
      answersStatus(socket, (types) => {
        if (types.includes('text')) socket.resetAndDestroy();
      });
    });
    const port = portTo(address, patient);
    expect(await port.print(job('D046'))).toEqual({ result: 'unknown' });
    expect(connections).toBe(1);
  });

  it('given a printer that breaks off before the ticket, then the job failed for sure', async () => {
    const address = await device((socket) => socket.once('data', () => socket.resetAndDestroy()));
    const port = portTo(address, patient);
    expect(await port.print(job('D046'))).toEqual({ result: 'failed', reason: 'connectionLost' });
    expect(await port.status()).toEqual({ state: 'failed', reason: 'connectionLost' });
  });

  it('given a printer that used to answer and is silent now, then it gets no bytes to print later', async () => {
    let isAwake = true;
    const received: string[] = [];
    const address = await device((socket) => {
      if (!isAwake) return void socket.on('data', (piece) => received.push(piece.toString('latin1')));
      return answersStatus(socket, (types) => {
        if (types.includes('queuedStatus')) socket.write(Uint8Array.of(0));
      });
    });
    const port = portTo(address, { ...patient, statusTimeoutMs: 1_000 });
    expect(await port.print(job('D046'))).toEqual({ result: 'printed' });
    isAwake = false;
    expect(await port.print(job('D047'))).toEqual({ result: 'failed', reason: 'offline' });
    expect(received.join('')).toBe('\u0010\u0004\u0001');
  });

  it('given bytes that are no answers, then they are passed over', async () => {
    const address = await device((socket) => {
      socket.write(Uint8Array.of(0x11, 0xff, 0x00));
      answersStatus(socket, (types) => {
        if (types.includes('queuedStatus')) socket.write(Uint8Array.of(0x13, 0x14, 0x00));
      });
    });
    expect(await portTo(address, patient).print(job('D046'))).toEqual({ result: 'printed' });
  });
});

describe('printing to what is not a talking printer', () => {
  it('given a plain socket, then it gets every byte of the ticket and the outcome says unconfirmed', async () => {
    const received: Buffer[] = [];
    const ended = Promise.withResolvers<void>();
    const address = await device((socket) => {
      socket.on('data', (piece) => received.push(piece));
      socket.once('end', () => ended.resolve());
    });
    const port = portTo(address, hasty);
    expect(await port.print(job('D046'))).toEqual({ result: 'sentUnconfirmed' });
    await ended.promise;
    expect(Buffer.concat(received)).toEqual(Buffer.concat([Uint8Array.of(0x10, 0x04, 0x01), ticket('D046')]));
    expect(await port.status()).toEqual({ state: 'silent' });
    expect(await port.print(job('D047'))).toEqual({ result: 'sentUnconfirmed' });
  });

  it('given a plain socket that resets when the ticket comes, then the outcome is unknown', async () => {
    const address = await device((socket) => {
      socket.on('data', (piece) => {
        if (piece.includes('D046')) socket.resetAndDestroy();
      });
    });
    const port = portTo(address, { ...patient, statusTimeoutMs: 1_000 });
    expect(await port.print(job('D046'))).toEqual({ result: 'unknown' });
  });

  it('given a device that stops reading, then the wait for it ends and the outcome is unknown', async () => {
    const address = await device((socket) => {
      socket.pause();
    });
    const port = portTo(address, { ...hasty, sendTimeoutMs: 60 });
    const endless = { jobId: 'endless', compose: () => new Uint8Array(64 * 1024 * 1024) };
    expect(await port.print(endless)).toEqual({ result: 'unknown' });
  });

  it('given a printer without paper, then no ticket is composed for it; given paper, then each in its turn', async () => {
    const printer = await virtual();
    const port = portTo(printer.address, patient);
    const composed: string[] = [];
    const noted = (text: string) => ({
      jobId: text,
      compose: () => {
        composed.push(`${text} behind ${printer.tickets().length}`);
        return ticket(text);
      },
    });
    await printer.pretend('paperOut');
    await Promise.all(['D001', 'D002'].map((text) => port.print(noted(text))));
    expect(composed).toEqual([]);
    await printer.pretend('none');
    await Promise.all(['D003', 'D004'].map((text) => port.print(noted(text))));
    expect(composed).toEqual(['D003 behind 0', 'D004 behind 1']);
  });

  it('given a ticket that cannot be composed, then its connection ends and the next ticket is printed', async () => {
    const printer = await virtual();
    const port = portTo(printer.address, patient);
    const broken = () => {
      throw new Error('no such letter');
    };
    const [first, second] = await Promise.allSettled([
      port.print({ jobId: '1', compose: broken }),
      port.print(job('2')),
    ]);
    expect([first.status, second]).toEqual(['rejected', { status: 'fulfilled', value: { result: 'printed' } }]);
    expect(port.isIdle()).toBe(true);
  });

  it('given a port where nobody listens, then the printer is unreachable', async () => {
    const { server, host, port: closedPort } = await device(() => undefined);
    await new Promise((resolve) => server.close(resolve));
    const port = portTo({ host, port: closedPort }, patient);
    expect(await port.print(job('D046'))).toEqual({ result: 'failed', reason: 'unreachable' });
    expect(await port.status()).toEqual({ state: 'failed', reason: 'unreachable' });
  });
});

describe('what an unconfirmed ticket leaves', () => {
  /** A printer that confirms nothing, and from its second connection on obeys the order that clears it. */
  async function forgetfulPrinter() {
    const heard: string[][] = [];
    const address = await device((socket) => {
      const types: string[] = [];
      heard.push(types);
      let state = freshDecoder;
      socket.on('data', (piece) => {
        const next = decodeEscpos(state, piece);
        state = next.state;
        for (const { operation } of next.operations) {
          types.push(operation.type);
          if (operation.type === 'realtimeStatus') socket.write(Uint8Array.of(0x12));
          if (operation.type === 'clearBuffers' && heard.length > 1) socket.write(Uint8Array.of(0x37, 0x25, 0x00));
          if (operation.type === 'queuedStatus' && heard.length > 1) socket.write(Uint8Array.of(0));
        }
      });
    });
    return { address, heard };
  }

  it('given a printer that does not obey the clearing, then it is told again before anything else, and only until it did', async () => {
    const { address, heard } = await forgetfulPrinter();
    const port = portTo(address, { ...patient, statusTimeoutMs: 200, confirmTimeoutMs: 60 }, 'epson80');
    expect(await port.print(job('D046'))).toEqual({ result: 'unknown' });
    expect(await port.status()).toEqual({ state: 'ready' });
    expect(await port.status()).toEqual({ state: 'ready' });
    const questions = ['realtimeStatus', 'realtimeStatus', 'realtimeStatus', 'realtimeStatus'];
    expect(heard).toEqual([
      [...questions, 'initialize', 'text', 'lineFeed', 'cut', 'processId', 'clearBuffers'],
      ['clearBuffers', ...questions],
      questions,
    ]);
  });

  it('given half a ticket on the paper, then the next one begins with a cut, and the one after it does not', async () => {
    const { address, heard } = await forgetfulPrinter();
    const port = portTo(address, { ...patient, statusTimeoutMs: 200, confirmTimeoutMs: 60 });
    expect(await port.print(job('D046'))).toEqual({ result: 'unknown' });
    expect(await port.print(job('D047'))).toEqual({ result: 'printed' });
    expect(await port.print(job('D048'))).toEqual({ result: 'printed' });
    const printed = heard.map((types) => types.filter((type) => type !== 'realtimeStatus' && type !== 'queuedStatus'));
    const ticketOperations = ['initialize', 'text', 'lineFeed', 'cut'];
    expect(printed).toEqual([
      ticketOperations,
      ['initialize', 'lineFeed', 'cut', ...ticketOperations],
      ticketOperations,
    ]);
  });
});

describe('jobs behind a printer that is away', () => {
  it('given some that waited for longer than their limit, then they fail at once, without a try each', async () => {
    const clock = new VirtualClock('2026-11-24', '14:05');
    const opened = Promise.withResolvers<Opening>();
    let openings = 0;
    const port = createPipedPrinterPort({
      openPipe: () => {
        openings += 1;
        return opened.promise;
      },
      profile: printerProfileOf('generic80'),
      timeouts: { ...patient, expiryMs: 15_000 },
      machineClock: clock.machine,
      onRefused: () => undefined,
    });
    const outcomes = Promise.all(['D046', 'D047', 'D048'].map((text) => port.print(job(text))));
    await expect.poll(() => openings).toBe(1);
    clock.pass(milliseconds(15_001));
    opened.resolve({ kind: 'refused', problem: 'timeout' });
    const expired = { result: 'failed', reason: 'expired' };
    expect(await outcomes).toEqual([{ result: 'failed', reason: 'unreachable' }, expired, expired]);
    expect(openings).toBe(1);
    expect(port.isIdle()).toBe(true);
  });
});

describe('closing a port', () => {
  it('given a job in hand and one waiting, then the first is finished, the second fails and none is taken after', async () => {
    const started = Promise.withResolvers<void>();
    const answer = Promise.withResolvers<void>();
    const address = await device((socket) => {
      answersStatus(socket, (types) => {
        if (!types.includes('queuedStatus')) return;
        started.resolve();
        void answer.promise.then(() => socket.write(Uint8Array.of(0)));
      });
    });
    const port = portTo(address, patient);
    const inHand = port.print(job('D046'));
    const waiting = port.print(job('D047'));
    await started.promise;
    const closed = port.close();
    answer.resolve();
    expect(await inHand).toEqual({ result: 'printed' });
    expect(await waiting).toEqual({ result: 'failed', reason: 'fault' });
    await closed;
    expect(await port.print(job('D048'))).toEqual({ result: 'failed', reason: 'fault' });
    expect(await port.status()).toEqual({ state: 'failed', reason: 'fault' });
  });
});
