import { tcpPipeOpener } from '@okienko/pipe';
import { instantOf, type PretendedFault, type PrinterCondition } from '@okienko/shared';
import { afterEach, describe, expect, it } from 'vitest';
import { processClock } from '../clocks.ts';
import { createPipedPrinterPort, defaultPrinterTimeouts, type PrinterTimeouts } from './pipedPrinterPort.ts';
import { createPrinterConditions } from './printerConditions.ts';
import type { PrintOutcome } from './printerPort.ts';
import { printerProfileOf } from './printerProfiles.ts';
import type { PrinterProfileName } from './printerProfile.ts';
import { startVirtualPrinter } from './virtualPrinter.ts';

const open: { readonly close: () => Promise<unknown> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.close()));
});

const quick: PrinterTimeouts = { ...defaultPrinterTimeouts, statusTimeoutMs: 400, confirmTimeoutMs: 3_000 };
const ticket = (text: string) => Buffer.from(`\u001b@${text}\nreszta ${text}\n\u001dVB\u0000`, 'latin1');
const job = (text: string) => ({ jobId: text, compose: () => ticket(text) });

type Scene = {
  readonly profile?: PrinterProfileName;
  readonly timeouts?: Partial<PrinterTimeouts>;
  readonly slowMs?: number;
};

/** A port to a virtual printer that has answered once, as one in service has. */
async function inService({ profile = 'generic80', timeouts = {}, slowMs = 100 }: Scene) {
  const printer = await startVirtualPrinter({ port: 0, now: () => 0, machineClock: processClock, slowMs });
  open.push(printer);
  const port = createPipedPrinterPort({
    openPipe: tcpPipeOpener(printer.address),
    profile: printerProfileOf(profile),
    timeouts: { ...quick, ...timeouts },
    machineClock: processClock,
    onRefused: () => undefined,
  });
  expect(await port.status()).toEqual({ state: 'ready' });
  const conditions = createPrinterConditions<string>();
  const look = async (): Promise<PrinterCondition> => {
    conditions.noteStatus('hall', await port.status(), instantOf(0));
    return conditions.of('hall');
  };
  const print = async (text: string): Promise<PrintOutcome> => {
    const outcome = await port.print(job(text));
    conditions.noteOutcome('hall', outcome, instantOf(0));
    return outcome;
  };
  /** The strips in the order in which they came out, each by its words and whether it was cut. */
  const strips = () =>
    printer
      .tickets()
      .map(({ operations, isCut }) => {
        const words = operations.flatMap((each) => (each.type === 'text' ? [each.text] : []));
        return `${words.join(' ')}${isCut ? ' |' : ''}`;
      })
      .reverse();
  return { printer, port, print, look, conditions, strips };
}

const whole = (text: string) => `${text} reszta ${text} |`;

type Expected = readonly [
  fault: PretendedFault,
  outcome: PrintOutcome,
  condition: PrinterCondition,
  strips: readonly string[],
];

/** What each fault makes of a ticket, of what is known of the printer, and of the paper when the fault is over. */
const faults: readonly Expected[] = [
  ['none', { result: 'printed' }, { state: 'ready' }, [whole('D046')]],
  ['paperLow', { result: 'printed' }, { state: 'paperLow' }, [whole('D046')]],
  ['paperOut', { result: 'failed', reason: 'paperOut' }, { state: 'notPrinting', reason: 'paperOut' }, []],
  ['coverOpen', { result: 'failed', reason: 'coverOpen' }, { state: 'notPrinting', reason: 'coverOpen' }, []],
  ['offline', { result: 'failed', reason: 'offline' }, { state: 'notPrinting', reason: 'offline' }, []],
  ['unplugged', { result: 'failed', reason: 'unreachable' }, { state: 'notPrinting', reason: 'unreachable' }, []],
  ['slow', { result: 'printed' }, { state: 'ready' }, [whole('D046')]],
  ['diesInMidJob', { result: 'unknown' }, { state: 'notPrinting', reason: 'unreachable' }, ['D046']],
  ['answersNothing', { result: 'failed', reason: 'offline' }, { state: 'notPrinting', reason: 'offline' }, []],
  ['garbage', { result: 'failed', reason: 'fault' }, { state: 'notPrinting', reason: 'fault' }, []],
];

