import { idSchemas } from '@okienko/shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectDevice, newCommandId } from './support/deviceClient.ts';
import { type RunningServer, startServer, testPin } from './support/startServer.ts';

const wrongPin = '918273';
const counterId = idSchemas.counter.parse('c1');

let server: RunningServer;

beforeAll(async () => {
  server = await startServer();
});

afterAll(async () => {
  await server.kill();
});

const timesIn = (text: string, part: string) => text.split(part).length - 1;

describe('what the server writes down', () => {
  it('given right, wrong and malformed sign-ins, when they are answered, then no PIN and no content is in its log [P-4] [P-29]', async () => {
    const announced = timesIn(server.output(), testPin);
    const desk = await connectDevice(server.url, 'counter', 'counter-1');
    const signIn = (pin: string) => ({ type: 'OpenCounter', counterId, pin, isTakeover: false }) as const;
    expect(await desk.send(signIn(wrongPin))).toMatchObject({ answer: 'rejected', rejection: { reason: 'WrongPin' } });
    expect(await desk.send(signIn(testPin))).toMatchObject({ answer: 'accepted' });
    expect(await desk.send(signIn(`${wrongPin}9`))).toMatchObject({ rejection: { reason: 'Malformed' } });
    const envelope = { protocolVersion: 1, commandId: newCommandId(), ageMs: 0, command: { [wrongPin]: 'SECRET' } };
    await desk.socket.timeout(5_000).emitWithAck('command', envelope);
    await desk.socket.timeout(5_000).emitWithAck('command', { ...envelope, [wrongPin]: 'SECRET' });
    await fetch(`${server.url}api/v1/printer/pretend`, { method: 'POST', body: `{"${wrongPin}":"SECRET"}` });
    desk.close();

    expect(await server.stop()).toBe(0);
    expect(server.errors()).toContain('"reason":"WrongPin"');
    expect(server.errors()).toContain('"path":"command.pin"');
    for (const secret of [wrongPin, testPin, 'SECRET']) expect(server.errors()).not.toContain(secret);
    // The demo's own list, on the terminal of whoever started it, is the only place.
    expect(announced).toBeGreaterThan(0);
    expect(timesIn(server.output(), testPin)).toBe(announced);
    expect(server.output()).not.toContain(wrongPin);
  });
});
