import { idSchemas, instantOf, minutes } from '@okienko/shared';
import { afterEach, describe, expect, it } from 'vitest';
import type { FastifyInstance } from 'fastify';
import { issue, testBranch, uuid } from '../engine/testing/testBranch.ts';
import { createFaultyJournal } from '../journal/faultyJournal.ts';
import { createMemoryDisk, openMemoryJournal } from '../journal/memoryJournal.ts';
import { DeviceRegistry } from './deviceRegistry.ts';
import { buildHttpGateway, type PrinterPage } from './httpGateway.ts';

const running: FastifyInstance[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((app) => app.close()));
});

async function gateway(printerPage: PrinterPage = { report: () => ({ tickets: [] }), pretend: async () => true }) {
  const faulty = createFaultyJournal(openMemoryJournal(createMemoryDisk(idSchemas.journal.parse(uuid(1)))));
  const branch = testBranch({ journal: faulty.journal });
  const devices = new DeviceRegistry();
  const faults: unknown[] = [];
  const app = await buildHttpGateway({
    engine: branch.engine,
    journalId: branch.journal.journalId,
    epoch: idSchemas.epoch.parse(uuid(2)),
    startedAt: instantOf(5),
    devices,
    printerPage,
    metrics: { contentType: 'text/plain; version=0.0.4', text: async () => 'up 1\n' },
    webFolder: '/nowhere',
    onAnswered: () => undefined,
    onFault: (fault) => faults.push(fault),
  });
  running.push(app);
  const get = (url: string, headers: Record<string, string> = {}) =>
    app.inject({ method: 'GET', url, headers: { host: '127.0.0.1:8080', ...headers } });
  return { app, branch, devices, faults, faulty, get };
}

describe('GET /healthz', () => {
  it('given a healthy journal, when it is asked, then it says where the journal stands', async () => {
    const { get } = await gateway();
    const answer = await get('/healthz');
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toEqual({ status: 'ok', journalId: uuid(1), epoch: uuid(2), seq: 2 });
  });

  it('given a full disk, when it is asked, then it is 503 with the reason, and well again when there is room', async () => {
    const { branch, faulty, get } = await gateway();
    faulty.setFull(true);
    branch.send(issue, 'kiosk-1');
    const answer = await get('/healthz');
    expect(answer.statusCode).toBe(503);
    expect(answer.json()).toMatchObject({ status: 'fault', reason: 'The simulated disk is full.' });
    faulty.setFull(false);
    branch.tick();
    expect((await get('/healthz')).statusCode).toBe(200);
  });
});

describe('GET /api/v1/queues', () => {
  it('given waiting people, when it is asked, then every queue is told, and no ticket', async () => {
    const { branch, get } = await gateway();
    branch.send(issue, 'kiosk-1');
    const answer = await get('/api/v1/queues');
    expect(answer.json()).toMatchObject({
      branch: { id: 'pom-bronowice' },
      at: branch.clock.business.now(),
      services: [
        {
          id: 'dowod-wniosek',
          letter: 'D',
          name: 'Dowód osobisty – złożenie wniosku',
          isOpen: true,
          waiting: 1,
          openCounters: 0,
          lastCalled: null,
        },
        { id: 'dowod-odbior', waiting: 0 },
        { id: 'meldunki' },
        { id: 'pojazd-rejestracja' },
        { id: 'pojazd-odbior' },
        { id: 'dzialalnosc' },
        { id: 'pisma' },
      ],
    });
    expect(answer.body).not.toContain('D001');
  });

  it('given its tag, when minutes pass and nothing changes, then the answer is empty, and after a call it is not', async () => {
    const { branch, get } = await gateway();
    branch.send(issue, 'kiosk-1');
    const tag = String((await get('/api/v1/queues')).headers['etag']);
    branch.clock.pass(minutes(3));
    branch.tick();
    expect((await get('/api/v1/queues', { 'if-none-match': tag })).statusCode).toBe(304);
    branch.send(branch.open('c2', 'clerk-2', 'counter-2'), 'counter-2');
    branch.send(branch.callNext('c2'), 'counter-2');
    const after = await get('/api/v1/queues', { 'if-none-match': tag });
    expect(after.json()).toMatchObject({
      services: [{ waiting: 0, openCounters: 1, lastCalled: 'D001' }, {}, {}, {}, {}, {}, {}],
    });
  });
});

