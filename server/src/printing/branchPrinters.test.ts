import { readFileSync } from 'node:fs';
import { type Configuration, configurationSchema, idSchemas, instantOf } from '@okienko/shared';
import { afterEach, describe, expect, it } from 'vitest';
import { processClock } from '../clocks.ts';
import { type BranchPrinters, openBranchPrinters, printerInstead } from './branchPrinters.ts';

const file = new URL('../../examples/pom-bronowice.json', import.meta.url);
const example: Configuration = configurationSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
const printerId = idSchemas.printer.parse('kiosk-1-printer');
const open: BranchPrinters[] = [];
const unreachable: string[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((printers) => printers.close()));
});

async function printersOf(configuration = example, instead = printerInstead(configuration, null)) {
  const printers = await openBranchPrinters({
    configuration,
    instead,
    now: () => instantOf(0),
    machineClock: processClock,
    onUnreachable: (_, problem) => void unreachable.push(problem),
  });
  open.push(printers);
  return printers;
}

describe('the printers of a branch', () => {
  it('given the example, when they are opened, then the kiosk has a virtual one and an unknown id has none', async () => {
    const printers = await printersOf();
    expect(await printers.printerOf(printerId)?.port.status()).toEqual({ state: 'ready' });
    expect(printers.virtual?.tickets()).toEqual([]);
    expect(printers.printerOf(idSchemas.printer.parse('another'))).toBeNull();
  });

  it('given another printer on the command line, when they are opened, then the first kiosk prints there', async () => {
    const instead = printerInstead(example, { kind: 'tcp', host: '127.0.0.1', port: 1 });
    const printers = await printersOf(example, instead);
    expect(printers.virtual).toBeNull();
    expect(await printers.printerOf(printerId)?.port.status()).toEqual({ state: 'failed', reason: 'unreachable' });
  });

  it('given a printer that fails, when more jobs fail, then staff see the newest trouble since the first, until one ends well', async () => {
    const printers = await printersOf();
    expect(printers.alarms()).toEqual([]);
    printers.noteOutcome(printerId, { result: 'failed', reason: 'paperOut' }, instantOf(5));
    printers.noteOutcome(printerId, { result: 'unknown' }, instantOf(6));
    const [alarm] = printers.alarms();
    expect(alarm).toMatchObject({ kind: 'printerFault', since: 5, problem: 'unknown' });
    printers.noteOutcome(printerId, { result: 'sentUnconfirmed' }, instantOf(7));
    expect(printers.alarms()).toEqual([]);
  });
});
