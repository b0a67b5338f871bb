import { describe, expect, it } from 'vitest';
import { newCommandId } from './newCommandId.ts';

describe('a new command id', () => {
  it('is a UUIDv7 of its moment', () => {
    const wallNowMs = 0x0192_3456_789a;
    expect(newCommandId(wallNowMs)).toMatch(/^01923456-789a-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('given the same moment, is another one each time', () => {
    expect(new Set(Array.from({ length: 1_000 }, () => newCommandId(1))).size).toBe(1_000);
  });
});
