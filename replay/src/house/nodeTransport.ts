import { io, type Socket } from 'socket.io-client';
import {
  type Audience,
  type ClientToServer,
  type CommandEnvelope,
  type DeviceId,
  protocolVersion,
  type ServerToClient,
  type Transport,
  type TransportAnswer,
  type TransportListener,
} from '@okienko/shared';

/** How long an answer is waited for; then the sender counts it as unanswered and asks again. */
const answerTimeoutMs = 3_000;
const reconnectMs = 200;

const unanswered: TransportAnswer = { kind: 'unanswered' };

/**
 * The replay's one door to Socket.IO: a device's connection from Node, which keeps the promises of a screen's. The
 * server is a process of the same machine, so that neither jitter nor a watch for pulled cables is needed.
 */
export function nodeTransport(url: string, audience: Audience, deviceId: DeviceId): Transport {
  const socket: Socket<ServerToClient, ClientToServer> = io(new URL(audience, url).href, {
    auth: { protocolVersion, deviceId },
    transports: ['websocket'],
    reconnection: false,
    timeout: answerTimeoutMs,
    autoConnect: false,
    // One connection a device: the server tells devices, and their limits, apart by it.
    forceNew: true,
  });
  let isClosed = false;
  const ask = async (asked: () => Promise<unknown>): Promise<TransportAnswer> => {
    if (!socket.connected) return unanswered;
    return asked().then(
      (message): TransportAnswer => ({ kind: 'answered', message }),
      () => unanswered,
    );
  };
  const connectSoon = () => {
    if (!isClosed) setTimeout(() => !isClosed && socket.connect(), reconnectMs);
  };
  return {
    isConnected: () => socket.connected,
    listen: (listener: TransportListener) => {
      socket.on('connect', () => listener.connected());
      socket.on('disconnect', () => {
        listener.disconnected();
        connectSoon();
      });
      socket.on('connect_error', connectSoon);
      socket.on('delta', (message) => listener.delta(message));
      socket.on('figures', (message) => listener.figures(message));
      socket.on('heartbeat', (message) => listener.heartbeat(message));
      socket.connect();
    },
    subscribe: () => ask(() => socket.timeout(answerTimeoutMs).emitWithAck('subscribe')),
    send: (envelope: CommandEnvelope) => ask(() => socket.timeout(answerTimeoutMs).emitWithAck('command', envelope)),
    close: () => {
      isClosed = true;
      socket.disconnect();
    },
  };
}
