import { type BoardCall, instantOf, type JournalId, milliseconds } from '../index.ts';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  announcedMark,
  type AnnouncementQueue,
  type BoardPicture,
  dropStaleCalls,
  newAnnouncementQueue,
  nextTurnMs,
  shortestHoldMs,
  takePicture,
} from './announcementQueue.ts';
import { calledAtMs, callOf, journalId, otherJournalId } from '../testing/boardCalls.ts';

function pictureOf(calls: readonly BoardCall[], nowMs: number, journal: JournalId = journalId): BoardPicture {
  const lastAnnouncementNumber = Math.max(0, ...calls.map((call) => call.announcementNumber));
  return { journalId: journal, calls, lastAnnouncementNumber, now: instantOf(calledAtMs + nowMs), clockRate: 1 };
}

/** A board at its first, empty picture. */
const opened = takePicture(newAnnouncementQueue(null), pictureOf([], 0), milliseconds(0)).queue;

function take(queue: AnnouncementQueue, calls: readonly BoardCall[], nowMs: number) {
  return takePicture(queue, pictureOf(calls, nowMs), milliseconds(nowMs));
}

describe('a new display', () => {
  it('given calls that still stand, shows the newest and announces none', () => {
    const { queue, announced } = take(newAnnouncementQueue(null), [callOf(2, 2), callOf(1, 1)], 0);
    expect(announced).toBeNull();
    expect(queue.large?.call.ticketNumber).toBe('D002');
    expect(announcedMark(queue)).toEqual({ journalId, announcementNumber: 2 });
  });

  it('given a mark of this journal, announces what came above it', () => {
    const { announced } = take(newAnnouncementQueue({ journalId, announcementNumber: 1 }), [callOf(2, 2)], 0);
    expect(announced?.announcementNumber).toBe(2);
  });

  it('given a mark of another journal, starts at its first picture', () => {
    const mark = { journalId: otherJournalId, announcementNumber: 0 };
    expect(take(newAnnouncementQueue(mark), [callOf(2, 2)], 0).announced).toBeNull();
  });
});

