import { describe, expect, it } from 'vitest';
import { tcpPipeOpener } from '@okienko/pipe';
import { translatorOf } from '@okienko/shared/text';
import { processClock } from '../clocks.ts';
import { drawTicket } from './drawTicket.ts';
import { decodeEscpos, freshDecoder } from './escposDecoder.ts';
import type { PrinterPort, PrintOutcome } from './printerPort.ts';
import { printerProfileOf } from './printerProfiles.ts';
import { createPrintJobs, type DispatchedJob, type PrintFault, type PrintJobsOptions } from './printJobs.ts';
import { createPipedPrinterPort, defaultPrinterTimeouts } from './pipedPrinterPort.ts';
import type { TicketFacts } from './ticketFacts.ts';
import { startVirtualPrinter } from './virtualPrinter.ts';

const generic80 = printerProfileOf('generic80');

const facts: TicketFacts = {
  placeName: ['Punkt Obsługi Mieszkańców', 'Galeria Bronowice'],
  ticketNumber: 'D046',
  serviceName: 'Dowód osobisty',
  isPriority: false,
  language: 'pl',
  peopleAhead: 3,
  waitRange: null,
  counterLabels: ['2'],
  bring: [],
  issuedAtText: { date: '24.11.2026', time: '14:05' },
  closesAtText: null,
  followUrl: null,
  copy: null,
};
const job = (jobId: string, printerId = 'hall'): DispatchedJob => ({
  jobId,
  ticketId: `t-${jobId}`,
  printerId,
  isCopy: false,
});

type FakePort = PrinterPort & { readonly printed: Uint8Array[] };
function fakePort(print: () => Promise<PrintOutcome> = async () => ({ result: 'printed' })): FakePort {
  const printed: Uint8Array[] = [];
  return {
    printed,
    async print({ compose }) {
      const outcome = await print();
      printed.push(compose());
      return outcome;
    },
    status: async () => ({ state: 'ready' }),
    isIdle: () => true,
    close: async () => undefined,
  };
}

function setUp(port: PrinterPort, changes: Partial<PrintJobsOptions<DispatchedJob>> = {}) {
  const reported: (readonly [string, PrintOutcome])[] = [];
  const faults: PrintFault[] = [];
  const jobs = createPrintJobs<DispatchedJob>({
    submit: ({ jobId }, outcome) => void reported.push([jobId, outcome]),
    printerOf: () => ({ port, profile: generic80 }),
    factsOf: () => facts,
    translate: translatorOf,
    onFault: (fault) => faults.push(fault),
    ...changes,
  });
  return { jobs, reported, faults };
}

const numberOn = (bytes: Uint8Array) =>
  drawTicket(
    decodeEscpos(freshDecoder, bytes).operations.map(({ operation }) => operation),
    576,
  ).title;

