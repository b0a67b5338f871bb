import { describe, expect, it } from 'vitest';
import { keyLookOf } from './keyLook.ts';
import type { KeyMeaning } from './keyMeaning.ts';

const pending: KeyMeaning = { kind: 'rests', why: 'pending' };
const stale: KeyMeaning = { kind: 'rests', why: 'notLive' };

describe('the look of a key', () => {
  it('given its own press, is pressed at once and says so after a tenth of a second', () => {
    expect(keyLookOf('main', pending, { pressed: 'main', isSlow: false })).toBe('pressed');
    expect(keyLookOf('main', pending, { pressed: 'main', isSlow: true })).toBe('busy');
  });
  it('given the press of another key, keeps its look until the answer is late', () => {
    expect(keyLookOf('recall', pending, { pressed: 'main', isSlow: false })).toBe('armed');
    expect(keyLookOf('recall', pending, { pressed: 'main', isSlow: true })).toBe('resting');
  });
  it('given a lost connection, rests at once', () => {
    expect(keyLookOf('main', stale, { pressed: null, isSlow: false })).toBe('resting');
  });
});
