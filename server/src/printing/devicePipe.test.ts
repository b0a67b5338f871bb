import { type BytePipe, tcpPipeOpener } from '@okienko/pipe';
import { idSchemas, type KioskPrinterLink, parse, pipeOperationSchema, type PipeOperation } from '@okienko/shared';
import { afterEach, describe, expect, it } from 'vitest';
import { processClock } from '../clocks.ts';
import { devicePipeOpener } from './devicePipe.ts';
import { createPipedPrinterPort, defaultPrinterTimeouts } from './pipedPrinterPort.ts';
import { printerProfileOf } from './printerProfiles.ts';
import { startVirtualPrinter } from './virtualPrinter.ts';

const deviceId = idSchemas.device.parse('kiosk-1');
const open: { readonly close: () => Promise<unknown> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.close()));
});

const linkOf = (ask: KioskPrinterLink['ask']): KioskPrinterLink => ({ deviceId, ask });
const answering = (outcome: unknown) => linkOf(async () => outcome);

/** A kiosk's page whose window reaches a virtual printer over TCP. */
async function kioskWithPrinter() {
  const printer = await startVirtualPrinter({ port: 0, now: () => 0, machineClock: processClock });
  open.push(printer);
  const heard: PipeOperation[] = [];
  let pipe: BytePipe | null = null;
  const link = linkOf(async (operation) => {
    heard.push(operation);
    expect(parse(pipeOperationSchema, operation).isValid).toBe(true);
    if (operation.type === 'open') {
      const opening = await tcpPipeOpener(printer.address)(operation.timeoutMs);
      if (opening.kind === 'refused') return { answer: 'refused', problem: opening.problem };
      ({ pipe } = opening);
      return { answer: 'opened' };
    }
    return pipe === null ? { answer: 'lost' } : carryOut(pipe, operation);
  });
  return { printer, link, heard };
}

async function carryOut(pipe: BytePipe, operation: Exclude<PipeOperation, { type: 'open' }>): Promise<unknown> {
  switch (operation.type) {
    case 'write':
      return { answer: await pipe.write(Buffer.from(operation.bytes, 'base64'), operation.timeoutMs) };
    case 'read': {
      const reading = await pipe.read(operation.timeoutMs);
      if (reading.kind !== 'bytes') return { answer: reading.kind };
      return { answer: 'bytes', bytes: Buffer.from(reading.bytes).toString('base64') };
    }
    case 'finish':
      return { answer: 'finished', isWhole: await pipe.finish(operation.timeoutMs) };
    case 'destroy':
      pipe.destroy();
      return { answer: 'finished', isWhole: false };
  }
}

function portThrough(links: readonly KioskPrinterLink[]) {
  const refusals: string[] = [];
  const port = createPipedPrinterPort({
    openPipe: devicePipeOpener(() => links),
    profile: printerProfileOf('epson80'),
    timeouts: { ...defaultPrinterTimeouts, confirmTimeoutMs: 500 },
    machineClock: processClock,
    onRefused: (problem) => void refusals.push(problem),
  });
  return { port, refusals };
}

const job = (text: string) => ({ jobId: text, compose: () => Buffer.from(`\u001b@${text}\n\u001dVB\u0000`, 'latin1') });

describe('printing on the printer beside a kiosk', () => {
  // P-40
  it('given its page, then state, ticket and confirmation go through it, and the ticket is printed', async () => {
    const { printer, link, heard } = await kioskWithPrinter();
    const { port } = portThrough([link]);
    expect(await port.print(job('D046'))).toEqual({ result: 'printed' });
    expect(printer.tickets()).toHaveLength(1);
    expect(heard.map(({ type }) => type).filter((type, at, all) => type !== all[at - 1])[0]).toBe('open');
    await printer.pretend('paperOut');
    expect(await port.print(job('D047'))).toEqual({ result: 'failed', reason: 'paperOut' });
  });

  // P-41
  it('given two jobs, then each has a connection of its own and every operation names it', async () => {
    const { link, heard } = await kioskWithPrinter();
    const { port } = portThrough([link]);
    await port.print(job('D046'));
    await port.status();
    const ids = heard.map(({ connectionId }) => connectionId);
    expect(new Set(ids)).toEqual(new Set([1, 2]));
    expect(ids).toEqual(ids.toSorted((one, other) => one - other));
  });

  // P-44
  it('given a ticket that is longer than a message, then it goes in pieces, in order', async () => {
    const { printer, link, heard } = await kioskWithPrinter();
    const { port } = portThrough([link]);
    const long = 'x'.repeat(70_000);
    expect(await port.print(job(long))).toEqual({ result: 'printed' });
    const pieces = heard.flatMap((each) => (each.type === 'write' ? [Buffer.from(each.bytes, 'base64').length] : []));
    expect(pieces.filter((length) => length > 100)).toEqual([32_768, 32_768, 70_007 - 2 * 32_768]);
    const words = printer.tickets()[0]?.operations.flatMap((each) => (each.type === 'text' ? [each.text] : []));
    expect(words?.join('')).toBe(long);
  });

  // P-43
  it.each([
    ['no page', [], 'notConnected'],
    ['a page in a browser', [answering({ answer: 'refused', problem: 'noBridge' })], 'noBridge'],
    ['a page that says nothing', [answering(null)], 'noAnswer'],
    ['a page that says nonsense', [answering({ answer: 'opened!' })], 'noAnswer'],
    ['a page that says too much', [answering({ answer: 'refused', problem: 'x'.repeat(5_000) })], 'noAnswer'],
  ])('given %s, then the printer is unreachable and the log has the word for it', async (_, links, problem) => {
    const { port, refusals } = portThrough(links);
    expect(await port.print(job('D046'))).toEqual({ result: 'failed', reason: 'unreachable' });
    expect(refusals).toEqual([problem]);
  });

  it('given several pages, then the newest that has a printer prints', async () => {
    const { printer, link } = await kioskWithPrinter();
    const { port } = portThrough([answering({ answer: 'refused', problem: 'noBridge' }), link]);
    expect(await port.print(job('D046'))).toEqual({ result: 'printed' });
    expect(printer.tickets()).toHaveLength(1);
  });

  // P-42
  it.each([
    ['goes', null],
    ['says nonsense', { answer: 'written', bytes: 7, isWhole: 'yes' }],
    ['says too much', { answer: 'bytes', bytes: 'A'.repeat(20_000) }],
  ])(
    'given a page that %s in the middle of a ticket, then the outcome is unknown and nothing is sent again',
    async (_, outcome) => {
      const { link } = await kioskWithPrinter();
      let tickets = 0;
      const failing = linkOf(async (operation, timeoutMs) => {
        const isTicket = operation.type === 'write' && Buffer.from(operation.bytes, 'base64').includes('D046');
        if (isTicket) tickets += 1;
        return tickets > 0 ? outcome : link.ask(operation, timeoutMs);
      });
      const { port } = portThrough([failing]);
      expect(await port.print(job('D046'))).toEqual({ result: 'unknown' });
      expect(tickets).toBe(1);
    },
  );
});
