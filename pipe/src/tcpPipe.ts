import { connect, type Socket } from 'node:net';
import type { BytePipe, OpenPipe, Opening, Writing } from './bytePipe.ts';
import { firstOf } from './firstOf.ts';

/** Where a TCP printer listens; 9100 is the usual port. */
export type PrinterAddress = { readonly host: string; readonly port: number };

type Closing = 'closed' | 'broken';

/** Opens connections to a printer at a TCP address. Problems: the system's code, or `timeout`. */
export function tcpPipeOpener({ host, port }: PrinterAddress): OpenPipe {
  return async (timeoutMs) => {
    const socket = connect({ host, port, noDelay: true });
    let problem = 'timeout';
    const closed = new Promise<Closing>((resolve) => {
      // A close always follows an error and says that there was one; without a listener the error would be thrown.
      socket.on('error', (error) => (problem = codeOf(error)));
      socket.once('close', (hadError) => resolve(hadError ? 'broken' : 'closed'));
    });
    const connected = new Promise<'connected'>((resolve) => socket.once('connect', () => resolve('connected')));
    const outcome = await firstOf<Closing | 'connected'>(timeoutMs, [connected, closed]);
    if (outcome === 'connected') return { kind: 'open', pipe: pipeOf(socket, closed) } satisfies Opening;
    socket.destroy();
    return { kind: 'refused', problem };
  };
}

function pipeOf(socket: Socket, closed: Promise<Closing>): BytePipe {
  let received: Buffer[] = [];
  let arrival = Promise.withResolvers<'arrived'>();
  // Reading from the start: unread answers would hold back the end of the connection.
  socket.on('data', (piece) => {
    received.push(piece);
    arrival.resolve('arrived');
  });
  const forget = () => {
    received = [];
    arrival = Promise.withResolvers<'arrived'>();
  };
  return {
    async write(bytes, timeoutMs) {
      forget();
      const taken = new Promise<Writing>((resolve) => {
        socket.write(bytes, (error) => resolve(error === null || error === undefined ? 'written' : 'lost'));
      });
      const lost = closed.then((): Writing => 'lost');
      return (await firstOf(timeoutMs, [taken, lost])) ?? 'stalled';
    },
    async read(timeoutMs) {
      const first = await firstOf<'arrived' | Closing>(timeoutMs, [arrival.promise, closed]);
      const bytes = Buffer.concat(received);
      forget();
      if (bytes.length > 0) return { kind: 'bytes', bytes };
      return { kind: first === null ? 'silence' : 'lost' };
    },
    async finish(timeoutMs) {
      socket.end();
      const closing = await firstOf(timeoutMs, [closed]);
      // A plain close would leave what was not sent yet to the system, which delivers it whenever the printer reads on.
      socket.resetAndDestroy();
      return closing !== 'broken';
    },
    destroy: () => void socket.resetAndDestroy(),
  };
}

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message;
}
