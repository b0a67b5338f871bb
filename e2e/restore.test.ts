import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  type CommandResult,
  type JournalEvent,
  journalEventSchema,
  kioskContract,
  required,
  type TicketNumber,
} from '@okienko/shared';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './support/browser.ts';
import { connectDevice, issueTicket } from './support/deviceClient.ts';
import { beginTraffic, type HallTraffic, type Promised } from './support/hallTraffic.ts';
import { runJournal } from './support/journalProgram.ts';
import { type RunningServer, startServer, temporaryFolder } from './support/startServer.ts';

/** The whole story once: load, a backup under it, more load, a power cut, a restore, the rest of the day. */
describe('a backup under load and what becomes of it', () => {
  const folder = temporaryFolder();
  const data = join(folder, 'data');
  const backup = join(folder, 'backup.sqlite');
  let browser: Browser;
  let board: Page;
  let server: RunningServer;
  let before: HallTraffic;
  let later: HallTraffic;
  let backupSeq: number;
  let restoreWords: string;
  let firstJournal: string;
  let events: readonly Line[];

  beforeAll(async () => {
    browser = await openBrowser();
    const first = await startServer({ dataFolder: data });
    const port = Number(new URL(first.url).port);
    firstJournal = await journalIdOf(first);
    board = await browser.newPage();
    await board.goto(`${first.url}display/?device=hall-1`);
    before = await beginTraffic(first.url);
    await before.more(200);
    const backedUp = runJournal('backup', backup, '--data', data);
    // The hall goes on while the copy is made, and after it, until the power goes.
    backupSeq = Number(/event (\d+), hash/.exec(await backedUp)?.[1]);
    await before.more(400);
    await first.kill();
    await before.stop();
    restoreWords = await runJournal('restore', backup, '--data', data);
    server = await startServer({ dataFolder: data, port });
    later = await beginTraffic(server.url);
    await later.more(200);
    await later.stop();
    events = linesIn(await runJournal('export', '--data', data));
  });
  afterAll(async () => {
    await browser?.close();
    await server?.kill();
  });

  it('given everything that was acknowledged up to the backup, then it is there, in its place, and nothing is twice', () => {
    const kept = before.promised.filter(({ seq }) => seq <= backupSeq);
    expect(kept.length).toBeGreaterThan(200);
    const bySeq = new Map(events.map((line) => [line.seq, line]));
    const missing = kept.filter(({ seq, commandId }) => bySeq.get(seq)?.commandId !== commandId);
    expect(missing).toEqual([]);
    expect(kept.filter((promise) => !isKept(promise, bySeq.get(promise.seq)))).toEqual([]);
    const issued = numbersIn(events);
    expect(new Set(issued).size).toBe(issued.length);
    const called = events.flatMap(({ event }) => (event.type === 'TicketCalled' ? [event.ticketId] : []));
    expect(new Set(called).size).toBe(called.length);
  });

  it('given the rest of the day, then its numbers are beyond everything that was handed out before the cut', () => {
    const lost = before.promised.filter(({ seq }) => seq > backupSeq);
    expect(lost.length).toBeGreaterThan(300);
    const handedOut = greatestByLetter(before.promised.flatMap(({ result }) => numberIn(result)));
    const fresh = later.promised.flatMap(({ result }) => numberIn(result));
    expect(fresh.length).toBeGreaterThan(50);
    const twins = fresh.filter((number) => countOf(number) <= (handedOut.get(number.slice(0, 1)) ?? 0));
    expect(twins).toEqual([]);
  });

  it('given the restored journal, then it is sound, has another id, and the former one is kept', async () => {
    const verified = await runJournal('verify', '--data', data);
    expect(verified).toMatch(/Sound: /);
    expect(verified).toContain(`at event ${backupSeq}, from ${firstJournal}; numbers skip `);
    expect(await journalIdOf(server)).not.toBe(firstJournal);
    expect(new Set(later.promised.map(({ seq }) => seq > backupSeq))).toEqual(new Set([true]));
    const skip = Number(/skip (\d+)\./.exec(restoreWords)?.[1]);
    expect(skip).toBeGreaterThanOrEqual(50);
    expect(events.filter(({ event }) => event.type === 'JournalRestored')).toMatchObject([
      { seq: backupSeq + 1, event: { numberSkip: skip, previousJournalId: firstJournal } },
    ]);
    expect(readdirSync(data).filter((name) => name.startsWith('before-restore-'))).toHaveLength(1);
  });

  it('given screens of before the cut, then the board came back by itself, and pictures count who waits [P-19]', async () => {
    const calls = events.flatMap(({ seq, event }) => (seq > backupSeq && event.type === 'TicketCalled' ? [event] : []));
    const shown = new Set(calls.map(({ ticketNumber }) => `[data-ticket-number="${ticketNumber}"]`));
    await board
      .locator([...shown].join(', '))
      .first()
      .waitFor({ timeout: 30_000 });
    const kiosk = await connectDevice(server.url, 'kiosk', 'kiosk-1');
    const subscription = kioskContract.parseSubscription(await kiosk.subscribe());
    const snapshot =
      subscription.isValid && subscription.value.answer === 'snapshot' ? subscription.value.snapshot : null;
    expect(snapshot?.journalId).toBe(await journalIdOf(server));
    const waiting = Object.fromEntries(Object.entries(snapshot?.view.waiting ?? {}).filter(([, count]) => count !== 0));
    expect(waiting).toEqual(waitingIn(events));
    kiosk.close();
  });

  it('given a press of before the backup that comes again, then it gets its first answer; a lost one acts anew [P-19]', async () => {
    const kiosk = await connectDevice(server.url, 'kiosk', 'kiosk-1');
    const ofTickets = before.promised.filter(({ result }) => result.type === 'ticketIssued');
    const kept = required(
      ofTickets.find(({ seq }) => seq <= backupSeq),
      'a ticket of before the backup',
    );
    const lost = required(ofTickets.at(-1), 'a ticket of after it');
    const again = await kiosk.send(issueTicket('pisma'), kept.commandId);
    expect(again).toMatchObject({ answer: 'accepted', seq: kept.seq, journalId: await journalIdOf(server) });
    expect(again.answer === 'accepted' ? numberIn(again.result) : []).toEqual(numberIn(kept.result));
    const anew = await kiosk.send(issueTicket('pisma'), lost.commandId);
    expect(anew.answer === 'accepted' ? numberIn(anew.result) : []).not.toEqual(numberIn(lost.result));
    kiosk.close();
  });
});

