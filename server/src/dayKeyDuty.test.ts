import { calendarDateSchema } from '@okienko/shared';
import { describe, expect, it } from 'vitest';
import { createDayKeyDuty } from './dayKeyDuty.ts';
import { JournalFault } from './journal/journal.ts';

describe('the duty to destroy the keys of past days', () => {
  it('given storage that fails for a while, then it is told once and tried until the keys are gone', () => {
    let isBroken = true;
    const kept: string[] = [];
    const faults: JournalFault[] = [];
    const duty = createDayKeyDuty({
      dayKeys: {
        keepOnly: (date) => {
          if (isBroken) throw new JournalFault('full', 'no room');
          kept.push(date);
        },
      },
      businessDate: () => calendarDateSchema.parse('2026-11-24'),
      onFault: (fault) => faults.push(fault),
    });
    duty();
    duty();
    isBroken = false;
    duty();
    expect([faults.length, kept]).toEqual([1, ['2026-11-24']]);
    isBroken = true;
    duty();
    expect(faults).toHaveLength(2);
  });

  it('given a branch before its first day, then nothing is destroyed; given a bug, then it is not held back', () => {
    const keepOnly = () => {
      throw new TypeError('a bug');
    };
    const onFault = () => undefined;
    expect(createDayKeyDuty({ dayKeys: { keepOnly }, businessDate: () => null, onFault })).not.toThrow();
    const today = calendarDateSchema.parse('2026-11-24');
    expect(createDayKeyDuty({ dayKeys: { keepOnly }, businessDate: () => today, onFault })).toThrow('a bug');
  });
});
