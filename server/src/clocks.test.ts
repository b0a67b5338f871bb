import { idSchemas, instantOf, milliseconds, seconds } from '@okienko/shared';
import { VirtualClock } from '@okienko/shared/testing';
import { describe, expect, it } from 'vitest';
import { businessTimeOf, newUuid, processClock } from './clocks.ts';

describe('ids of the server', () => {
  it('given many, then each is a UUID of version 7, none twice, and they begin with the time of making', () => {
    const beforeMs = Date.now();
    const ids = Array.from({ length: 1_000 }, newUuid);
    const afterMs = Date.now();
    expect(new Set(ids).size).toBe(1_000);
    for (const id of ids) {
      expect(idSchemas.clientCommand.safeParse(id).success).toBe(true);
      expect(id).toMatch(/^.{14}7.{4}[89ab]/);
      const madeMs = Number.parseInt(id.slice(0, 13).replace('-', ''), 16);
      expect(madeMs).toBeGreaterThanOrEqual(beforeMs);
      expect(madeMs).toBeLessThanOrEqual(afterMs);
    }
  });
});

describe('the clock of the process', () => {
  it('given a task that is taken back, when its time comes, then only the other one runs', async () => {
    const ran: string[] = [];
    const takeBack = processClock.schedule(milliseconds(1), () => void ran.push('first'));
    takeBack();
    await new Promise<void>((resolve) => {
      processClock.schedule(milliseconds(5), () => {
        ran.push('second');
        resolve();
      });
    });
    expect(ran).toEqual(['second']);
  });
});

describe('business time', () => {
  const { machine } = new VirtualClock('2026-11-24', '14:05');

  it('given no other clock, when it is asked, then it is the wall’s', () => {
    const { clock, rate } = businessTimeOf(null);
    const beforeMs = Date.now();
    const now = clock.now();
    expect(rate).toBe(1);
    expect(now).toBeGreaterThanOrEqual(beforeMs);
    expect(now).toBeLessThanOrEqual(Date.now());
  });

  it('given a start and a speed, when the machine goes on for two seconds, then business time goes on for as many times more', () => {
    const virtual = new VirtualClock('2026-11-24', '14:05');
    const startAt = instantOf(Date.UTC(2020, 0, 3, 6));
    const { clock, rate } = businessTimeOf({ startAt, rate: 600 }, virtual.machine);
    expect(clock.now()).toBe(startAt);
    virtual.pass(seconds(2));
    expect(clock.now()).toBe(startAt + 1_200_000);
    expect(rate).toBe(600);
  });

  it('given a speed alone, when it is asked, then it starts now', () => {
    const beforeMs = Date.now();
    const { clock } = businessTimeOf({ startAt: null, rate: 10 }, machine);
    expect(clock.now()).toBeGreaterThanOrEqual(beforeMs);
    expect(clock.now()).toBeLessThanOrEqual(Date.now());
  });
});
