import { describe, expect, it } from 'vitest';
import { missingCoverage } from './coverage.ts';
import { pinnedSeeds } from './pinnedSeeds.ts';
import { type Ending, runSeed } from './runSeed.ts';

const told = ({ problem, last }: Ending) => (problem === null ? null : `${problem}\n${last.join('\n')}`);

describe('the simulated service point', () => {
  it('given one seed twice, then the same story to the letter; given another, then another', async () => {
    const [one, again, other] = [await runSeed(11), await runSeed(11), await runSeed(12)];
    expect([one.problem, again.problem, other.problem]).toEqual([null, null, null]);
    expect(again.hash).toBe(one.hash);
    expect(again.steps).toBe(one.steps);
    expect(other.hash).not.toBe(one.hash);
  });

  it.each(pinnedSeeds)('given seed $seed, which once found: $found, then every promise is kept', async ({ seed }) => {
    expect(told(await runSeed(seed))).toBeNull();
  });

  it('given a fixed set of seeds, then every promise is kept, and they met what a proof must meet', async () => {
    const totals = new Map<string, number>();
    for (let seed = 1; seed <= 12; seed += 1) {
      const ending = await runSeed(seed);
      expect(told(ending)).toBeNull();
      for (const [kind, times] of ending.counts) totals.set(kind, (totals.get(kind) ?? 0) + times);
    }
    expect(missingCoverage(totals)).toEqual([]);
  });
});