describe('a call', () => {
  it('given a free large place, is announced at once and once only', () => {
    const first = take(opened, [callOf(1, 1)], 100);
    expect(first.announced?.ticketNumber).toBe('D001');
    expect(take(first.queue, [callOf(1, 1)], 200).announced).toBeNull();
  });

  it('given two together, each has the large place for eight seconds, in order', () => {
    const calls = [callOf(2, 2), callOf(1, 1)];
    const first = take(opened, calls, 100);
    expect(first.announced?.ticketNumber).toBe('D001');
    expect(first.queue.waiting.map((call) => call.ticketNumber)).toEqual(['D002']);
    expect(nextTurnMs(first.queue, pictureOf(calls, 100))).toBe(100 + shortestHoldMs);
    expect(take(first.queue, calls, 99 + shortestHoldMs).announced).toBeNull();
    const second = take(first.queue, calls, 100 + shortestHoldMs);
    expect(second.announced?.ticketNumber).toBe('D002');
    expect(second.queue.large?.call.ticketNumber).toBe('D002');
  });

  it('given a day that runs 600 times faster, has the large place for as much shorter', () => {
    const calls = [callOf(2, 2), callOf(1, 1)];
    const picture = { ...pictureOf(calls, 0), clockRate: 600 };
    const first = takePicture(opened, picture, milliseconds(100));
    expect(first.queue.large?.holdMs).toBeCloseTo(shortestHoldMs / 600);
    expect(nextTurnMs(first.queue, picture)).toBeCloseTo(100 + shortestHoldMs / 600);
    expect(takePicture(first.queue, picture, milliseconds(113)).announced).toBeNull();
    expect(takePicture(first.queue, picture, milliseconds(114)).announced?.ticketNumber).toBe('D002');
  });

  it('given that it is older than a minute when first seen, is not announced', () => {
    expect(take(opened, [callOf(1, 1)], 60_000).announced?.ticketNumber).toBe('D001');
    expect(take(opened, [callOf(1, 1)], 60_001).announced).toBeNull();
  });

  it('given that it waits for its turn longer than a minute, is still announced', () => {
    const calls = Array.from({ length: 9 }, (_, index) => callOf(index + 1, index + 1));
    let turn = take(opened, calls, 0);
    const heard = [turn.announced?.ticketNumber];
    for (let nowMs = 8_000; nowMs <= 64_000; nowMs += 8_000) {
      turn = take(turn.queue, calls, nowMs);
      heard.push(turn.announced?.ticketNumber);
    }
    expect(heard.at(-1)).toBe('D009');
    expect(heard).toHaveLength(9);
  });

  it('given that its person was served before its turn, never gets the large place', () => {
    const first = take(opened, [callOf(2, 2), callOf(1, 1)], 0);
    const ended = [callOf(2, 2, { isStillCalled: false }), callOf(1, 1)];
    expect(take(first.queue, ended, 9_000).announced).toBeNull();
  });

  it('given that its service starts at once, keeps the large place for its eight seconds, then leaves it', () => {
    const first = take(opened, [callOf(1, 1)], 0);
    const ended = [callOf(1, 1, { isStillCalled: false })];
    expect(nextTurnMs(first.queue, pictureOf(ended, 10))).toBe(shortestHoldMs);
    expect(take(first.queue, ended, 10).queue.large?.call.ticketNumber).toBe('D001');
    expect(take(first.queue, ended, shortestHoldMs).queue.large).toBeNull();
  });

  it('given that the newer one is served, gives the place back to the older that still stands, without a sound', () => {
    const both = take(take(opened, [callOf(1, 1)], 0).queue, [callOf(2, 2), callOf(1, 1)], 20_000);
    expect(both.announced?.ticketNumber).toBe('D002');
    const after = take(both.queue, [callOf(2, 2, { isStillCalled: false }), callOf(1, 1)], 40_000);
    expect(after.queue.large?.call.ticketNumber).toBe('D001');
    expect(after.announced).toBeNull();
  });
});

describe('a recall', () => {
  it('given its call in the large place, is announced at once and holds it anew', () => {
    const first = take(opened, [callOf(1, 1)], 0);
    const again = take(first.queue, [callOf(2, 1, { isRecall: true })], 3_000);
    expect(again.announced?.isRecall).toBe(true);
    expect(again.queue.large?.heldUntilMs).toBe(3_000 + shortestHoldMs);
    expect(again.queue.waiting).toEqual([]);
  });

  it('given its call still waiting, takes its place in the queue: one turn for one ticket', () => {
    const first = take(opened, [callOf(2, 2), callOf(1, 1)], 0);
    const again = take(first.queue, [callOf(3, 2, { isRecall: true }), callOf(1, 1)], 1_000);
    expect(again.queue.waiting.map((call) => call.announcementNumber)).toEqual([3]);
  });
});

describe('after a loss of the connection [P-31]', () => {
  it('given calls that came meanwhile, announces the fresh ones and not the old', () => {
    const old = callOf(1, 1);
    const fresh = callOf(2, 2, { at: instantOf(calledAtMs + 80_000) });
    const { queue, announced } = take(opened, [fresh, old], 90_000);
    expect(announced?.ticketNumber).toBe('D002');
    expect(queue.waiting).toEqual([]);
  });

  it('given a call that waited through it for more than a minute, drops it', () => {
    const first = take(opened, [callOf(2, 2), callOf(1, 1)], 0);
    expect(dropStaleCalls(first.queue, instantOf(calledAtMs + 60_001)).waiting).toEqual([]);
    expect(dropStaleCalls(first.queue, instantOf(calledAtMs + 60_000)).waiting).toHaveLength(1);
  });

  it('given another journal, starts at its picture and announces nothing', () => {
    const first = take(opened, [callOf(7, 7)], 0);
    const turn = takePicture(first.queue, pictureOf([callOf(3, 3)], 1_000, otherJournalId), milliseconds(1_000));
    expect(turn.announced).toBeNull();
    expect(announcedMark(turn.queue)).toEqual({ journalId: otherJournalId, announcementNumber: 3 });
  });
});

