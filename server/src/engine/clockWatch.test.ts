import { after, milliseconds, minutes, seconds } from '@okienko/shared';
import { describe, expect, it } from 'vitest';
import { ClockWatch } from './clockWatch.ts';
import { VirtualClock } from '@okienko/shared/testing';

function watched(clockRate = 1) {
  const clock = new VirtualClock('2026-11-24', '14:05');
  const watch = new ClockWatch({ businessClock: clock.business, machineClock: clock.machine, clockRate });
  return { clock, watch };
}

describe('the clock watch', () => {
  it('given clocks that agree, when time passes, then there is no jump and the day follows the wall', () => {
    const { clock, watch } = watched();
    for (let second = 0; second < 600; second += 1) {
      clock.pass(seconds(1));
      const reading = watch.read();
      expect(reading).toEqual({ wallNow: clock.business.now(), dayNow: clock.business.now(), jump: null });
    }
  });

  it('given a small correction, when it is read, then nobody is alarmed', () => {
    const { clock, watch } = watched();
    clock.jump(minutes(2));
    expect(watch.read().jump).toBeNull();
  });

  it('given a jump of three minutes, when it is read, then staff hear of it until it was stable for ten', () => {
    const { clock, watch } = watched();
    clock.jump(minutes(-3));
    expect(watch.read().jump).toMatchObject({ byMs: minutes(-3) });
    clock.pass(milliseconds(minutes(10) - 1));
    expect(watch.read().jump).not.toBeNull();
    clock.pass(milliseconds(1));
    expect(watch.read().jump).toBeNull();
  });

  it('given a jump of a day, when it is read, then the day does not move before it was stable for ten minutes', () => {
    const { clock, watch } = watched();
    const before = clock.business.now();
    clock.jump(minutes(24 * 60));
    expect(watch.read().dayNow).toBe(before);
    clock.pass(minutes(9));
    expect(watch.read().dayNow).toBe(before + minutes(9));
    clock.pass(minutes(1));
    expect(watch.read().dayNow).toBe(clock.business.now());
  });

  it('given a jump that is taken back, when it is read, then the trouble is over at once', () => {
    const { clock, watch } = watched();
    clock.jump(minutes(24 * 60));
    watch.read();
    clock.jump(minutes(-24 * 60));
    expect(watch.read()).toEqual({ wallNow: clock.business.now(), dayNow: clock.business.now(), jump: null });
  });

  it('given a business clock that runs faster on purpose, when time passes, then that is no jump', () => {
    const { clock } = watched();
    const start = clock.business.now();
    const fast = { now: () => after(start, milliseconds(clock.machine.nowMs() * 120)) };
    const watch = new ClockWatch({ businessClock: fast, machineClock: clock.machine, clockRate: 120 });
    clock.pass(minutes(5));
    expect(watch.read()).toMatchObject({ wallNow: start + minutes(600), jump: null });
  });
});