type Line = { readonly seq: number; readonly commandId: string; readonly event: JournalEvent };

function linesIn(output: string): readonly Line[] {
  return output
    .trimEnd()
    .split('\n')
    .map((line) => {
      const { seq, commandId, type, payload } = fieldsOf(JSON.parse(line));
      const event = journalEventSchema.parse({ ...fieldsOf(payload), type });
      return { seq: Number(seq), commandId: String(commandId), event };
    });
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

async function journalIdOf({ url }: RunningServer): Promise<string> {
  const response = await fetch(`${url}healthz`);
  return String(fieldsOf(await response.json())['journalId']);
}

/** Whether the event where the acknowledgement pointed says what the caller was told. */
function isKept({ result }: Promised, line: Line | undefined): boolean {
  const event = line?.event;
  switch (result.type) {
    case 'ticketIssued':
      return event?.type === 'TicketIssued' && event.ticketNumber === result.ticketNumber;
    case 'ticketCalled':
      return event?.type === 'TicketCalled' && event.ticketNumber === result.ticketNumber;
    case 'reprintOrdered':
      return event?.type === 'TicketReprinted';
    case 'done':
      return event !== undefined;
  }
}

function numbersIn(lines: readonly Line[]): readonly TicketNumber[] {
  return lines.flatMap(({ event }) => (event.type === 'TicketIssued' ? [event.ticketNumber] : []));
}

function numberIn(result: CommandResult): readonly TicketNumber[] {
  return result.type === 'ticketIssued' ? [result.ticketNumber] : [];
}

function countOf(number: TicketNumber): number {
  return Number(number.slice(1));
}

function greatestByLetter(numbers: readonly TicketNumber[]): ReadonlyMap<string, number> {
  const greatest = new Map<string, number>();
  for (const number of numbers) {
    const letter = number.slice(0, 1);
    greatest.set(letter, Math.max(countOf(number), greatest.get(letter) ?? 0));
  }
  return greatest;
}

function waitingIn(lines: readonly Line[]): Readonly<Record<string, number>> {
  const waiting: Record<string, number> = {};
  for (const { event } of lines) {
    if (event.type === 'TicketIssued') waiting[event.serviceId] = (waiting[event.serviceId] ?? 0) + 1;
    if (event.type === 'TicketCalled') waiting[event.serviceId] = (waiting[event.serviceId] ?? 0) - 1;
  }
  return Object.fromEntries(Object.entries(waiting).filter(([, count]) => count > 0));
}
