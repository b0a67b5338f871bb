import { instantOf, minutes } from '@okienko/shared';
import { describe, expect, it } from 'vitest';
import { Machine } from './machine.ts';
import { VirtualTime } from './virtualTime.ts';

function given() {
  const time = new VirtualTime();
  const machine = new Machine(time, instantOf(1_000_000));
  const until = (endMs: number) => {
    while (time.runNext(endMs));
  };
  const ran: string[] = [];
  return { machine, until, ran };
}

describe('a computer of the world', () => {
  it('given a sleep, then its monotonic clock stands still, its wall goes on, and what was due runs when it wakes', () => {
    const { machine, until, ran } = given();
    machine.run(100, () => ran.push('due'));
    until(50);
    machine.sleep();
    until(500);
    expect(ran).toEqual([]);
    expect([machine.clock.nowMs(), machine.wall.now()]).toEqual([50, 1_000_500]);
    machine.wake();
    expect(ran).toEqual(['due']);
    until(600);
    expect(machine.clock.nowMs()).toBe(150);
  });

  it('given a clock that somebody set, then only the wall jumps', () => {
    const { machine, until } = given();
    machine.jump(minutes(5));
    until(10);
    expect([machine.clock.nowMs(), machine.wall.now()]).toEqual([10, 1_300_010]);
  });

  it('given a process that ended, then nothing of it happens, and what the next one plans does', () => {
    const { machine, until, ran } = given();
    machine.run(10, () => ran.push('old'));
    machine.endProcess();
    machine.run(10, () => ran.push('new'));
    const cancel = machine.run(10, () => ran.push('cancelled'));
    cancel();
    until(20);
    expect(ran).toEqual(['new']);
  });
});
