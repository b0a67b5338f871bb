import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callsOutOfOrder } from './callsOutOfOrder.ts';

describe('calls out of order', () => {
  it.each([
    ['abc', 'abc', 0],
    ['abc', 'bac', 2],
    ['abc', 'cab', 3],
    ['abc', 'axbyc', 0],
    ['abcd', 'acd', 0],
    ['abc', 'aabac', 0],
  ])('given the line %s called as %s, then %i are at another place', (line, calls, count) => {
    expect(callsOutOfOrder(line.split(''), calls.split(''))).toBe(count);
  });

  it('given lines that are called between each other, then each is judged by itself', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...Array(12).keys()], { minLength: 12 }), (calls) => {
        const evens = calls.filter((one) => one % 2 === 0);
        expect(callsOutOfOrder(evens, calls)).toBe(0);
      }),
    );
  });
});
