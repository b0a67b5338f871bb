import { describe, expect, it } from 'vitest';
import { VirtualTime } from './virtualTime.ts';

describe('the time of a world', () => {
  it('given tasks in any order, then they run by their moment, and by insertion where it is the same', () => {
    const time = new VirtualTime();
    const ran: string[] = [];
    for (const [name, delayMs] of [
      ['c', 30],
      ['a', 10],
      ['d', 30],
      ['b', 20],
      ['e', 30],
    ] as const)
      time.schedule(delayMs, () => ran.push(`${name}${time.nowMs()}`));
    while (time.runNext(1_000));
    expect(ran).toEqual(['a10', 'b20', 'c30', 'd30', 'e30']);
    expect(time.nowMs()).toBe(1_000);
  });

  it('given a task that plans one for the same moment, then that one runs behind those that were there', () => {
    const time = new VirtualTime();
    const ran: string[] = [];
    time.schedule(5, () => {
      ran.push('first');
      time.schedule(0, () => ran.push('third'));
    });
    time.schedule(5, () => ran.push('second'));
    while (time.runNext(100));
    expect(ran).toEqual(['first', 'second', 'third']);
  });

  it('given a task after the end, then it waits, and time stands at the end', () => {
    const time = new VirtualTime();
    time.schedule(50, () => undefined);
    expect(time.runNext(49)).toBe(false);
    expect(time.nowMs()).toBe(49);
    expect(time.runNext(50)).toBe(true);
  });
});
