import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idSchemas } from '../base/ids.ts';
import { instantOf, minutes, type Instant } from '../base/time.ts';
import { correctedCounter, correctedInstant, correctedWaits } from './clockCorrection.ts';

/** Minutes after ten o'clock. */
const at = (minute: number): Instant => instantOf(Date.UTC(2026, 10, 24, 9) + minutes(minute));
const waits = (since: readonly number[], from: number, to: number) =>
  correctedWaits(since.map(at), { from: at(from), to: at(to) });

describe('a clock that was set back', () => {
  it('given a clock that jumped ahead and came back, then those before and within the jump have their true waits', () => {
    // At 10:30 the clock jumped to 11:30, at "11:40" it came back to 10:40.
    expect(waits([10, 20, 92, 98], 100, 40)).toEqual([10, 20, 32, 38].map(at));
  });

  it('given a clock that was an hour fast all day, then nobody is passed', () => {
    expect(waits([50, 70, 95, 100], 100, 40)).toEqual([-10, 10, 35, 40].map(at));
    expect(waits([30, 70, 95, 100], 100, 40)).toEqual([10, 10, 35, 40].map(at));
  });

  it('given any waits and any correction, then the order stays and nobody waits since the future', () => {
    const since = fc.array(fc.nat({ max: 120 }), { maxLength: 30 }).map((list) => list.toSorted((a, b) => a - b));
    fc.assert(
      fc.property(since, fc.nat({ max: 240 }), (list, to) => {
        const corrected = waits(list, 120, to);
        expect(corrected).toEqual(corrected.toSorted((one, other) => one - other));
        expect(corrected.every((value, index) => value <= at(list[index] ?? 0))).toBe(true);
        expect(corrected.every((value) => value <= at(to))).toBe(true);
      }),
    );
  });

  it('given a clock that was set forward, then nothing moves', () => {
    expect(waits([10, 20, 30], 30, 90)).toEqual([10, 20, 30].map(at));
    expect(correctedInstant(at(30), { from: at(30), to: at(90) })).toBe(at(30));
  });

  it('given the staff of a counter, then their moments move too, and a closed counter has none', () => {
    const correction = { from: at(100), to: at(40) };
    const staff = { clerkId: idSchemas.clerk.parse('clerk-1'), deviceId: idSchemas.device.parse('counter-1') };
    const reasonId = idSchemas.breakReason.parse('lunch');
    const paused = { ...staff, state: 'paused', openedAt: at(10), pausedAt: at(95), reasonId } as const;
    const open = { ...staff, state: 'open', openedAt: at(95), currentTicketId: null } as const;
    expect(correctedCounter(paused, correction)).toEqual({ ...paused, pausedAt: at(35) });
    expect(correctedCounter(open, correction)).toEqual({ ...open, openedAt: at(35) });
    expect(correctedCounter({ state: 'closed' }, correction)).toEqual({ state: 'closed' });
  });
});
