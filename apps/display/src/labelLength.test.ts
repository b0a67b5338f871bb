import { describe, expect, it } from 'vitest';
import { labelLength } from './labelLength.ts';

describe('a counter’s label', () => {
  it.each([
    ['3', undefined],
    ['12', 'is-long'],
    ['A12', 'is-longest'],
  ])('given %s, then its class is %s', (label, name) => {
    expect(labelLength(label)).toBe(name);
  });
});
