import { io, type Socket } from 'socket.io-client';
import {
  type Audience,
  type ClientToServer,
  type CommandEnvelope,
  type DeviceId,
  heartbeatIntervalMs,
  protocolVersion,
  type ServerToClient,
  staleAfterMs,
  type Transport,
  type TransportAnswer,
  type TransportListener,
} from '@okienko/shared';

/** How long an answer is waited for; then the sender counts it as unanswered and asks again. */
const answerTimeoutMs = 3_000;
/** A connection that says nothing for longer is given up: a pulled cable closes no socket. */
const silenceLimitMs = staleAfterMs + heartbeatIntervalMs;
const shortestReconnectMs = 200;
const longestReconnectMs = 1_000;

/** Hands an operation on as it came, and its outcome back. */
export type AnswerPrinter = (operation: unknown) => Promise<unknown>;

const unanswered: TransportAnswer = { kind: 'unanswered' };

type Address = {
  readonly audience: Audience;
  readonly deviceId: DeviceId;
  /** Carries out what the server asks of the printer beside this screen; never rejects. */
  readonly answerPrinter?: AnswerPrinter;
};

/**
 * The one door to Socket.IO on the client's side: websocket only, nothing kept for later.
 *
 * Reconnecting is ours, not the library's: its back-off loses its jitter at the upper limit, and a hundred boards
 * would come back in step. A send while offline is `unanswered` at once, because the library would keep the press
 * and fire it later.
 */
export function socketTransport({ audience, deviceId, answerPrinter }: Address): Transport {
  return new SocketTransport(
    io(`/${audience}`, {
      auth: { protocolVersion, deviceId },
      transports: ['websocket'],
      reconnection: false,
      timeout: answerTimeoutMs,
      autoConnect: false,
    }),
    answerPrinter ?? null,
  );
}

class SocketTransport implements Transport {
  readonly #socket: Socket<ServerToClient, ClientToServer>;
  #reconnectTimer: ReturnType<typeof setTimeout> | undefined;
  #silenceTimer: ReturnType<typeof setTimeout> | undefined;
  #isClosed = false;

  constructor(socket: Socket<ServerToClient, ClientToServer>, answerPrinter: AnswerPrinter | null) {
    this.#socket = socket;
    if (answerPrinter === null) return;
    // An answer to a connection that has gone would be kept by the library and sent on the next one.
    socket.on('printer', (operation, answer) => {
      const { id } = socket;
      void answerPrinter(operation).then((outcome) => socket.id === id && answer(outcome));
    });
  }

  isConnected(): boolean {
    return this.#socket.connected;
  }

  listen(listener: TransportListener): void {
    this.#socket.on('connect', () => {
      this.#waitForSignOfLife();
      listener.connected();
    });
    this.#socket.on('disconnect', () => {
      listener.disconnected();
      this.#reconnectSoon();
    });
    this.#socket.on('connect_error', () => this.#reconnectSoon());
    this.#socket.on('delta', (message) => listener.delta(message));
    this.#socket.on('figures', (message) => listener.figures(message));
    this.#socket.on('heartbeat', (message) => {
      this.#waitForSignOfLife();
      listener.heartbeat(message);
    });
    this.#socket.connect();
  }

  async subscribe(): Promise<TransportAnswer> {
    if (!this.#socket.connected) return unanswered;
    return answerOf(this.#socket.timeout(answerTimeoutMs).emitWithAck('subscribe'));
  }

  async send(envelope: CommandEnvelope): Promise<TransportAnswer> {
    if (!this.#socket.connected) return unanswered;
    return answerOf(this.#socket.timeout(answerTimeoutMs).emitWithAck('command', envelope));
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#reconnectTimer);
    clearTimeout(this.#silenceTimer);
    this.#socket.disconnect();
  }

  #waitForSignOfLife(): void {
    clearTimeout(this.#silenceTimer);
    this.#silenceTimer = setTimeout(() => this.#socket.disconnect(), silenceLimitMs);
  }

  #reconnectSoon(): void {
    clearTimeout(this.#silenceTimer);
    clearTimeout(this.#reconnectTimer);
    if (this.#isClosed) return;
    const delayMs = shortestReconnectMs + Math.random() * (longestReconnectMs - shortestReconnectMs);
    this.#reconnectTimer = setTimeout(() => this.#socket.connect(), delayMs);
  }
}

/** The library rejects where no answer came in time or the connection went: both mean "not known", never "refused". */
async function answerOf(acknowledged: Promise<unknown>): Promise<TransportAnswer> {
  return acknowledged.then(
    (message): TransportAnswer => ({ kind: 'answered', message }),
    () => unanswered,
  );
}