describe.each(['generic80', 'epson80', 'kiosk80'] as const)('each fault of a %s', (profile) => {
  it.each(faults)(
    'given %s, then the job ends as %j, people see %j, and nothing of it comes out late',
    async (fault, outcome, condition, stripsOfIt) => {
      const { printer, print, look, strips } = await inService({ profile });
      await printer.pretend(fault);
      expect(await print('D046')).toEqual(outcome);
      expect(await look()).toEqual(condition);
      await printer.pretend('none');
      expect(await look()).toEqual({ state: 'ready' });
      expect(await print('D047')).toEqual({ result: 'printed' });
      expect(strips()).toEqual([...stripsOfIt, whole('D047')]);
    },
  );
});

describe('a roll that ends in the middle of a ticket', () => {
  it.each(['epson80', 'kiosk80'] as const)(
    'given a %s, which can be cleared, then the rest of the ticket never comes out and the next one is alone',
    async (profile) => {
      const { printer, print, look, strips } = await inService({ profile, timeouts: { confirmTimeoutMs: 300 } });
      await printer.pretend('paperEnds');
      expect(await look()).toEqual({ state: 'paperLow' });
      expect(await print('D046')).toEqual({ result: 'unknown' });
      expect(await look()).toEqual({ state: 'notPrinting', reason: 'paperOut' });
      expect(await print('D047')).toEqual({ result: 'failed', reason: 'paperOut' });
      await printer.pretend('none');
      expect(await look()).toEqual({ state: 'ready' });
      expect(await print('D048')).toEqual({ result: 'printed' });
      expect(strips()).toEqual(['D046', whole('D048')]);
    },
  );

  it('given a generic80, which cannot, then the rest comes out at the reload, and the next one is alone all the same', async () => {
    const { printer, print, look, strips } = await inService({ timeouts: { confirmTimeoutMs: 300 } });
    await printer.pretend('paperEnds');
    expect(await print('D046')).toEqual({ result: 'unknown' });
    expect(await look()).toEqual({ state: 'notPrinting', reason: 'paperOut' });
    await printer.pretend('none');
    expect(await print('D047')).toEqual({ result: 'printed' });
    expect(strips()).toEqual([whole('D046'), whole('D047')]);
  });
});

describe('a confirmation', () => {
  it('given GS ( H, then only the id of this very job confirms it', async () => {
    const { print, strips } = await inService({ profile: 'epson80' });
    expect(await print('D046')).toEqual({ result: 'printed' });
    expect(await print('D047')).toEqual({ result: 'printed' });
    expect(strips()).toEqual([whole('D046'), whole('D047')]);
  });

  it('given a profile that confirms nothing, then the state is asked all the same and the job is unconfirmed', async () => {
    const { printer, print } = await inService({ profile: 'generic58' });
    expect(await print('D046')).toEqual({ result: 'sentUnconfirmed' });
    await printer.pretend('paperOut');
    expect(await print('D047')).toEqual({ result: 'failed', reason: 'paperOut' });
  });
});

describe('a job that waited', () => {
  it('given one behind a stuck printer for longer than its limit, then it is not sent, and fresh ones are', async () => {
    const timeouts = { confirmTimeoutMs: 5_000, expiryMs: 400 };
    const { printer, print, strips, conditions } = await inService({ timeouts, slowMs: 1_000 });
    await printer.pretend('slow');
    const outcomes = await Promise.all([print('D046'), print('D047')]);
    expect(outcomes).toEqual([{ result: 'printed' }, { result: 'failed', reason: 'expired' }]);
    await printer.pretend('none');
    expect(await print('D048')).toEqual({ result: 'printed' });
    expect(conditions.of('hall')).toEqual({ state: 'ready' });
    expect(strips()).toEqual([whole('D046'), whole('D048')]);
  });
});
