import { readFileSync } from 'node:fs';
import {
  after,
  type Configuration,
  configurationSchema,
  instantOf,
  type JournalEvent,
  journalEventSchema,
  minutes,
  type PrintResult,
} from '@okienko/shared';
import { afterEach, describe, expect, it } from 'vitest';
import { processClock } from '../clocks.ts';
import { createBranchPaper } from './branchPaper.ts';
import { type BranchPrinters, openBranchPrinters } from './branchPrinters.ts';
import { paperOrderOf } from './paperOrder.ts';
import { ticketFactsOf } from './ticketFactsOf.ts';

const file = new URL('../../examples/pom-bronowice.json', import.meta.url);
const example: Configuration = configurationSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
const uuid = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;
/** 24 November 2026, 14:05 in Kraków. */
const at = instantOf(Date.UTC(2026, 10, 24, 13, 5));
const open: BranchPrinters[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((printers) => printers.close()));
});

function issued(isOnPaper: boolean, serviceId = 'dowod-wniosek'): JournalEvent {
  const ticketId = uuid(1);
  const printJob = { jobId: uuid(2), ticketId, printerId: 'kiosk-1-printer', isCopy: false };
  return journalEventSchema.parse({
    type: 'TicketIssued',
    ticketId,
    ticketNumber: 'D046',
    serviceId,
    priorityClass: 'priority',
    language: 'pl',
    origin: 'kiosk',
    slotAt: null,
    peopleAhead: 3,
    waitRange: { fromMinutes: 10, toMinutes: 20 },
    counterIds: ['c2', 'c3'],
    printJob: isOnPaper ? printJob : null,
  });
}

function reprinted(): JournalEvent {
  const ticketId = uuid(1);
  return journalEventSchema.parse({
    type: 'TicketReprinted',
    ticketId,
    ticketNumber: 'D046',
    serviceId: 'dowod-wniosek',
    counterId: 'c2',
    priorityClass: 'priority',
    language: 'pl',
    issuedAt: at,
    atIssue: { peopleAhead: 3, waitRange: { fromMinutes: 10, toMinutes: 20 }, counterIds: ['c2', 'c3'] },
    printJob: { jobId: uuid(3), ticketId, printerId: 'kiosk-1-printer', isCopy: true },
  });
}

async function paper() {
  const printers = await openBranchPrinters({
    configuration: example,
    instead: new Map(),
    now: () => at,
    machineClock: processClock,
    onUnreachable: () => undefined,
  });
  open.push(printers);
  const reports: (readonly [string, PrintResult])[] = [];
  const faults: unknown[] = [];
  const branchPaper = createBranchPaper({
    printers,
    branch: () => ({ configuration: example, closesAt: '18:00', followUrlOf: () => null }),
    now: () => at,
    report: ({ jobId }, outcome) => void reports.push([jobId, outcome]),
    onFault: (fault) => faults.push(fault),
  });
  return { ...branchPaper, printers, reports, faults };
}

describe('the paper of committed events', () => {
  it('given a ticket on paper, when its event comes twice, then it is printed and reported once', async () => {
    const { printOrdered, idle, printers, reports, faults } = await paper();
    printOrdered([{ event: issued(true), at }]);
    printOrdered([{ event: issued(true), at }]);
    await idle();
    expect(reports).toEqual([[uuid(2), { result: 'printed' }]]);
    expect(printers.virtual?.tickets()).toHaveLength(1);
    expect(faults).toEqual([]);
  });

  it('given a ticket without paper and other events, when they come, then nothing is printed', async () => {
    const { printOrdered, idle, printers, reports } = await paper();
    printOrdered([
      { event: issued(false), at },
      { event: journalEventSchema.parse({ type: 'BusinessDayStarted', businessDate: '2026-11-24' }), at },
    ]);
    await idle();
    expect(reports).toEqual([]);
    expect(printers.virtual?.tickets()).toEqual([]);
  });

  it('given a service that the configuration no longer has, when it is printed, then it fails and somebody is told', async () => {
    const { printOrdered, idle, printers, reports, faults } = await paper();
    printOrdered([{ event: issued(true, 'gone'), at }]);
    await idle();
    expect(reports).toEqual([[uuid(2), { result: 'failed', reason: 'fault' }]]);
    expect(faults).toHaveLength(1);
    expect(printers.alarms()).toMatchObject([{ kind: 'printerFault', problem: 'fault' }]);
  });
});

describe('what a ticket says', () => {
  const now = { closesAt: '18:00', followUrl: 'https://kolejka.example/POM/t' };

  it('given an issued ticket, then its paper has place, number, service, waits, counters, what to bring and the foot line', () => {
    const order = paperOrderOf(issued(true), at);
    expect(order !== null && ticketFactsOf(order, example, now)).toMatchObject({
      placeName: ['Punkt Obsługi Mieszkańców', 'Galeria Bronowice'],
      ticketNumber: 'D046',
      serviceName: 'Dowód osobisty – złożenie wniosku',
      isPriority: true,
      peopleAhead: 3,
      waitRange: { fromMinutes: 10, toMinutes: 20 },
      counterLabels: ['2', '3'],
      issuedAtText: { date: '24.11.2026', time: '14:05' },
      closesAtText: '18:00',
      followUrl: now.followUrl,
      copy: null,
    });
  });

  it('given a copy ordered an hour later, then it says the same, and that it is a copy of that hour', () => {
    const first = paperOrderOf(issued(true), at);
    const copy = paperOrderOf(reprinted(), after(at, minutes(60)));
    expect(first !== null && copy !== null && ticketFactsOf(copy, example, now)).toEqual({
      ...(first === null ? {} : ticketFactsOf(first, example, now)),
      copy: { printedAtTime: '15:05' },
    });
  });
});
