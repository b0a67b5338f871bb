import { type Alarm, instantOf } from '@okienko/shared';
import { describe, expect, it } from 'vitest';
import { alarmKeyOf, mostUrgentFirst } from './alarmOrder.ts';

const low = (printerName: string, since: number): Alarm => ({ kind: 'paperLow', since: instantOf(since), printerName });
const out = (printerName: string, since: number): Alarm => ({
  kind: 'printerFault',
  since: instantOf(since),
  printerName,
  problem: 'paperOut',
});
const journal: Alarm = { kind: 'journalFault', since: instantOf(9), problem: 'full' };

describe('the order of alarms', () => {
  it('given what stops the work, then it comes first, and paper that runs low last', () => {
    expect(mostUrgentFirst([low('A', 1), out('B', 5), journal, out('C', 3)])).toEqual([
      journal,
      out('C', 3),
      out('B', 5),
      low('A', 1),
    ]);
  });

  it('given two printers that fail in one moment, then they are told apart', () => {
    expect(alarmKeyOf(out('A', 1))).not.toBe(alarmKeyOf(out('B', 1)));
  });
});
