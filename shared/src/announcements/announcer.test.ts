import {
  type BoardCall,
  type BoardFigures,
  type BoardView,
  type DurationMs,
  instantOf,
  milliseconds,
  type Replica,
  type ReplicaState,
  seqOf,
} from '../index.ts';
import { describe, expect, it } from 'vitest';
import type { AnnouncedMark } from './announcementQueue.ts';
import { createAnnouncer } from './announcer.ts';
import { calledAtMs, callOf, epoch, journalId } from '../testing/boardCalls.ts';

type State = ReplicaState<BoardView, BoardFigures>;

/** A display in a test's hand: its picture, its clock, what it sounded and what it remembers. */
function displayOf(mark: AnnouncedMark | null = { journalId, announcementNumber: 0 }) {
  const listeners = new Set<() => void>();
  const sounded: ('call' | 'repeat')[] = [];
  const saved: AnnouncedMark[] = [];
  let timers: { readonly atMs: number; readonly task: () => void }[] = [];
  let nowMs = 0;
  let state: State = {
    connection: 'connecting',
    refusal: null,
    view: { configuration: null, calls: [], lastAnnouncementNumber: 0 },
    figures: null,
    position: null,
    isWritable: false,
    lastHeartbeatAt: null,
    clockRate: 1,
  };
  const replica: Replica<BoardView, BoardFigures> = {
    state: () => state,
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    now: () => instantOf(calledAtMs + nowMs),
    close: () => listeners.clear(),
  };
  const change = (changes: Partial<State>) => {
    state = { ...state, ...changes };
    for (const listener of listeners) listener();
  };
  const announcer = createAnnouncer({
    replica,
    sounds: { play: (name) => void sounded.push(name) },
    marks: { load: () => mark, save: (next) => void saved.push(next) },
    machineClock: {
      nowMs: () => milliseconds(nowMs),
      schedule: (delayMs: DurationMs, task) => {
        const timer = { atMs: nowMs + delayMs, task };
        timers.push(timer);
        return () => (timers = timers.filter((one) => one !== timer));
      },
    },
  });
  return {
    announcer,
    sounded,
    saved,
    show: (calls: readonly BoardCall[], connection: State['connection'] = 'live') => {
      const lastAnnouncementNumber = Math.max(0, ...calls.map((call) => call.announcementNumber));
      const view = { configuration: null, calls, lastAnnouncementNumber };
      change({ connection, view, position: { journalId, epoch, seq: seqOf(lastAnnouncementNumber) } });
    },
    hurry: (clockRate: number) => change({ clockRate }),
    lose: (connection: 'reconnecting' | 'stale') => change({ connection }),
    pass: (ms: number) => {
      nowMs += ms;
      const due = timers.filter(({ atMs }) => atMs <= nowMs);
      timers = timers.filter(({ atMs }) => atMs > nowMs);
      for (const { task } of due) task();
    },
    largeNumber: () => announcer.queue().large?.call.ticketNumber ?? null,
  };
}

describe('a display', () => {
  it('given two calls, sounds the first at once and the second by itself when its turn comes', () => {
    const display = displayOf();
    display.show([callOf(2, 2), callOf(1, 1)]);
    expect(display.sounded).toEqual(['call']);
    expect(display.saved.at(-1)?.announcementNumber).toBe(1);
    display.pass(8_000);
    expect(display.sounded).toEqual(['call', 'call']);
    expect(display.largeNumber()).toBe('D002');
    expect(display.saved.at(-1)?.announcementNumber).toBe(2);
  });

  it.each([
    [10, ['call', 'call']],
    [10.5, []],
  ])('given a day that runs %d times faster, sounds %j', (clockRate, sounded) => {
    const display = displayOf();
    display.hurry(clockRate);
    display.show([callOf(2, 2), callOf(1, 1)]);
    display.pass(Math.ceil(8_000 / clockRate));
    expect(display.sounded).toEqual(sounded);
    expect(display.largeNumber()).toBe('D002');
  });

  it('given a recall, sounds it as a repeat', () => {
    const display = displayOf();
    display.show([callOf(1, 1)]);
    display.show([callOf(2, 1, { isRecall: true })]);
    expect(display.sounded).toEqual(['call', 'repeat']);
  });

  it('given the same picture again, changes nothing: not even the object that React compares', () => {
    const display = displayOf();
    display.show([callOf(1, 1)]);
    const before = display.announcer.queue();
    display.show([callOf(1, 1)]);
    expect(display.announcer.queue()).toBe(before);
  });

  it('given no connection, announces nothing until the picture is live again', () => {
    const display = displayOf();
    display.show([callOf(2, 2), callOf(1, 1)]);
    display.lose('reconnecting');
    display.pass(20_000);
    expect(display.sounded).toEqual(['call']);
    display.show([callOf(2, 2), callOf(1, 1)]);
    expect(display.sounded).toEqual(['call', 'call']);
  });

  it('given a loss of more than a minute, does not sound what waited through it', () => {
    const display = displayOf();
    display.show([callOf(2, 2), callOf(1, 1)]);
    display.lose('stale');
    display.pass(61_000);
    display.show([callOf(2, 2), callOf(1, 1)]);
    expect(display.sounded).toEqual(['call']);
  });
});
