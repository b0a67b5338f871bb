import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { tcpPipeOpener } from './tcpPipe.ts';

const open: { readonly close: () => Promise<unknown> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.close()));
});

/** A listener at a free port that hands each connection to the test. */
async function listener(onConnection: (socket: Socket) => void) {
  const sockets = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    onConnection(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const close = async () => {
    for (const socket of sockets) socket.destroy();
    server.close();
    await once(server, 'close');
  };
  open.push({ close });
  return { host: '127.0.0.1', port: typeof address === 'object' && address !== null ? address.port : 0, server };
}

async function pipeTo(onConnection: (socket: Socket) => void) {
  const { host, port } = await listener(onConnection);
  const opening = await tcpPipeOpener({ host, port })(5_000);
  if (opening.kind === 'refused') throw new Error(opening.problem);
  return opening.pipe;
}

describe('a TCP pipe', () => {
  it('given an answer in pieces, then each reading gives what came since the last', async () => {
    const pipe = await pipeTo((socket) => socket.on('data', (piece) => socket.write(piece)));
    await pipe.write(Uint8Array.of(1, 2), 5_000);
    expect(await pipe.read(5_000)).toEqual({ kind: 'bytes', bytes: Buffer.from([1, 2]) });
    expect(await pipe.read(20)).toEqual({ kind: 'silence' });
    pipe.destroy();
  });

  it('given bytes that came before a question, then they are not read as its answer', async () => {
    const greeted = Promise.withResolvers<void>();
    const pipe = await pipeTo((socket) => {
      socket.write(Uint8Array.of(9), () => greeted.resolve());
      socket.on('data', () => socket.write(Uint8Array.of(7)));
    });
    await greeted.promise;
    // What was written to loopback is read in the next turn of the event loop, which lies between two of these.
    for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    await pipe.write(Uint8Array.of(1), 5_000);
    expect(await pipe.read(5_000)).toEqual({ kind: 'bytes', bytes: Buffer.from([7]) });
    pipe.destroy();
  });

  it('given a printer that breaks off, then reading and writing say so', async () => {
    const pipe = await pipeTo((socket) => socket.once('data', () => socket.resetAndDestroy()));
    expect(await pipe.write(Uint8Array.of(1), 5_000)).toBe('written');
    expect(await pipe.read(5_000)).toEqual({ kind: 'lost' });
    expect(await pipe.write(Uint8Array.of(2), 5_000)).toBe('lost');
    expect(await pipe.finish(5_000)).toBe(false);
  });

  it('given a printer that stops reading, when the pipe is destroyed, then what it had not read never reaches it', async () => {
    const accepted = Promise.withResolvers<Socket>();
    const pipe = await pipeTo((socket) => {
      socket.pause();
      accepted.resolve(socket);
    });
    const bytes = new Uint8Array(32 * 1024 * 1024);
    expect(await pipe.write(bytes, 100)).toBe('stalled');
    pipe.destroy();
    const socket = await accepted.promise;
    let receivedBytes = 0;
    socket.on('data', (piece) => (receivedBytes += piece.length));
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.resume();
    await closed;
    expect(receivedBytes).toBeLessThan(bytes.length / 2);
  });

  it('given a side that keeps its half open, then finishing ends in time and counts as whole', async () => {
    const pipe = await pipeTo((socket) => socket.resume());
    expect(await pipe.finish(30)).toBe(true);
  });

  it('given a port where nobody listens, then the opening is refused with the system’s word', async () => {
    const { host, port, server } = await listener(() => undefined);
    server.close();
    await once(server, 'close');
    open.splice(0);
    expect(await tcpPipeOpener({ host, port })(5_000)).toEqual({ kind: 'refused', problem: 'ECONNREFUSED' });
  });
});
