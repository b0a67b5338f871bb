import { describe, expect, it } from 'vitest';
import { uuidV7 } from './uuidV7.ts';

describe('a UUID of version 7', () => {
  it('given a moment and random bytes, then it holds both, with version and variant', () => {
    expect(uuidV7(0x0192_3456_789a, new Uint8Array(10).fill(0xff))).toBe('01923456-789a-7fff-bfff-ffffffffffff');
    expect(uuidV7(0x0192_3456_789a, new Uint8Array(10))).toBe('01923456-789a-7000-8000-000000000000');
  });

  it('given bytes that are too few, then it is a bug', () => {
    expect(() => uuidV7(1, new Uint8Array(9))).toThrow(/ten random bytes/);
  });
});
