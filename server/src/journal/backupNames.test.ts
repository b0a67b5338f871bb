import { type Instant, instantOf } from '@okienko/shared';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backupNameAt, backupTimeOf, surplusBackups } from './backupNames.ts';

const noon = instantOf(Date.UTC(2026, 10, 24, 12));
const hoursBefore = (hours: number): Instant => instantOf(noon - hours * 3_600_000);
const namesOf = (hours: readonly number[]) => hours.map((hour) => backupNameAt(hoursBefore(hour)));

describe('the names of scheduled backups', () => {
  it('given a moment, then its name holds the second, and is read back', () => {
    expect(backupNameAt(instantOf(Date.UTC(2026, 10, 24, 10, 15, 3, 999)))).toBe('okienko-20261124T101503Z.sqlite');
    expect(backupTimeOf('okienko-20261124T101503Z.sqlite')).toBe(Date.UTC(2026, 10, 24, 10, 15, 3));
  });

  it.each(['journal.sqlite', 'okienko-20261124T101503Z.sqlite.part', 'okienko-20269999T101503Z.sqlite', 'notes.txt'])(
    'given %s, then it is none of ours and never removed',
    (name) => {
      expect(backupTimeOf(name)).toBeNull();
      expect(surplusBackups([name, ...namesOf(Array.from({ length: 60 }, (_, day) => day * 24))])).not.toContain(name);
    },
  );

  it('given a backup each hour for 20 days, then the newest 24 stay, and the newest of each of the 14 newest days', () => {
    const names = namesOf(Array.from({ length: 20 * 24 }, (_, hour) => hour));
    const kept = names.filter((name) => !surplusBackups(names).includes(name));
    expect(kept.slice(0, 24)).toEqual(names.slice(0, 24));
    const days = kept.slice(24).map((name) => name.slice(8, 24));
    expect(days).toEqual(
      ['22', '21', '20', '19', '18', '17', '16', '15', '14', '13', '12', '11'].map((day) => `202611${day}T230000Z`),
    );
  });

  it('given 24 backups of long ago, then they stay: the newest there are', () => {
    const names = namesOf(Array.from({ length: 24 }, (_, index) => 10_000 + index));
    expect(surplusBackups(names)).toEqual([]);
  });

  it('given a clock that leaps a month ahead for two backups, then 13 days of before stay', () => {
    const names = namesOf(Array.from({ length: 20 * 24 }, (_, hour) => hour));
    const kept = [...names, ...namesOf([-800, -801])].filter((name, _, all) => !surplusBackups(all).includes(name));
    expect(new Set(kept.map((name) => name.slice(8, 16)))).toHaveLength(14);
    expect(kept.filter((name) => name.includes('-202611'))).toHaveLength(22 + 11);
  });

  it('given any backups, then the newest one is never among those that may go, nor one that is not there', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat({ max: 2_000 }), { minLength: 1, maxLength: 120 }), (hours) => {
        const names = namesOf(hours);
        const surplus = surplusBackups(names);
        expect(names).toEqual(expect.arrayContaining([...surplus]));
        expect(surplus).not.toContain(backupNameAt(hoursBefore(Math.min(...hours))));
        expect(names.length - surplus.length).toBeLessThanOrEqual(24 + 14);
      }),
    );
  });
});
