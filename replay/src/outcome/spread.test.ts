import { describe, expect, it } from 'vitest';
import { percentile, spreadOf } from './spread.ts';

describe('a spread', () => {
  it('given ten values in any order, then they are counted from the smallest', () => {
    expect(spreadOf([10, 9, 8, 7, 6, 5, 4, 3, 2, 1])).toEqual({ mean: 5.5, p50: 5, p90: 9 });
    expect(percentile([1, 2, 3], 0.99)).toBe(3);
    expect(percentile([0.12345], 0.5)).toBe(0.123);
  });

  it('given nothing, then there is nothing to say', () => {
    expect(spreadOf([])).toEqual({ mean: null, p50: null, p90: null });
  });
});
