import { protocolVersion } from '@okienko/shared';
import { io } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectDevice, issueTicket, newCommandId } from './support/deviceClient.ts';
import { type RunningServer, startServer } from './support/startServer.ts';

let server: RunningServer;

beforeAll(async () => {
  server = await startServer();
});

afterAll(async () => {
  await server.kill();
});

const valid = () => ({ protocolVersion, commandId: newCommandId(), ageMs: 0, command: issueTicket('pisma') });

describe('bad input on a socket', () => {
  it.each<[string, unknown, object]>([
    ['nothing', null, { reason: 'UnsupportedVersion' }],
    ['a text', 'hello', { reason: 'UnsupportedVersion' }],
    ['another version', { ...valid(), protocolVersion: 99 }, { reason: 'UnsupportedVersion' }],
    ['no command', { ...valid(), command: undefined }, { reason: 'Malformed', path: 'command' }],
    [
      'an unknown command',
      { ...valid(), command: { type: 'DropTables' } },
      { reason: 'Malformed', path: 'command.type' },
    ],
    ['a negative age', { ...valid(), ageMs: -1 }, { reason: 'Malformed', path: 'ageMs' }],
    [
      'a command id of the server',
      { ...valid(), commandId: 'day-end:2026-11-24' },
      { reason: 'Malformed', path: 'commandId' },
    ],
    ['one key too many', { ...valid(), admin: true }, { reason: 'Malformed' }],
    [
      'another device’s command',
      { ...valid(), command: { type: 'SignOffCounter', counterId: 'c1' } },
      { reason: 'NotForThisDevice' },
    ],
  ])(
    'given %s, when it is sent as a command, then it is refused with its place [P-4]',
    async (_name, message, rejection) => {
      const kiosk = await connectDevice(server.url, 'kiosk', 'kiosk-1');
      const answer: unknown = await kiosk.socket.timeout(30_000).emitWithAck('command', message);
      expect(answer).toMatchObject({ answer: 'rejected', rejection });
      kiosk.close();
    },
  );

  it('given a message without an answer to give, or one that is too large, when it is sent, then others do not notice [P-5]', async () => {
    const hostile = await connectDevice(server.url, 'kiosk', 'kiosk-1');
    const other = await connectDevice(server.url, 'kiosk', 'kiosk-1');
    hostile.socket.emit('command', valid());
    hostile.socket.emit('subscribe', 'not a function');
    const closed = new Promise((resolve) => hostile.socket.once('disconnect', resolve));
    hostile.socket.emit('command', { ...valid(), note: 'x'.repeat(20_000) });
    await closed;
    expect(await other.send(issueTicket('pisma'))).toMatchObject({ answer: 'accepted' });
    other.close();
  });

  it('given a refused device that asks without an answer to give, when it subscribes, then the server lives [P-4]', async () => {
    const stranger = io(`${server.url}display`, {
      transports: ['websocket'],
      auth: { protocolVersion, deviceId: 'hall-9' },
      reconnection: false,
      forceNew: true,
    });
    stranger.emit('subscribe');
    stranger.emit('subscribe', 'not a function');
    expect(await stranger.timeout(30_000).emitWithAck('subscribe')).toMatchObject({ answer: 'refused' });
    stranger.disconnect();
    expect((await fetch(`${server.url}healthz`)).status).toBe(200);
  });

  it('given a flood of subscribes, when it comes, then it is limited [P-5]', async () => {
    const hostile = await connectDevice(server.url, 'display', 'hall-1');
    const answers = await Promise.all(
      Array.from({ length: 40 }, (): Promise<unknown> => hostile.socket.timeout(30_000).emitWithAck('subscribe')),
    );
    expect(answers).toContainEqual({ answer: 'refused', reason: 'RateLimited' });
    hostile.close();
  });

  it('given one press sent more often than a connection may, when it was done, then no answer says that it was not [P-5]', async () => {
    const hostile = await connectDevice(server.url, 'kiosk', 'kiosk-1');
    const press = valid();
    const answers = await Promise.all(
      Array.from({ length: 9_000 }, async () => {
        const answer: unknown = await hostile.socket.timeout(30_000).emitWithAck('command', press);
        return JSON.stringify(answer);
      }),
    );
    const [accepted, ...others] = new Set(answers);
    expect(accepted).toContain('"answer":"accepted"');
    expect(others).toEqual([JSON.stringify({ answer: 'fault', fault: 'overloaded' })]);
    hostile.close();
  }, 30_000);

  it.each([
    ['an unknown device', 'display', { protocolVersion, deviceId: 'hall-9' }, 'DeviceUnknown'],
    ['a kiosk on the consoles’ side', 'counter', { protocolVersion, deviceId: 'kiosk-1' }, 'NotForThisDevice'],
    ['another version', 'display', { protocolVersion: 0, deviceId: 'hall-1' }, 'UnsupportedVersion'],
    ['no handshake', 'display', {}, 'UnsupportedVersion'],
    ['no name', 'display', { protocolVersion }, 'DeviceUnknown'],
  ])(
    'given %s, when it subscribes, then it gets the reason and no picture [P-2]',
    async (_name, audience, auth, reason) => {
      const socket = io(`${server.url}${audience}`, {
        transports: ['websocket'],
        auth,
        reconnection: false,
        forceNew: true,
      });
      const answer: unknown = await socket.timeout(30_000).emitWithAck('subscribe');
      expect(answer).toEqual({ answer: 'refused', reason });
      socket.disconnect();
    },
  );

  it.each([
    ['a page of another site', { origin: 'https://example.org' }],
    ['another name for this machine', { host: 'rebound.example.org' }],
  ])('given %s, when it connects, then it is refused before it can speak [P-3]', async (_name, extraHeaders) => {
    const socket = io(`${server.url}display`, {
      transports: ['websocket'],
      extraHeaders,
      auth: { protocolVersion, deviceId: 'hall-1' },
      reconnection: false,
      forceNew: true,
    });
    const refused = await new Promise((resolve) => socket.once('connect_error', () => resolve(true)));
    expect(refused).toBe(true);
    socket.disconnect();
  });
});
