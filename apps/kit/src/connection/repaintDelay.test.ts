import { instantOf } from '@okienko/shared';
import { describe, expect, it } from 'vitest';
import { repaintDelay } from './repaintDelay.ts';

describe('the next repaint', () => {
  it.each([
    [10_250, 1, 750],
    [10_999, 1, 1],
    [10_000, 5, 200],
    [10_000, 600, 100],
  ])('given the time %d at %d times the speed, then it comes after %d real ms', (now, clockRate, delayMs) => {
    expect(repaintDelay(instantOf(now), 1_000, clockRate)).toBe(delayMs);
  });
});
