import { readFileSync } from 'node:fs';
import { idSchemas, required } from '@okienko/shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectDevice, issueTicket } from './support/deviceClient.ts';
import { type RunningServer, startServer, testPin } from './support/startServer.ts';

const wrongPin = '918273';
const counterId = idSchemas.counter.parse('c2');

let server: RunningServer;

beforeAll(async () => {
  server = await startServer();
});

afterAll(async () => {
  await server.kill();
});

async function scrape(): Promise<string> {
  const answer = await fetch(`${server.url}metrics`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
  return answer.text();
}

/** The value of one series, written as Prometheus writes it; 0 where it is not there yet. */
function valueOf(text: string, series: string): number {
  const line = text.split('\n').find((candidate) => candidate.startsWith(`${series} `));
  return line === undefined ? 0 : Number(line.slice(series.length + 1));
}

const namesIn = (text: string): readonly string[] =>
  [...text.matchAll(/^# TYPE (\S+) /gm)].map(([, name]) => required(name, 'a name')).toSorted();

describe('GET /metrics', () => {
  it('given a few commands, when it is scraped before and after, then what happened is counted and timed', async () => {
    const kiosk = await connectDevice(server.url, 'kiosk', 'kiosk-1');
    const desk = await connectDevice(server.url, 'counter', 'counter-2');
    const before = await scrape();
    const signIn = (pin: string) => ({ type: 'OpenCounter', counterId, pin, isTakeover: false }) as const;
    await desk.send(signIn(wrongPin));
    await desk.send(signIn(testPin));
    const ticket = await kiosk.send(issueTicket('meldunki'));
    await kiosk.send(issueTicket('meldunki'));
    const callNext = { type: 'CallNext', counterId, currentTicketId: null, outcomeId: null } as const;
    await desk.send(callNext);
    await desk.send(callNext);
    await fetch(`${server.url}healthz`, { headers: { origin: 'https://elsewhere.example' } });
    await fetch(`${server.url}SECRET-${testPin}`);
    const after = await scrape();
    const rise = (series: string) => valueOf(after, series) - valueOf(before, series);
    kiosk.close();
    desk.close();

    expect(rise('okienko_commands_total{type="IssueTicket",answer="accepted"}')).toBe(2);
    expect(rise('okienko_commands_total{type="CallNext",answer="accepted"}')).toBe(1);
    expect(rise('okienko_commands_total{type="CallNext",answer="rejected",reason="SituationChanged"}')).toBe(1);
    expect(rise('okienko_announcements_total{kind="call"}')).toBe(1);
    expect(rise('okienko_refused_messages_total{audience="counter",reason="WrongPin"}')).toBe(1);
    expect(rise('okienko_http_requests_total{route="/healthz",status="403"}')).toBe(1);
    expect(rise('okienko_http_requests_total{route="none",status="404"}')).toBe(1);
    expect(rise('okienko_command_ack_seconds_count{type="IssueTicket"}')).toBe(2);
    expect(rise('okienko_command_ack_seconds_bucket{le="+Inf",type="OpenCounter"}')).toBe(2);
    expect(rise('okienko_commit_seconds_count')).toBeGreaterThanOrEqual(4);
    expect(rise('okienko_turn_commands_sum')).toBeGreaterThanOrEqual(5);
    expect(rise('okienko_journal_seq')).toBeGreaterThanOrEqual(4);
    expect(rise('okienko_tickets{state="waiting"}')).toBe(1);
    expect(rise('okienko_tickets{state="called"}') + rise('okienko_tickets{state="serving"}')).toBe(1);
    expect(rise('okienko_queue_waiting{service="meldunki",letter="M"}')).toBe(1);
    expect(rise('okienko_counters{state="open"}')).toBe(1);
    expect(valueOf(after, 'okienko_clients{kind="kiosk"}')).toBe(1);
    expect(valueOf(after, 'okienko_journal_writable')).toBe(1);

    // Values have digits enough to look like anything; what could tell on somebody is in the labels.
    const labels = after.replaceAll(/ \S+$/gm, '');
    const ticketId =
      ticket.answer === 'accepted' && ticket.result.type === 'ticketIssued' ? ticket.result.ticketId : '';
    expect(ticketId).not.toBe('');
    for (const secret of [wrongPin, testPin, 'SECRET', ticketId, 'clerk-', 'M001'])
      expect(labels).not.toContain(secret);
  });

  it('given a printed ticket, when its result is recorded, then the printer counts it', async () => {
    const printed = 'okienko_print_results_total{printer="kiosk-1-printer",result="printed"}';
    expect(await scrape()).toContain(`${printed} `);
    await expect.poll(async () => valueOf(await scrape(), printed), { timeout: 30_000 }).toBe(2);
  });

  it('given the documentation, when it is compared with a scrape, then it has every name and no other', async () => {
    const api = readFileSync(new URL('../docs/API.md', import.meta.url), 'utf8');
    const section = required(/## `GET \/metrics`\n(.*?)(?=\n## |$)/s.exec(api)?.[1], 'the section on metrics');
    const documented = [...section.matchAll(/^\| `(\w+)`/gm)].map(([, name]) => required(name, 'a name'));
    expect(documented.toSorted()).toEqual(namesIn(await scrape()));
  });
});
