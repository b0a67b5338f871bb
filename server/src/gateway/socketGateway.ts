import type { Server as HttpServer } from 'node:http';
import {
  type Acknowledgement,
  type Audience,
  audiences,
  claimedVersionOf,
  type ClientToServer,
  type Command,
  type CommandEnvelope,
  commandEnvelopeSchema,
  type DeviceId,
  type DurationMs,
  type MachineClock,
  milliseconds,
  parse,
  protocolVersion,
  type Rejection,
  type ServerToClient,
} from '@okienko/shared';
import { type Namespace, Server, type Socket } from 'socket.io';
import { configurationOf } from '../domain/branchState.ts';
import type { BranchEngine } from '../engine/branchEngine.ts';
import type { Publication, Pulse } from '../engine/engineRequest.ts';
import type { DeviceRegistry } from './deviceRegistry.ts';
import { isLoopbackHost, isOwnOrigin } from './loopback.ts';
import { RateLimit } from './rateLimit.ts';
import type { RefusedMessage } from './refusalLog.ts';
import { authorise, type Authorised, type IdentifyClerk, openSession, type Session } from './sessions.ts';

export type GatewayParts = {
  readonly httpServer: HttpServer;
  readonly engine: BranchEngine;
  readonly devices: DeviceRegistry;
  readonly identify: IdentifyClerk;
  readonly machineClock: MachineClock;
  /** Told when a page of a known device comes and goes. */
  readonly onConnection: (connection: { readonly deviceId: DeviceId; readonly isConnected: boolean }) => void;
  /** Told of every message that was refused before it reached the rules; never with its content. */
  readonly onRefused: (refused: RefusedMessage) => void;
  /** Told of every command that parsed and was answered, with the time since it arrived. */
  readonly onAnswered: (answered: { readonly type: Command['type']; readonly ackMs: DurationMs }) => void;
  /** Told of what went wrong inside; the caller is only told that it did. */
  readonly onFault: (error: unknown) => void;
};

type AudienceSocket = Socket<ClientToServer, ServerToClient>;

/** Everyone who has a picture, and gets every delta after it. */
const following = 'following';
/** The largest command is a few hundred bytes. */
const greatestMessageBytes = 16_384;
/** Far above a person and a test of thousands of presses; below what would starve the others. */
const commandsPerSecond = 2_000;
const subscribesPerSecond = 5;

/**
 * The only place that knows Socket.IO: three namespaces, one `command` event with an answer, one subscription.
 *
 * It parses, asks the session, hands to the engine and sends what the engine says; it decides nothing.
 */
export class SocketGateway {
  readonly #parts: GatewayParts;
  readonly #server: Server;
  readonly #namespaces: Readonly<Record<Audience, Namespace<ClientToServer, ServerToClient>>>;

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

  /** Ends every connection and stops to listen. */
  async close(): Promise<void> {
    await this.#server.close();
  }

  #accept(audience: Audience, socket: AudienceSocket): void {
    const { engine, devices, machineClock, onConnection } = this.#parts;
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
    socket.on('disconnect', () => {
      devices.disconnected(id);
      onConnection({ deviceId: id, isConnected: false });
    });
    const subscribes = new RateLimit(machineClock, subscribesPerSecond, 2 * subscribesPerSecond);
    const commands = new RateLimit(machineClock, commandsPerSecond, 2 * commandsPerSecond);
    socket.on('subscribe', (answer) => this.#subscribe(audience, socket, subscribes, answer));
    socket.on('command', (envelope, answer) => {
      if (typeof answer !== 'function') return this.#parts.onRefused({ audience, reason: 'NoAnswer', path: '' });
      this.#command(audience, opened.session, commands, envelope, answer);
    });
  }

  #subscribe(audience: Audience, socket: AudienceSocket, limit: RateLimit, answer: (message: unknown) => void): void {
    if (typeof answer !== 'function') return this.#parts.onRefused({ audience, reason: 'NoAnswer', path: '' });
    if (!limit.take()) return answer({ answer: 'refused', reason: 'RateLimited' });
    this.#parts.engine.subscribe({
      audience,
      answer: (snapshot) => {
        answer({ answer: 'snapshot', snapshot });
        void socket.join(following);
      },
    });
  }

  #command(
    audience: Audience,
    session: Session,
    limit: RateLimit,
    input: unknown,
    answer: (acknowledgement: Acknowledgement) => void,
  ): void {
    const { machineClock, onAnswered, onRefused } = this.#parts;
    const arrivedMs = machineClock.nowMs();
    const refuse = (rejection: Rejection, path = '') => {
      onRefused({ audience, reason: rejection.reason, path });
      answer({ answer: 'rejected', rejection });
    };
    if (!limit.take()) {
      // No rejection: this may be a resend of what was done already, and a rejection would be final.
      onRefused({ audience, reason: 'RateLimited', path: '' });
      return answer({ answer: 'fault', fault: 'overloaded' });
    }
    if (claimedVersionOf(input) !== protocolVersion) return refuse({ reason: 'UnsupportedVersion' });
    const envelope = parse(commandEnvelopeSchema, input);
    if (!envelope.isValid) {
      const { path, problem } = envelope;
      return refuse({ reason: 'Malformed', path, problem }, path);
    }
    const { type } = envelope.value.command;
    this.#ask(session, envelope.value, arrivedMs, (acknowledgement) => {
      answer(acknowledgement);
      onAnswered({ type, ackMs: milliseconds(machineClock.nowMs() - arrivedMs) });
    });
  }

  /** May this device ask that? If so the engine answers, else the refusal does. */
  #ask(
    session: Session,
    { commandId, ageMs, command }: CommandEnvelope,
    arrivedMs: DurationMs,
    answer: (acknowledgement: Acknowledgement) => void,
  ): void {
    const { engine, identify, machineClock, onFault, onRefused } = this.#parts;
    const submit = (authorised: Authorised): void => {
      if (!authorised.isAllowed) {
        onRefused({ audience: session.device.kind, reason: authorised.rejection.reason, path: '' });
        return answer({ answer: 'rejected', rejection: authorised.rejection });
      }
      const age = milliseconds(ageMs + machineClock.nowMs() - arrivedMs);
      engine.submit({ commandId, ageMs: age, actor: authorised.actor, command: authorised.command, answer });
    };
    const authorised = authorise(session, command, () => engine.query(({ state }) => state), identify);
    if (authorised instanceof Promise) {
      authorised.then(submit, (error: unknown) => {
        onFault(error);
        answer({ answer: 'fault', fault: 'bug' });
      });
    } else {
      submit(authorised);
    }
  }
}
