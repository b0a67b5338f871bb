import { milliseconds, minutes } from '@okienko/shared';
import { VirtualClock } from '@okienko/shared/testing';
import { describe, expect, it } from 'vitest';
import { RateLimit } from './rateLimit.ts';

describe('a limit of 10 a second and 20 at once [P-5]', () => {
  const limited = () => {
    const clock = new VirtualClock('2026-11-24', '14:05');
    const limit = new RateLimit(clock.machine, 10, 20);
    const takenOf = (count: number) => Array.from({ length: count }, () => limit.take()).filter(Boolean).length;
    return { clock, takenOf };
  };

  it('given a burst, when it comes, then twenty pass, and one more after each tenth of a second', () => {
    const { clock, takenOf } = limited();
    expect(takenOf(100)).toBe(20);
    clock.pass(milliseconds(100));
    expect(takenOf(100)).toBe(1);
  });

  it('given a long silence, when a burst comes after it, then no more than twenty pass', () => {
    const { clock, takenOf } = limited();
    clock.pass(minutes(10));
    expect(takenOf(100)).toBe(20);
  });

  it('given somebody who is refused all the time, when they slow down, then their patience is not counted against them', () => {
    const { clock, takenOf } = limited();
    takenOf(1_000);
    clock.pass(milliseconds(1_000));
    expect(takenOf(1_000)).toBe(10);
  });
});
