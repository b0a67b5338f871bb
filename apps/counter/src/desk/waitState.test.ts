import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantOf, milliseconds } from '@okienko/shared';
import { elapsedText, waitStateOf, wholeMinutesBetween } from './waitState.ts';

describe('the state of a wait', () => {
  it.each([
    [11, 15, 'ok'],
    [12, 15, 'near'],
    [14, 15, 'near'],
    [15, 15, 'near'],
    [16, 15, 'late'],
    [11, 10, 'late'],
    [0, 1, 'ok'],
  ])('given %i of %i minutes, is %s', (waited, target, state) => {
    expect(waitStateOf(waited, target)).toBe(state);
  });
  it('given more waiting, never gets better', () => {
    const rank = { ok: 0, near: 1, late: 2 } as const;
    fc.assert(
      fc.property(fc.nat(200), fc.nat(50), fc.integer({ min: 1, max: 100 }), (waited, more, target) => {
        expect(rank[waitStateOf(waited + more, target)]).toBeGreaterThanOrEqual(rank[waitStateOf(waited, target)]);
      }),
    );
  });
});

describe('whole minutes', () => {
  it('given 59 seconds, is none; given a booking in the future, is none and not less', () => {
    expect(wholeMinutesBetween(instantOf(1_000), instantOf(60_000))).toBe(0);
    expect(wholeMinutesBetween(instantOf(600_000), instantOf(0))).toBe(0);
    expect(wholeMinutesBetween(instantOf(0), instantOf(119_999))).toBe(1);
  });
});

describe('elapsed time', () => {
  it.each([
    [0, '0:00'],
    [252_999, '4:12'],
    [3_599_000, '59:59'],
    [3_852_000, '1:04:12'],
    [-5_000, '0:00'],
  ])('given %i ms, reads %s', (elapsed, text) => {
    expect(elapsedText(milliseconds(elapsed))).toBe(text);
  });
});
