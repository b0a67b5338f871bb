import { connect, type Socket } from 'node:net';

/** Where a TCP printer listens; 9100 is the usual port. */
export type PrinterAddress = { readonly host: string; readonly port: number };

export type Answer =
  | { readonly kind: 'byte'; readonly byte: number }
  | { readonly kind: 'silence' }
  | { readonly kind: 'lost' };
export type Sending = 'sent' | 'stalled' | 'lost';

/** One open connection to a printer; every wait has a limit, and none rejects. */
export type PrinterConnection = {
  /** Sends a question and waits for the first byte that can be its answer; other bytes are passed over. */
  readonly ask: (question: Uint8Array, isAnswer: (byte: number) => boolean, timeoutMs: number) => Promise<Answer>;
  /** `sent` = the system took all bytes, which does not mean that the printer did. */
  readonly send: (bytes: Uint8Array, timeoutMs: number) => Promise<Sending>;
  /** Says that no more will come and waits for the other side to close: false when it broke the connection instead. */
  readonly finish: (timeoutMs: number) => Promise<boolean>;
  readonly destroy: () => void;
};

/** Connects, or gives null when the printer refuses or does not answer in time. */
export async function openConnection(address: PrinterAddress, timeoutMs: number): Promise<PrinterConnection | null> {
  const socket = connect({ ...address, noDelay: true });
  const closed = new Promise<Closing>((resolve) => {
    // A close always follows an error and says that there was one; without a listener the error would be thrown.
    socket.on('error', () => undefined);
    socket.once('close', (hadError) => resolve(hadError ? 'broken' : 'closed'));
  });
  const connected = new Promise<'connected'>((resolve) => socket.once('connect', () => resolve('connected')));
  const outcome = await firstOf<Closing | 'connected'>(timeoutMs, [connected, closed]);
  if (outcome === 'connected') return connectionOf(socket, closed);
  socket.destroy();
  return null;
}

type Closing = 'closed' | 'broken';

function connectionOf(socket: Socket, closed: Promise<Closing>): PrinterConnection {
  // Reading from the start: unread answers would hold back the end of the connection.
  socket.resume();
  return {
    async ask(question, isAnswer, timeoutMs) {
      const listening = listenFor(socket, isAnswer);
      socket.write(question);
      const answer = await firstOf<number | Closing>(timeoutMs, [listening.byte, closed]);
      listening.stop();
      if (answer === null) return { kind: 'silence' };
      return typeof answer === 'number' ? { kind: 'byte', byte: answer } : { kind: 'lost' };
    },
    async send(bytes, timeoutMs) {
      const taken = new Promise<Sending>((resolve) => {
        socket.write(bytes, (error) => resolve(error === null || error === undefined ? 'sent' : 'lost'));
      });
      const lost = closed.then((): Sending => 'lost');
      return (await firstOf(timeoutMs, [taken, lost])) ?? 'stalled';
    },
    async finish(timeoutMs) {
      socket.end();
      // A side that keeps its half open was still given everything; one that resets may have thrown it away.
      const closing = await firstOf(timeoutMs, [closed]);
      socket.destroy();
      return closing !== 'broken';
    },
    destroy() {
      socket.destroy();
    },
  };
}

function listenFor(socket: Socket, isAnswer: (byte: number) => boolean) {
  const answer = Promise.withResolvers<number>();
  const read = (piece: Buffer) => {
    const found = piece.find(isAnswer);
    if (found !== undefined) answer.resolve(found);
  };
  socket.on('data', read);
  return { byte: answer.promise, stop: () => void socket.off('data', read) };
}

/** The first of the promises to settle, or null after `timeoutMs`. */
async function firstOf<Result>(timeoutMs: number, promises: readonly Promise<Result>[]): Promise<Result | null> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), timeoutMs);
  });
  const first = await Promise.race([...promises, timeout]);
  clearTimeout(timer);
  return first;
}
