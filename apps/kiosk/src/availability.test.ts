import { milliseconds } from '@okienko/shared';
import { describe, expect, it } from 'vitest';
import { availabilityOf } from './availability.ts';

const well = {
  connection: 'live',
  isWritable: true,
  hasConfiguration: true,
  lostForMs: null,
  openForMs: milliseconds(60_000),
  pendingForMs: null,
} as const;

describe('availability', () => {
  it('given a live picture of a server that can write, then tickets', () => {
    expect(availabilityOf(well)).toBe('available');
  });

  it('given the first moments of a loss, then nothing is said yet', () => {
    expect(availabilityOf({ ...well, connection: 'reconnecting' })).toBe('available');
  });

  it.each(['stale', 'refused', 'connecting'] as const)('given a picture that is %s, then no tickets', (connection) => {
    expect(availabilityOf({ ...well, connection })).toBe('unavailable');
  });

  it('given a picture that looks stale for a moment only, then nothing is said', () => {
    const stale = { ...well, connection: 'stale' } as const;
    expect(availabilityOf({ ...stale, lostForMs: milliseconds(499) })).toBe('available');
    expect(availabilityOf({ ...stale, lostForMs: milliseconds(500) })).toBe('unavailable');
  });

  it('given a journal that cannot write, then no tickets, at once', () => {
    expect(availabilityOf({ ...well, isWritable: false })).toBe('unavailable');
  });

  it('given an answer that has not come for 5 s, then no tickets', () => {
    expect(availabilityOf({ ...well, pendingForMs: milliseconds(4_999) })).toBe('available');
    expect(availabilityOf({ ...well, pendingForMs: milliseconds(5_000) })).toBe('unavailable');
  });
});
