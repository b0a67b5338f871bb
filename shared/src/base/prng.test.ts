import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomOf, xoshiro128 } from './prng.ts';

const take = (count: number, draw: () => number) => Array.from({ length: count }, draw);

describe('xoshiro128**', () => {
  it('given the state 1, 2, 3, 4, then it gives the words of the published algorithm', () => {
    expect(take(8, xoshiro128([1, 2, 3, 4]))).toEqual([
      11_520, 0, 5_927_040, 70_819_200, 2_031_721_883, 1_637_235_492, 1_287_239_034, 3_734_860_849,
    ]);
  });
});

describe('chance from a seed', () => {
  it('given the same seed, then it is the same; given another, then it is another', () => {
    fc.assert(
      fc.property(fc.nat({ max: Number.MAX_SAFE_INTEGER - 1 }), (seed) => {
        expect(take(5, randomOf(seed).next)).toEqual(take(5, randomOf(seed).next));
        expect(take(5, randomOf(seed).next)).not.toEqual(take(5, randomOf(seed + 1).next));
      }),
    );
  });

  it('given two seeds that differ in their high half only, then they differ', () => {
    expect(take(5, randomOf(7).next)).not.toEqual(take(5, randomOf(7 + 2 ** 40).next));
  });

  it.each([1, 2 ** 32])(
    'given seeds that are %d apart, then even their first draws have nothing in common',
    (apart) => {
      const firsts = Array.from({ length: 2_000 }, (_, index) => randomOf(index * apart).next());
      const seconds = Array.from({ length: 2_000 }, (_, index) => randomOf((index + 1) * apart).next());
      const mean = firsts.reduce((sum, one) => sum + one, 0) / firsts.length;
      const covariance =
        firsts.reduce((sum, one, index) => sum + (one - 0.5) * ((seconds[index] ?? 0) - 0.5), 0) / 2_000;
      // A uniform draw has the variance 1/12; both bounds are more than three standard errors.
      expect(Math.abs(mean - 0.5)).toBeLessThan(0.02);
      expect(Math.abs(covariance * 12)).toBeLessThan(0.07);
    },
  );

  it('given many draws, then they are in [0, 1) and evenly spread over ten bins', () => {
    const bins = Array.from({ length: 10 }, () => 0);
    for (const drawn of take(20_000, randomOf(3).next)) {
      expect(drawn).toBeGreaterThanOrEqual(0);
      expect(drawn).toBeLessThan(1);
      const bin = Math.floor(drawn * 10);
      bins[bin] = (bins[bin] ?? 0) + 1;
    }
    // Nine degrees of freedom: chi-square above 27.9 has a chance of one in a thousand.
    expect(bins.reduce((sum, count) => sum + (count - 2_000) ** 2 / 2_000, 0)).toBeLessThan(27.9);
  });

  it('given whole numbers below six, then all six come', () => {
    const { below } = randomOf(11);
    expect(new Set(take(200, () => below(6)))).toEqual(new Set([0, 1, 2, 3, 4, 5]));
  });

  it('given many normal draws, then their mean is near 0 and their deviation near 1', () => {
    const drawn = take(20_000, randomOf(5).normal);
    const mean = drawn.reduce((sum, one) => sum + one, 0) / drawn.length;
    const variance = drawn.reduce((sum, one) => sum + (one - mean) ** 2, 0) / drawn.length;
    expect(Math.abs(mean)).toBeLessThan(0.03);
    expect(Math.abs(Math.sqrt(variance) - 1)).toBeLessThan(0.03);
  });
});
