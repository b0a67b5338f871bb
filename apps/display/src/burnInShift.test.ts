import { instantOf } from '@okienko/shared';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { burnInShift } from './burnInShift.ts';

describe('the shift against burn-in', () => {
  it('given forty minutes, stands in four places and comes back', () => {
    const places = [0, 10, 20, 30, 40].map((minutes) => burnInShift(instantOf(minutes * 60_000)));
    expect(places[4]).toEqual(places[0]);
    expect(new Set(places.map(({ xPx, yPx }) => `${xPx} ${yPx}`)).size).toBe(4);
  });
  it('given any time, is never more than two pixels', () => {
    fc.assert(
      fc.property(fc.nat(), (minute) => {
        const { xPx, yPx } = burnInShift(instantOf(minute * 60_000));
        expect(Math.max(xPx, yPx)).toBeLessThanOrEqual(2);
      }),
    );
  });
});
