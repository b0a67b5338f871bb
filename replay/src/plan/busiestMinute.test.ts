import { describe, expect, it } from 'vitest';
import { busiestMinute } from './busiestMinute.ts';

describe('the busiest minute', () => {
  it.each([
    [[], 0],
    [[5], 1],
    [[5, 6, 7], 1],
    [[6.5, 5, 5.9, 5.999], 3],
    [[1, 1, 1, 2], 3],
  ])('given %j, then it holds %i', (moments, most) => {
    expect(busiestMinute(moments)).toBe(most);
  });
});
