import type { Server as HttpServer } from 'node:http';
import {
  type Audience,
  audiences,
  type ClientToServer,
  type DeviceId,
  type KioskPrinterLink,
  type ServerToClient,
} from '@okienko/shared';
import { type Namespace, Server, type Socket } from 'socket.io';
import { configurationOf } from '../domain/branchState.ts';
import type { BranchEngine } from '../engine/branchEngine.ts';
import type { Publication, Pulse } from '../engine/engineRequest.ts';
import { Conversation, type ConversationParts } from './conversation.ts';
import type { DeviceRegistry } from './deviceRegistry.ts';
import { KioskPages } from './kioskPages.ts';
import { isLoopbackHost, isOwnOrigin } from './loopback.ts';
import { openSession } from './sessions.ts';

export type GatewayParts = ConversationParts & {
  readonly httpServer: HttpServer;
  readonly engine: BranchEngine;
  readonly devices: DeviceRegistry;
  /** Told when a page of a known device comes and goes. */
  readonly onConnection: (connection: { readonly deviceId: DeviceId; readonly isConnected: boolean }) => void;
};

type AudienceSocket = Socket<ClientToServer, ServerToClient>;

/** Everyone who has a picture, and gets every delta after it. */
const following = 'following';
/** The largest command is a few hundred bytes. */
const greatestMessageBytes = 16_384;

/**
 * The only place that knows Socket.IO: three namespaces, one `command` event with an answer, one subscription.
 *
 * It carries words between connections and their conversations, and what the engine says to everybody.
 */
export class SocketGateway {
  readonly #parts: GatewayParts;
  readonly #server: Server;
  readonly #namespaces: Readonly<Record<Audience, Namespace<ClientToServer, ServerToClient>>>;
  readonly #kioskPages = new KioskPages();

  constructor(parts: GatewayParts) {
    this.#parts = parts;
    this.#server = new Server(parts.httpServer, {
      transports: ['websocket'],
      perMessageDeflate: false,
      serveClient: false,
      maxHttpBufferSize: greatestMessageBytes,
      allowRequest: ({ headers }, allow) =>
        allow(null, isLoopbackHost(headers.host) && isOwnOrigin(headers.origin, headers.host)),
    });
    this.#namespaces = {
      kiosk: this.#server.of('/kiosk'),
      counter: this.#server.of('/counter'),
      display: this.#server.of('/display'),
    };
    for (const audience of audiences) {
      this.#namespaces[audience].on('connection', (socket) => this.#accept(audience, socket));
    }
  }

  /** One frame for each audience, however many commands the turn had. */
  publish(publication: Publication): void {
    for (const audience of audiences) this.#namespaces[audience].to(following).emit('delta', publication[audience]);
  }

  /**
   * Proof of life and figures. Not as "volatile" messages: the library drops those while anything else is being
   * written, which is every second message of a turn, and a screen without heartbeats counts itself lost.
   */
  pulse({ heartbeat, figures }: Pulse): void {
    for (const audience of audiences) {
      const followers = this.#namespaces[audience].to(following);
      followers.emit('heartbeat', heartbeat);
      followers.emit('figures', figures[audience]);
    }
  }

  /** The pages of a kiosk that are connected now, the newest first: the ways to the printer beside it. */
  printerLinks(deviceId: DeviceId): readonly KioskPrinterLink[] {
    return this.#kioskPages.of(deviceId);
  }

  /** Ends every connection and stops to listen. */
  async close(): Promise<void> {
    await this.#server.close();
  }

  #accept(audience: Audience, socket: AudienceSocket): void {
    const { engine, devices, onConnection } = this.#parts;
    const configuration = engine.query(({ state }) => configurationOf(state));
    const opened = openSession(configuration, audience, socket.handshake.auth);
    if (!opened.isOpen) {
      this.#parts.onRefused({ audience, reason: opened.reason, path: '' });
      socket.on('subscribe', (answer) => {
        if (typeof answer === 'function') answer({ answer: 'refused', reason: opened.reason });
      });
      return;
    }
    const { id } = opened.session.device;
    devices.connected(
      id,
      engine.query(({ now }) => now),
    );
    onConnection({ deviceId: id, isConnected: true });
    const forgetPage = audience === 'kiosk' ? this.#kioskPages.add(printerLinkOf(id, socket)) : null;
    socket.on('disconnect', () => {
      forgetPage?.();
      devices.disconnected(id);
      onConnection({ deviceId: id, isConnected: false });
    });
    const conversation = new Conversation(opened.session, this.#parts);
    const withoutAnswer = () => this.#parts.onRefused({ audience, reason: 'NoAnswer', path: '' });
    socket.on('subscribe', (answer) => {
      if (typeof answer !== 'function') return withoutAnswer();
      conversation.subscribe(answer, () => void socket.join(following));
    });
    socket.on('command', (envelope, answer) => {
      if (typeof answer !== 'function') return withoutAnswer();
      conversation.command(envelope, answer);
    });
  }
}

/** A page as the way to its printer. The library answers late, or never, for a page that goes: its going is an answer. */
function printerLinkOf(deviceId: DeviceId, socket: AudienceSocket): KioskPrinterLink {
  const gone = new Promise<null>((resolve) => socket.once('disconnect', () => resolve(null)));
  return {
    deviceId,
    ask: (operation, timeoutMs) =>
      Promise.race([
        gone,
        socket
          .timeout(timeoutMs)
          .emitWithAck('printer', operation)
          .then(
            (answer: unknown) => answer,
            () => null,
          ),
      ]),
  };
}
