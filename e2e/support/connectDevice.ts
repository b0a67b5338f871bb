import { randomUUID } from 'node:crypto';
import {
  type Acknowledgement,
  acknowledgementSchema,
  type Audience,
  type ClientCommand,
  type ClientToServer,
  parse,
  protocolVersion,
  type ServerToClient,
} from '@okienko/shared';
import { io, type Socket } from 'socket.io-client';

/** A device without a screen: it sends commands as one would, straight over the wire. */
export type ConnectedDevice = {
  /** The whole answer to one press. */
  readonly send: (command: ClientCommand) => Promise<Acknowledgement>;
  /** Resolves at the next change of the picture that `isWanted` takes; it gets the delta as it came over the wire. */
  readonly nextDelta: (isWanted: (delta: unknown) => boolean) => Promise<void>;
  readonly close: () => void;
};

/**
 * Connects as a device of the configuration and subscribes, as every screen does first.
 *
 * @throws Error when the server refuses the connection or answers what is no acknowledgement.
 */
export async function connectDevice(url: string, audience: Audience, deviceId: string): Promise<ConnectedDevice> {
  const socket: Socket<ServerToClient, ClientToServer> = io(`${url}${audience}`, {
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    auth: { protocolVersion, deviceId },
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
  await socket.timeout(5_000).emitWithAck('subscribe');
  return {
    send: async (command) => {
      const envelope = { protocolVersion, commandId: randomUUID(), ageMs: 0, command };
      const parsed = parse(acknowledgementSchema, await socket.timeout(5_000).emitWithAck('command', envelope));
      if (!parsed.isValid) throw new Error(`no acknowledgement: ${parsed.path} ${parsed.problem}`);
      return parsed.value;
    },
    nextDelta: (isWanted) =>
      new Promise((resolve) => {
        const look = (delta: unknown) => {
          if (!isWanted(delta)) return;
          socket.off('delta', look);
          resolve();
        };
        socket.on('delta', look);
      }),
    close: () => socket.disconnect(),
  };
}
