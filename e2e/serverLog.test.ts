import { scryptSync } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { idSchemas } from '@okienko/shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeClosedBranch } from './support/closedBranch.ts';
import { connectDevice, issueTicket, newCommandId } from './support/deviceClient.ts';
import { type RunningServer, startServer, temporaryFolder, testPin } from './support/startServer.ts';

const wrongPin = '918273';
const counterId = idSchemas.counter.parse('c1');
const exampleFile = new URL('../server/examples/pom-bronowice.json', import.meta.url);
const lineForm = /^\{"level":"\w+","time":"[^"]+Z","component":"\w+",.*"msg":"[^"]+"\}$/;
const signIn = (pin: string) => ({ type: 'OpenCounter', counterId, pin, isTakeover: false }) as const;

let server: RunningServer;

beforeAll(async () => {
  server = await startServer({ flags: ['--log-level', 'trace', '--config', writeFollowedBranch(temporaryFolder())] });
});

afterAll(async () => {
  await server.kill();
});

/** The example branch with addresses to follow a ticket at, which end in the ticket's public token. */
function writeFollowedBranch(folder: string): string {
  const file = join(folder, 'followed.json');
  const text = readFileSync(exampleFile, 'utf8');
  writeFileSync(file, text.replace('"branch": {', '"branch": { "publicBaseUrl": "https://follow.example",'));
  return file;
}

/** A branch that is no demo, whose first clerk has `testPin` and the hash that is given back. */
function writeRealBranch(folder: string): { readonly file: string; readonly pinHash: string } {
  const file = writeClosedBranch(folder);
  const salt = Buffer.from('salt of this test');
  const key = scryptSync(testPin, salt, 32, { N: 16_384, r: 8, p: 1 });
  const pinHash = `scrypt:${salt.toString('base64')}:${key.toString('base64')}`;
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace(/"pinHash": "[^"]*"/, `"pinHash": "${pinHash}"`));
  return { file, pinHash };
}

const timesIn = (text: string, part: string) => text.split(part).length - 1;
const linesOf = (text: string): readonly string[] => text.trimEnd().split('\n');

describe('what the server writes down', () => {
  it('given right, wrong and malformed sign-ins and a ticket at the lowest level, when they are answered, then no secret and no content is in its log [P-4] [P-29]', async () => {
    const announced = timesIn(server.output(), testPin);
    const desk = await connectDevice(server.url, 'counter', 'counter-1');
    const kiosk = await connectDevice(server.url, 'kiosk', 'kiosk-1');
    expect(await desk.send(signIn(wrongPin))).toMatchObject({ answer: 'rejected', rejection: { reason: 'WrongPin' } });
    expect(await desk.send(signIn(testPin))).toMatchObject({ answer: 'accepted' });
    expect(await desk.send(signIn(`${wrongPin}9`))).toMatchObject({ rejection: { reason: 'Malformed' } });
    const envelope = { protocolVersion: 1, commandId: newCommandId(), ageMs: 0, command: { [wrongPin]: 'SECRET' } };
    await desk.socket.timeout(30_000).emitWithAck('command', envelope);
    await desk.socket.timeout(30_000).emitWithAck('command', { ...envelope, [wrongPin]: 'SECRET' });
    const ticket = await kiosk.send(issueTicket('pisma'));
    const headers = { cookie: 'session=SECRET', authorization: 'Bearer SECRET' };
    await fetch(`${server.url}api/v1/printer/pretend`, { method: 'POST', headers, body: `{"${wrongPin}":"SECRET"}` });
    await fetch(`${server.url}SECRET?pin=${wrongPin}`, { headers });
    desk.close();
    kiosk.close();

    expect(await server.stop()).toBe(0);
    const token = /[^/]+$/.exec(followUrlOf(ticket))?.[0] ?? '';
    expect(token.length).toBeGreaterThan(15);
    for (const secret of [wrongPin, testPin, 'SECRET', token, 'clerk-']) expect(server.errors()).not.toContain(secret);
    // The demo's own list, on the terminal of whoever started it, is the only place.
    expect(announced).toBeGreaterThan(0);
    expect(timesIn(server.output(), testPin)).toBe(announced);
    expect(server.output()).not.toContain(wrongPin);
  });

  it('given that run, when its log is read, then each line is JSON and what an operator looks for is there', () => {
    const texts = linesOf(server.errors());
    expect(texts.filter((text) => !lineForm.test(text))).toEqual([]);
    const lines = texts.map((text): unknown => JSON.parse(text));
    const found = (wanted: object) => expect(lines).toContainEqual(expect.objectContaining(wanted));
    found({ level: 'info', component: 'server', msg: 'started', version: '0.1.0', node: process.version });
    found({ level: 'info', component: 'engine', msg: 'signed in', counterId: 'c1', deviceId: 'counter-1' });
    found({ level: 'warn', component: 'sockets', msg: 'message refused', reason: 'WrongPin', count: 1 });
    found({ level: 'warn', component: 'sockets', msg: 'message refused', reason: 'Malformed', path: 'command.pin' });
    found({ level: 'trace', component: 'engine', msg: 'command answered', type: 'IssueTicket', answer: 'accepted' });
    found({ level: 'debug', component: 'sockets', msg: 'connection', deviceId: 'kiosk-1', isConnected: true });
    const refusedRequest = { component: 'http', route: '/api/v1/printer/pretend', status: 400 };
    found({ ...refusedRequest, level: 'trace', msg: 'request answered' });
    found({ ...refusedRequest, level: 'warn', msg: 'request refused', count: 1 });
    found({ level: 'info', component: 'server', msg: 'stopped' });
  });

  it('given a branch that is no demo, when a clerk signs in, then no hash of a PIN is in its log or its output', async () => {
    const { file, pinHash } = writeRealBranch(temporaryFolder());
    const real = await startServer({ hasOwnPins: true, flags: ['--log-level', 'trace', '--config', file] });
    const desk = await connectDevice(real.url, 'counter', 'counter-1');
    expect(await desk.send(signIn(wrongPin))).toMatchObject({ rejection: { reason: 'WrongPin' } });
    expect(await desk.send(signIn(testPin))).toMatchObject({ answer: 'accepted' });
    desk.close();
    expect(await real.stop()).toBe(0);
    expect(real.errors()).toContain('"msg":"signed in"');
    const written = real.errors() + real.output();
    for (const part of [...pinHash.split(':'), testPin, wrongPin]) expect(written).not.toContain(part);
  });
});

function followUrlOf(ticket: Awaited<ReturnType<Awaited<ReturnType<typeof connectDevice>>['send']>>): string {
  if (ticket.answer !== 'accepted' || ticket.result.type !== 'ticketIssued') throw new Error('expected a ticket');
  return ticket.result.followUrl ?? '';
}
