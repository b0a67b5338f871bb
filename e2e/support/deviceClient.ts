import {
  type Acknowledgement,
  acknowledgementSchema,
  type ClientCommand,
  type CommandId,
  idSchemas,
  parse,
  protocolVersion,
} from '@okienko/shared';
import { io, type Socket } from 'socket.io-client';

/** One device's connection as a test drives it: real Socket.IO, no replica, every answer parsed. */
export type DeviceClient = {
  readonly send: (command: ClientCommand, commandId?: CommandId, ageMs?: number) => Promise<Acknowledgement>;
  /** Sends and does not wait: for a server that is about to die. */
  readonly fire: (command: ClientCommand, commandId: CommandId) => void;
  /** Asks for the picture, and gets the deltas after it from then on. */
  readonly subscribe: () => Promise<unknown>;
  /** Resolves at the next change of the picture that `isWanted` takes; it gets the delta as it came over the wire. */
  readonly nextDelta: (isWanted: (delta: unknown) => boolean) => Promise<void>;
  readonly socket: Socket;
  readonly close: () => void;
};

/** Connects a device to a running server; rejects when it cannot. */
export async function connectDevice(url: string, audience: string, deviceId: string): Promise<DeviceClient> {
  const socket = io(`${url}${audience}`, {
    transports: ['websocket'],
    auth: { protocolVersion, deviceId },
    reconnection: false,
    forceNew: true,
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', () => resolve());
    socket.once('connect_error', reject);
  });
  const envelope = (command: ClientCommand, commandId: CommandId, ageMs = 0) => ({
    protocolVersion,
    commandId,
    ageMs,
    command,
  });
  return {
    socket,
    fire: (command, commandId) => void socket.emit('command', envelope(command, commandId), () => undefined),
    close: () => void socket.disconnect(),
    subscribe: async (): Promise<unknown> => socket.timeout(30_000).emitWithAck('subscribe'),
    nextDelta: (isWanted) =>
      new Promise((resolve) => {
        const look = (delta: unknown) => {
          if (!isWanted(delta)) return;
          socket.off('delta', look);
          resolve();
        };
        socket.on('delta', look);
      }),
    send: async (command, commandId = newCommandId(), ageMs = 0) => {
      const answer: unknown = await socket.timeout(30_000).emitWithAck('command', envelope(command, commandId, ageMs));
      const parsed = parse(acknowledgementSchema, answer);
      if (!parsed.isValid) throw new Error(`The answer does not parse at ${parsed.path}: ${parsed.problem}`);
      return parsed.value;
    },
  };
}

let made = 0;

/** An id that no other command of this test run has. */
export function newCommandId(): CommandId {
  made += 1;
  const run = process.pid.toString(16).padStart(8, '0').slice(-8);
  return idSchemas.command.parse(`${run}-0000-7000-8000-${made.toString(16).padStart(12, '0')}`);
}

/** A ticket for a service of the example branch. */
export function issueTicket(service: string): ClientCommand {
  const priorityClass = idSchemas.priorityClass.parse('ordinary');
  return { type: 'IssueTicket', serviceId: idSchemas.service.parse(service), priorityClass, language: 'pl' };
}
