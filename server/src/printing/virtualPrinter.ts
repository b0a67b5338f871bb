import { createServer, type Socket } from 'node:net';
import { assert, type MachineClock, type PretendedFault } from '@okienko/shared';
import type { PrinterAddress } from '@okienko/pipe';
import { decodeEscpos, type DecoderState, finishDecoding, freshDecoder } from './escposDecoder.ts';
import { VirtualMechanism, type VirtualSpeaker } from './virtualMechanism.ts';
import type { PrinterProfile } from './printerProfile.ts';
import { printerProfileOf } from './printerProfiles.ts';
import type { ReceivedTicket } from './virtualPaper.ts';

export type VirtualPrinter = {
  /** The printer that it stands for: how wide its paper is. */
  readonly profile: PrinterProfile;
  readonly address: PrinterAddress;
  /** The last strips, the newest first. */
  readonly tickets: () => readonly ReceivedTicket[];
  readonly fault: () => PretendedFault;
  /**
   * Plays a fault from now on; a real printer keeps what it was sent and prints it when it can, and so does this.
   * Resolves when it is so: an unplugged one is gone, another listens. Rejects where its port was taken meanwhile.
   */
  readonly pretend: (fault: PretendedFault) => Promise<void>;
  /** Stops listening and breaks off the open connections. */
  readonly close: () => Promise<void>;
};

export type VirtualPrinterOptions = {
  /** 0 takes a free one. */
  readonly port: number;
  /** The wall clock, in milliseconds since the epoch. */
  readonly now: () => number;
  readonly machineClock: MachineClock;
  /** How long a `slow` one needs for a strip; the default is what a weak real one does. */
  readonly slowMs?: number;
  /** The printer that it stands for; where none is given, any for 80 mm paper. */
  readonly profile?: PrinterProfile;
};

const host = '127.0.0.1';
const usualSlowMs = 4_000;

/**
 * A printer without paper: listens for ESC/POS on loopback, answers `DLE EOT` at once and `GS r` in its turn, and keeps
 * what it "printed".
 *
 * @throws Error of the system when the port is taken (the promise rejects).
 */
export async function startVirtualPrinter(options: VirtualPrinterOptions): Promise<VirtualPrinter> {
  const { now, machineClock, slowMs = usualSlowMs, profile = printerProfileOf('generic80') } = options;
  const plug = createPlug((socket) => serve(socket, mechanism, profile));
  const onDeath = () => void plug.pull();
  const mechanism = new VirtualMechanism({ now, machineClock, slowMs, onDeath });
  const port = await plug.put(options.port);
  return {
    profile,
    address: { host, port },
    tickets: () => mechanism.tickets(),
    fault: () => mechanism.fault(),
    async pretend(fault) {
      mechanism.play(fault);
      if (fault === 'unplugged') await plug.pull();
      else await plug.put(port);
    },
    async close() {
      mechanism.forget();
      await plug.pull();
    },
  };
}

/** The printer's place in the network: in, it takes connections; out, it refuses them and the open ones are broken. */
function createPlug(onConnection: (socket: Socket) => void) {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    // The close that follows ends the strip; who broke off the connection knows why.
    socket.on('error', () => socket.destroy());
    onConnection(socket);
  });
  let isIn = false;
  let moving: Promise<unknown> = Promise.resolve();

  async function listen(port: number): Promise<number> {
    if (!isIn) {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, host, () => {
          server.off('error', reject);
          resolve();
        });
      });
      isIn = true;
    }
    const bound = server.address();
    assert(bound !== null && typeof bound === 'object', 'a TCP server has an address');
    return bound.port;
  }

  async function leave(): Promise<void> {
    if (!isIn) return;
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    for (const socket of sockets) socket.resetAndDestroy();
    await closed;
    isIn = false;
  }

  function inTurn<Result>(move: () => Promise<Result>): Promise<Result> {
    const turn = moving.then(move);
    moving = Promise.allSettled([turn]);
    return turn;
  }

  return { put: (port: number) => inTurn(() => listen(port)), pull: () => inTurn(leave) };
}

function serve(socket: Socket, mechanism: VirtualMechanism, { codePageNumbers }: PrinterProfile): void {
  let state: DecoderState = { ...freshDecoder, codePageNumbers };
  const speaker: VirtualSpeaker = {
    say: (bytes) => {
      if (socket.writable) socket.write(Uint8Array.from(bytes));
    },
    hangUp: () => socket.destroy(),
  };
  socket.on('data', (piece) => {
    const next = decodeEscpos(state, piece);
    state = next.state;
    mechanism.take(next.operations, speaker);
  });
  socket.once('close', () => {
    mechanism.take(finishDecoding(state), speaker);
    mechanism.endOfConnection();
  });
}
