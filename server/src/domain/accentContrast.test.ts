import { describe, expect, it } from 'vitest';
import { accentMistakes, contrastOf } from './accentContrast.ts';
import { exampleConfiguration } from './testing/exampleBranch.ts';

describe('the contrast of two colours', () => {
  // Published by W3C and by common checkers, to two digits.
  it.each([
    ['#000000', '#FFFFFF', 21],
    ['#FFFFFF', '#FFFFFF', 1],
    ['#777777', '#FFFFFF', 4.48],
    ['#767676', '#FFFFFF', 4.54],
    ['#595959', '#FFFFFF', 7],
    ['#FF0000', '#FFFFFF', 4],
    ['#0000FF', '#FFFFFF', 8.59],
    ['#00ff00', '#000000', 15.3],
  ])('given %s on %s, then it is %d to 1 either way round', (one, other, ratio) => {
    expect(contrastOf(one, other)).toBeCloseTo(ratio, 1);
    expect(contrastOf(other, one)).toBe(contrastOf(one, other));
  });

  it('given the colours of the example, then all can be read on their grounds', () => {
    expect(accentMistakes(exampleConfiguration)).toEqual([]);
  });
});