describe('a reload of the page', () => {
  it('given calls that still wait, announces exactly those', () => {
    const calls = [callOf(3, 3), callOf(2, 2), callOf(1, 1)];
    const before = take(opened, calls, 0);
    const reloaded = take(newAnnouncementQueue(announcedMark(before.queue)), calls, 2_000);
    expect(reloaded.announced?.announcementNumber).toBe(2);
    expect(reloaded.queue.waiting.map((call) => call.announcementNumber)).toEqual([3]);
  });
});

type Step = {
  readonly waitMs: number;
  readonly act: 'call' | 'recall' | 'end' | 'reload' | 'nothing';
  readonly pick: number;
};
const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({
    waitMs: fc.integer({ min: 0, max: 12_000 }),
    act: fc.constantFrom('call', 'call', 'recall', 'end', 'reload', 'nothing'),
    pick: fc.nat(20),
  }),
  { maxLength: 60 },
);

/** A naive branch: rows by ticket, newest first, as the server's view keeps them. */
function happen(calls: readonly BoardCall[], step: Step, number: number, nowMs: number): readonly BoardCall[] {
  const picked = calls[step.pick % Math.max(1, calls.length)];
  const at = instantOf(calledAtMs + nowMs);
  if (step.act === 'call') return [callOf(number, number, { at }), ...calls];
  if (picked === undefined || !picked.isStillCalled) return calls;
  const others = calls.filter((call) => call !== picked);
  if (step.act === 'recall') return [{ ...picked, announcementNumber: number, at, isRecall: true }, ...others];
  if (step.act !== 'end') return calls;
  return calls.map((call) => (call === picked ? { ...call, isStillCalled: false } : call));
}

/** Plays the steps on one display and writes down, in words, each promise that it broke. */
function brokenPromises(all: readonly Step[]): readonly string[] {
  const broken: string[] = [];
  let calls: readonly BoardCall[] = [];
  let queue = opened;
  let nowMs = 0;
  let lastHeard = 0;
  let held = { ticketNumber: '', untilMs: 0 };
  for (const [index, step] of all.entries()) {
    nowMs += step.waitMs;
    calls = happen(calls, step, index + 1, nowMs);
    if (step.act === 'reload') {
      queue = newAnnouncementQueue(announcedMark(queue));
      held = { ticketNumber: '', untilMs: 0 };
    }
    const { queue: next, announced } = take(queue, calls, nowMs);
    queue = next;
    const isHeld = queue.large?.call.ticketNumber === held.ticketNumber;
    if (nowMs < held.untilMs && !isHeld) broken.push(`${held.ticketNumber} was flashed away`);
    if (announced === null) continue;
    if (announced.announcementNumber <= lastHeard) broken.push(`${announced.announcementNumber} out of order`);
    if (!calls.includes(announced) || !announced.isStillCalled) broken.push(`${announced.ticketNumber} is not called`);
    lastHeard = announced.announcementNumber;
    held = { ticketNumber: announced.ticketNumber, untilMs: nowMs + shortestHoldMs };
  }
  return broken;
}

describe('whatever happens', () => {
  it('announces in rising order, nothing twice, only what is called, and lets nobody be flashed away', () => {
    fc.assert(
      fc.property(steps, (all) => {
        expect(brokenPromises(all)).toEqual([]);
      }),
    );
  });

  it('given time, announces every call that still stands', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), (count) => {
        const calls = Array.from({ length: count }, (_, index) => callOf(index + 1, index + 1)).reverse();
        let queue = opened;
        const heard: number[] = [];
        for (let nowMs = 0; nowMs <= count * shortestHoldMs; nowMs += 1_000) {
          const turn = take(queue, calls, nowMs);
          queue = turn.queue;
          if (turn.announced !== null) heard.push(turn.announced.announcementNumber);
        }
        expect(heard).toEqual(Array.from({ length: count }, (_, index) => index + 1));
      }),
    );
  });
});
