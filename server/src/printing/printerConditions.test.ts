import { instantOf, type PrintResult } from '@okienko/shared';
import { describe, expect, it } from 'vitest';
import { createPrinterConditions } from './printerConditions.ts';
import type { PrinterStatus } from './printerPort.ts';

const alarmsOf = (conditions: ReturnType<typeof createPrinterConditions<string>>) =>
  conditions.alarms((printerId) => `Drukarka ${printerId}`);

describe('what is known of a printer', () => {
  it('given nothing heard yet, then it is ready and nobody is alarmed', () => {
    const conditions = createPrinterConditions<string>();
    expect(conditions.of('hall')).toEqual({ state: 'ready' });
    expect(alarmsOf(conditions)).toEqual([]);
  });

  it.each([
    [{ state: 'ready' }, { state: 'ready' }],
    [{ state: 'silent' }, { state: 'ready' }],
    [{ state: 'paperLow' }, { state: 'paperLow' }],
    [
      { state: 'failed', reason: 'coverOpen' },
      { state: 'notPrinting', reason: 'coverOpen' },
    ],
  ] as const)('given the answer %j, then it is %j', (status: PrinterStatus, expected) => {
    const conditions = createPrinterConditions<string>();
    conditions.noteStatus('hall', { state: 'failed', reason: 'offline' }, instantOf(1));
    conditions.noteStatus('hall', status, instantOf(2));
    expect(conditions.of('hall')).toEqual(expected);
  });

  it.each([
    [{ result: 'printed' }, { state: 'paperLow' }],
    [{ result: 'sentUnconfirmed' }, { state: 'paperLow' }],
    [{ result: 'failed', reason: 'expired' }, { state: 'paperLow' }],
    [
      { result: 'failed', reason: 'paperOut' },
      { state: 'notPrinting', reason: 'paperOut' },
    ],
    [{ result: 'unknown' }, { state: 'notPrinting', reason: 'unknown' }],
  ] as const)('given a roll that runs low and a job that ends %j, then it is %j', (outcome: PrintResult, expected) => {
    const conditions = createPrinterConditions<string>();
    conditions.noteStatus('hall', { state: 'paperLow' }, instantOf(1));
    conditions.noteOutcome('hall', outcome, instantOf(2));
    expect(conditions.of('hall')).toEqual(expected);
  });

  it('given a roll that runs low and then ends, then each alarm is since its own beginning and names the printer', () => {
    const conditions = createPrinterConditions<string>();
    conditions.noteStatus('hall', { state: 'paperLow' }, instantOf(1));
    conditions.noteStatus('hall', { state: 'paperLow' }, instantOf(2));
    expect(alarmsOf(conditions)).toEqual([{ kind: 'paperLow', since: 1, printerName: 'Drukarka hall' }]);
    conditions.noteStatus('hall', { state: 'failed', reason: 'paperOut' }, instantOf(3));
    conditions.noteOutcome('hall', { result: 'failed', reason: 'coverOpen' }, instantOf(4));
    expect(alarmsOf(conditions)).toEqual([
      { kind: 'printerFault', since: 3, printerName: 'Drukarka hall', problem: 'coverOpen' },
    ]);
    conditions.noteStatus('hall', { state: 'ready' }, instantOf(5));
    expect(alarmsOf(conditions)).toEqual([]);
  });
});
