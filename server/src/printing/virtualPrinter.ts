import { createServer, type Socket } from 'node:net';
import { assert } from '@okienko/shared';
import { decodeEscpos, finishDecoding, freshDecoder, type DecodedOperation } from './escposDecoder.ts';
import type { PrinterAddress } from './printerConnection.ts';
import { isBlocking, queuedAnswer, realtimeAnswer, type PrinterFault } from './printerFault.ts';
import { createVirtualPaper, type ReceivedTicket } from './virtualPaper.ts';

export type VirtualPrinter = {
  readonly address: PrinterAddress;
  /** The last strips, the newest first. */
  readonly tickets: () => readonly ReceivedTicket[];
  readonly fault: () => PrinterFault;
  /** Plays a fault from now on; a real printer keeps what it was sent and prints it when it can, and so does this. */
  readonly pretend: (fault: PrinterFault) => void;
  /** Stops listening and breaks off the open connections. */
  readonly close: () => Promise<void>;
};

/** More than any day's tickets: a printer that cannot print refuses what would not fit its memory. */
const greatestWaiting = 100_000;

/**
 * A printer without paper: listens for ESC/POS on loopback, answers `DLE EOT` at once and `GS r` in its turn, and keeps
 * what it "printed". Port 0 takes a free one.
 *
 * @param now the wall clock, in milliseconds since the epoch.
 * @throws Error of the system when the port is taken (the promise rejects).
 */
export async function startVirtualPrinter(options: {
  readonly port: number;
  readonly now: () => number;
}): Promise<VirtualPrinter> {
  const sockets = new Set<Socket>();
  const mechanism = createMechanism(options.now);
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    // The close that follows ends the strip; who broke off the connection knows why.
    socket.on('error', () => socket.destroy());
    mechanism.serve(socket);
  });
  const host = '127.0.0.1';
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, host, () => resolve());
  });
  const bound = server.address();
  assert(bound !== null && typeof bound === 'object', 'a TCP server has an address');
  return {
    address: { host, port: bound.port },
    tickets: () => mechanism.tickets(),
    fault: () => mechanism.fault(),
    pretend: (fault) => mechanism.pretend(fault),
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

/** What is in the printer's buffer: operations in their order, and the place where a connection ended. */
type Waiting = { readonly decoded: DecodedOperation; readonly socket: Socket } | 'connectionEnd';

/** Buffer and sensors: what all connections to one printer share. */
function createMechanism(now: () => number) {
  const paper = createVirtualPaper(now);
  let fault: PrinterFault = 'none';
  let waiting: Waiting[] = [];

  function printWaiting() {
    if (isBlocking(fault)) return;
    const items = waiting;
    waiting = [];
    for (const item of items) {
      if (item === 'connectionEnd') paper.tear();
      else if (item.decoded.operation.type !== 'queuedStatus') paper.print(item.decoded);
      else answer(item.socket, queuedAnswer(fault));
    }
  }

  function take(operations: readonly DecodedOperation[], socket: Socket) {
    for (const decoded of operations) {
      const { operation } = decoded;
      if (operation.type === 'realtimeStatus') answer(socket, realtimeAnswer(operation.number, fault));
      else waiting.push({ decoded, socket });
    }
    printWaiting();
    if (waiting.length > greatestWaiting) socket.destroy();
  }

  return {
    tickets: () => paper.tickets(),
    fault: () => fault,
    pretend(next: PrinterFault) {
      fault = next;
      printWaiting();
    },
    serve(socket: Socket) {
      let state = freshDecoder;
      socket.on('data', (piece) => {
        const next = decodeEscpos(state, piece);
        state = next.state;
        take(next.operations, socket);
      });
      socket.once('close', () => {
        take(finishDecoding(state), socket);
        waiting.push('connectionEnd');
        printWaiting();
      });
    },
  };
}

function answer(socket: Socket, byte: number): void {
  if (socket.writable) socket.write(Uint8Array.of(byte));
}
