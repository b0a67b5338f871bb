import {
  after,
  type DurationMs,
  type Instant,
  instantOf,
  type MachineClock,
  milliseconds,
  seconds,
} from '@okienko/shared';
import { describe, expect, it } from 'vitest';
import { Timeline } from './timeline.ts';

/** A server 100 times faster, known from its first heartbeat on, and a machine whose sleeps pass at once. */
function fastServer(hasTold: boolean) {
  const slept: number[] = [];
  let machineMs = 0;
  let told = hasTold;
  const listeners = new Set<() => void>();
  const now = (): Instant | null => (told ? instantOf(machineMs * 100) : null);
  const replica = {
    now,
    state: () => ({
      connection: 'live' as const,
      refusal: null,
      view: null,
      figures: null,
      position: null,
      isWritable: true,
      lastHeartbeatAt: null,
      clockRate: 100,
    }),
    onChange: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const machineClock: MachineClock = {
    nowMs: () => milliseconds(machineMs),
    schedule: (delayMs: DurationMs, task) => {
      slept.push(delayMs);
      machineMs += delayMs;
      queueMicrotask(task);
      return () => undefined;
    },
  };
  const tell = () => {
    told = true;
    for (const listener of listeners) listener();
  };
  return { timeline: new Timeline(replica, machineClock), slept, now, tell };
}

describe('business time', () => {
  it('given an instant to come, then it sleeps a hundredth of the time, a second at most at once', async () => {
    const { timeline, slept, now } = fastServer(true);
    await timeline.reach(instantOf(seconds(250)));
    expect(slept).toEqual([1_000, 1_000, 500]);
    expect(now()).toBe(instantOf(seconds(250)));
  });

  it('given one that is past, then it does not sleep', async () => {
    const { timeline, slept } = fastServer(true);
    await timeline.reach(instantOf(0));
    expect(slept).toEqual([]);
  });

  it('given a server that has not told its time, then it waits for that and goes on from there', async () => {
    const { timeline, tell, now } = fastServer(false);
    const passed = timeline.pass(seconds(10));
    tell();
    await passed;
    expect(now()).toBe(after(instantOf(0), seconds(10)));
  });
});