describe('GET /api/v1/devices', () => {
  it('given a connected console, when it is asked, then each device is there with its page, and no secret', async () => {
    const { branch, devices, get } = await gateway();
    devices.connected(idSchemas.device.parse('counter-2'), instantOf(77));
    branch.send(branch.open('c2', 'clerk-2', 'counter-2'), 'counter-2');
    const answer = await get('/api/v1/devices');
    expect(answer.json<{ devices: unknown[] }>().devices).toContainEqual({
      id: 'counter-2',
      kind: 'counter',
      name: 'Komputer stanowiska 2',
      path: '/counter/?device=counter-2',
      connectedSince: 77,
      counterLabel: '2',
      state: 'ok',
    });
    expect(answer.body).not.toMatch(/pin|scrypt/i);
  });
});

describe('the printer page', () => {
  it.each([
    [{ fault: 'paperOut' }, 204],
    [{ fault: 'fire' }, 400],
    [{}, 400],
    [{ fault: 'none', more: 1 }, 400],
  ])('given %j, when it is posted, then the answer is %i', async (payload, status) => {
    const { app } = await gateway();
    const headers = { host: 'localhost:8080' };
    expect((await app.inject({ method: 'POST', url: '/api/v1/printer/pretend', payload, headers })).statusCode).toBe(
      status,
    );
  });

  it('given no virtual printer, when a fault is asked for, then it says so', async () => {
    const { app } = await gateway({ report: () => ({}), pretend: async () => false });
    const headers = { host: 'localhost:8080' };
    const payload = { fault: 'offline' };
    expect((await app.inject({ method: 'POST', url: '/api/v1/printer/pretend', payload, headers })).statusCode).toBe(
      409,
    );
  });
});

describe('what goes wrong', () => {
  it('given ten start pages that poll for a minute, then all are answered, and what comes beyond is 429', async () => {
    const { get } = await gateway();
    const polls = ['/api/v1/devices', '/api/v1/printer/tickets'];
    for (let second = 0; second < 60; second += 1) {
      const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => get(polls[index % 2] ?? '')));
      expect(answers.every(({ statusCode }) => statusCode === 200)).toBe(true);
    }
    const refused = await get('/healthz');
    expect(refused.statusCode).toBe(429);
    expect(refused.json<unknown>()).toMatchObject({ error: 'refused' });
  });

  it('given a stranger that floods, when a page of its own asks, then it is answered all the same', async () => {
    const { get } = await gateway();
    for (let asked = 0; asked < 1_300; asked += 1) await get('/healthz', { origin: 'https://example.org' });
    expect((await get('/healthz')).statusCode).toBe(200);
  });

  it.each([
    ['{"fault"', 'application/json', 400],
    ['fault=none', 'application/x-www-form-urlencoded', 415],
    [`{"fault":"${'x'.repeat(2_000)}"}`, 'application/json', 413],
  ])('given the body %s, when it is posted, then the answer is a typed refusal', async (payload, type, status) => {
    const { app, faults } = await gateway();
    const headers = { host: 'localhost:8080', 'content-type': type };
    const answer = await app.inject({ method: 'POST', url: '/api/v1/printer/pretend', payload, headers });
    expect(answer.statusCode).toBe(status);
    expect(answer.json()).toMatchObject({ error: 'refused' });
    expect(faults).toEqual([]);
  });

  it('given a bug behind an address, when it is asked, then whoever runs the server is told and the caller learns nothing', async () => {
    const bug = new Error('a detail of the inside');
    const report = () => {
      throw bug;
    };
    const { faults, get } = await gateway({ report, pretend: async () => true });
    const answer = await get('/api/v1/printer/tickets');
    expect(answer.statusCode).toBe(500);
    expect(answer.json()).toEqual({ error: 'fault' });
    expect(faults).toEqual([bug]);
  });
});

describe('strangers [P-3]', () => {
  it.each([
    [{ host: 'rebound.example.org' }],
    [{ host: '127.0.0.1:8080', origin: 'https://example.org' }],
    [{ host: '127.0.0.1:8080', origin: 'http://127.0.0.1:9999' }],
  ])('given headers %j, when anything is asked, then it is forbidden', async (headers) => {
    const { get } = await gateway();
    expect((await get('/healthz', headers)).statusCode).toBe(403);
  });

  it('given a page of its own, when it asks, then it is answered under a strict policy', async () => {
    const { get } = await gateway();
    const answer = await get('/healthz', { host: '[::1]:8080', origin: 'http://[::1]:8080' });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-security-policy']).toContain("script-src 'self'");
    expect(answer.headers['strict-transport-security']).toBeUndefined();
  });
});
