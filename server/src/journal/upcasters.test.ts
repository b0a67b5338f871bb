import { describe, expect, it } from 'vitest';
import { z } from 'zod/mini';
import { newestVersionOf, UnreadableEvent, upcast, type Upcasters } from './upcasters.ts';

/** As if pausing had once been written with a bare reason, then with an object, and today with `reasonId`. */
const table: Upcasters = {
  CounterPaused: [
    (payload) => {
      const { counterId, why } = z.object({ counterId: z.string(), why: z.string() }).parse(payload);
      return { counterId, reason: { id: why } };
    },
    (payload) => {
      const older = z.object({ counterId: z.string(), reason: z.object({ id: z.string() }) }).parse(payload);
      return { counterId: older.counterId, reasonId: older.reason.id };
    },
  ],
};
const today = { type: 'CounterPaused', counterId: 'counter-2', reasonId: 'lunch' };

describe('upcasters', () => {
  it.each([
    [1, { counterId: 'counter-2', why: 'lunch' }],
    [2, { counterId: 'counter-2', reason: { id: 'lunch' } }],
    [3, { counterId: 'counter-2', reasonId: 'lunch' }],
  ])('reads version %i as the event of today', (version, payload) => {
    expect(upcast('CounterPaused', version, payload, table)).toEqual(today);
  });

  it('writes the version after the last step', () => {
    expect(newestVersionOf('CounterPaused', table)).toBe(3);
    expect(newestVersionOf('CounterResumed', table)).toBe(1);
    expect(newestVersionOf('CounterPaused')).toBe(1);
  });

  it.each([0, 4])('refuses version %i, which it does not know', (version) => {
    expect(() => upcast('CounterPaused', version, {}, table)).toThrow(
      new UnreadableEvent(`CounterPaused has version ${version}, this program reads versions 1 to 3`),
    );
  });

  it.each([
    ['CounterPaused', { counterId: 'counter-2' }],
    ['CounterPaused', null],
    ['CounterVanished', { counterId: 'counter-2' }],
    ['constructor', { counterId: 'counter-2' }],
  ])('refuses %s with the payload %o', (type, payload) => {
    expect(() => upcast(type, 1, payload)).toThrow(UnreadableEvent);
  });

  it('lets the column decide the type, not the payload', () => {
    const payload = { type: 'CounterSignedOff', counterId: 'counter-2' };
    expect(upcast('CounterResumed', 1, payload)).toEqual({ type: 'CounterResumed', counterId: 'counter-2' });
  });
});
