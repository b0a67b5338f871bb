import { describe, expect, it } from 'vitest';
import { missingCoverage } from './coverage.ts';
import { pinnedSeeds } from './pinnedSeeds.ts';
import { type Ending, runSeed } from './runSeed.ts';

const told = ({ problem, last }: Ending) => (problem === null ? null : `${problem}\n${last.join('\n')}`);

/** Short worlds that together meet all that a proof must meet, and a few ordinary ones. */
const fixedSeeds = [1, 2, 3, 4, 5, 20, 28, 31, 40, 43];

describe('the simulated service point', () => {
  const totals = new Map<string, number>();

  it('given one seed twice, then the same story to the letter; given another, then another', async () => {
    const [one, again, other] = [await runSeed(43), await runSeed(43), await runSeed(40)];
    expect([one.problem, again.problem, other.problem]).toEqual([null, null, null]);
    expect(again.hash).toBe(one.hash);
    expect(again.steps).toBe(one.steps);
    expect(other.hash).not.toBe(one.hash);
  });

  it.each(pinnedSeeds)('given seed $seed, which once found: $found, then every promise is kept', async ({ seed }) => {
    expect(told(await runSeed(seed))).toBeNull();
  });

  it.each(fixedSeeds)('given seed %i, then every promise is kept', async (seed) => {
    const ending = await runSeed(seed);
    expect(told(ending)).toBeNull();
    for (const [kind, times] of ending.counts) totals.set(kind, (totals.get(kind) ?? 0) + times);
  });

  it('given all of them, then they met what a proof must meet', () => {
    expect(missingCoverage(totals)).toEqual([]);
  });
});