describe('print jobs', () => {
  it('given a job, then its ticket is printed and its one outcome reported', async () => {
    const port = fakePort();
    const { jobs, reported, faults } = setUp(port);
    jobs.dispatch(job('1'));
    await jobs.idle();
    expect(reported).toEqual([['1', { result: 'printed' }]]);
    expect(port.printed.map(numberOn)).toEqual(['D046']);
    expect(faults).toEqual([]);
  });

  it('given the same job again, then it is neither printed nor reported again', async () => {
    const port = fakePort();
    const { jobs, reported } = setUp(port);
    jobs.dispatch(job('1'));
    jobs.dispatch(job('1'));
    await jobs.idle();
    jobs.dispatch(job('1'));
    await jobs.idle();
    expect([port.printed.length, reported.length]).toEqual([1, 1]);
  });

  it.each([{ result: 'failed', reason: 'paperOut' }, { result: 'sentUnconfirmed' }, { result: 'unknown' }] as const)(
    'given the outcome $result of the port, then it is reported as it is',
    async (outcome) => {
      const { jobs, reported } = setUp(fakePort(async () => outcome));
      jobs.dispatch(job('1'));
      await jobs.idle();
      expect(reported).toEqual([['1', outcome]]);
    },
  );

  it('given facts read at dispatch, when they change while the printer is busy, then the ticket says what was true', async () => {
    const busy = Promise.withResolvers<PrintOutcome>();
    const port = fakePort(() => busy.promise);
    let ticketNumber = 'D046';
    const { jobs } = setUp(port, { factsOf: () => ({ ...facts, ticketNumber }) });
    jobs.dispatch(job('1'));
    jobs.dispatch(job('2'));
    ticketNumber = 'X999';
    busy.resolve({ result: 'printed' });
    await jobs.idle();
    expect(port.printed.map(numberOn)).toEqual(['D046', 'D046']);
  });

  it('given no such printer or ticket, then the job fails and the fault is told', async () => {
    const withoutPrinter = setUp(fakePort(), { printerOf: () => null });
    withoutPrinter.jobs.dispatch(job('1', 'gone'));
    await withoutPrinter.jobs.idle();
    expect(withoutPrinter.reported).toEqual([['1', { result: 'failed', reason: 'fault' }]]);
    expect(withoutPrinter.faults).toMatchObject([{ jobId: '1', printerId: 'gone', stage: 'compose' }]);

    const withoutTicket = setUp(fakePort(), { factsOf: () => null });
    withoutTicket.jobs.dispatch(job('1'));
    await withoutTicket.jobs.idle();
    expect(withoutTicket.reported).toEqual([['1', { result: 'failed', reason: 'fault' }]]);
  });

  it('given a ticket that cannot be composed, then the job fails, the fault is told and the next job is printed', async () => {
    const port = fakePort();
    const followUrl = 'https://kolejka.example/ą';
    const { jobs, reported, faults } = setUp(port, {
      factsOf: ({ jobId }) => (jobId === '1' ? { ...facts, followUrl } : facts),
    });
    jobs.dispatch(job('1'));
    jobs.dispatch(job('2'));
    await jobs.idle();
    expect(reported).toEqual([
      ['1', { result: 'failed', reason: 'fault' }],
      ['2', { result: 'printed' }],
    ]);
    expect(faults).toMatchObject([{ jobId: '1', stage: 'compose' }]);
  });

  it('given a port that breaks its promise, then the outcome is unknown, because something may have been sent', async () => {
    const { jobs, reported, faults } = setUp(fakePort(() => Promise.reject(new Error('broken'))));
    jobs.dispatch(job('1'));
    await jobs.idle();
    expect(reported).toEqual([['1', { result: 'unknown' }]]);
    expect(faults).toMatchObject([{ stage: 'port' }]);
  });

  it('given a report that fails, then the fault is told and nothing is thrown', async () => {
    const { jobs, faults } = setUp(fakePort(), { submit: () => Promise.reject(new Error('engine stopped')) });
    jobs.dispatch(job('1'));
    await jobs.idle();
    expect(faults).toMatchObject([{ jobId: '1', stage: 'report' }]);
  });

  it('given one printer that hangs, then the other one prints', async () => {
    const hanging = Promise.withResolvers<PrintOutcome>();
    const ports = { hall: fakePort(() => hanging.promise), office: fakePort() };
    const { jobs, reported } = setUp(ports.hall, {
      printerOf: (id) => ({ port: id === 'hall' ? ports.hall : ports.office, profile: generic80 }),
    });
    jobs.dispatch(job('1', 'hall'));
    jobs.dispatch(job('2', 'office'));
    await expect.poll(() => reported).toEqual([['2', { result: 'printed' }]]);
    hanging.resolve({ result: 'unknown' });
    await jobs.idle();
    expect(reported).toHaveLength(2);
  });

  it('given the virtual printer over TCP, then the strip reads as the ticket, Polish letters right', async () => {
    const printer = await startVirtualPrinter({ port: 0, now: () => 0, machineClock: processClock });
    const port = createPipedPrinterPort({
      openPipe: tcpPipeOpener(printer.address),
      profile: generic80,
      timeouts: defaultPrinterTimeouts,
      machineClock: processClock,
      onRefused: () => undefined,
    });
    const { jobs, reported } = setUp(port);
    jobs.dispatch(job('1'));
    await jobs.idle();
    const { blocks, title } = drawTicket(printer.tickets()[0]?.operations ?? [], 576);
    const lines = blocks.flatMap((block) =>
      block.kind === 'line' ? [block.runs.map((run) => run.text).join('')] : [],
    );
    expect(reported).toEqual([['1', { result: 'printed' }]]);
    expect(title).toBe('D046');
    expect(lines.slice(0, 3)).toEqual(['Punkt Obsługi Mieszkańców', 'Galeria Bronowice', 'Twój numer']);
    expect(lines.at(-1)).toBe('D046 · 24.11.2026 14:05');
    await port.close();
    await printer.close();
  });
});
