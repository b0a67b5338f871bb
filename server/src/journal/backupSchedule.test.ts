import { type DurationMs, type Instant, instantOf, minutes, seqOf } from '@okienko/shared';
import { VirtualClock } from '@okienko/shared/testing';
import { describe, expect, it } from 'vitest';
import type { BackupOutcome } from './backupRun.ts';
import { BackupSchedule } from './backupSchedule.ts';
import { JournalRefusal } from './journalRefusal.ts';

const done = (at: Instant): BackupOutcome => ({
  result: 'done',
  file: 'okienko.sqlite',
  at,
  byteLength: 1,
  seq: seqOf(1),
  removed: 0,
});
const failed: BackupOutcome = { result: 'failed', problem: 'The disk is full.' };

/** A schedule whose backups end when the test says so. */
function scheduled(options: { readonly every?: DurationMs; readonly newest?: () => Instant | null } = {}) {
  const clock = new VirtualClock('2026-11-24', '10:00');
  const begun: { readonly at: Instant; readonly end: (outcome: BackupOutcome) => void }[] = [];
  const outcomes: BackupOutcome[] = [];
  let cancelled = 0;
  const schedule = new BackupSchedule({
    every: options.every ?? minutes(60),
    newest: options.newest ?? (() => null),
    run: (at) => {
      const { promise, resolve } = Promise.withResolvers<BackupOutcome>();
      begun.push({ at, end: resolve });
      return {
        outcome: promise,
        cancel: () => {
          cancelled += 1;
          resolve({ result: 'failed', problem: 'the worker ended without an answer' });
          return Promise.resolve();
        },
      };
    },
    machineClock: clock.machine,
    wallClock: clock.business,
    businessClock: clock.business,
    onOutcome: (outcome) => outcomes.push(outcome),
  });
  const end = async (outcome: BackupOutcome) => {
    begun.at(-1)?.end(outcome);
    await Promise.resolve();
    await Promise.resolve();
  };
  return { schedule, clock, begun, outcomes, end, cancelled: () => cancelled };
}

describe('the schedule of backups', () => {
  it('given no backup yet, then the first begins a minute after the start, and the next an hour after its end', async () => {
    const { schedule, clock, begun, end } = scheduled();
    schedule.start();
    expect(schedule.ageSeconds()).toBeNull();
    clock.pass(minutes(0.9));
    expect(begun).toHaveLength(0);
    clock.pass(minutes(0.1));
    expect(begun).toHaveLength(1);
    clock.pass(minutes(120));
    expect(begun).toHaveLength(1);
    await end(done(clock.business.now()));
    clock.pass(minutes(30));
    expect(schedule.ageSeconds()).toBe(1_800);
    clock.pass(minutes(30));
    expect(begun).toHaveLength(2);
  });

  it('given a good backup of 40 minutes ago, then it counts, and the next is due in 20 minutes', () => {
    const clockNow = new VirtualClock('2026-11-24', '10:00').business.now();
    const { schedule, clock, begun } = scheduled({ newest: () => instantOf(clockNow - minutes(40)) });
    schedule.start();
    expect(schedule.ageSeconds()).toBe(2_400);
    clock.pass(minutes(19));
    expect(begun).toHaveLength(0);
    clock.pass(minutes(1));
    expect(begun).toHaveLength(1);
  });

  it('given a backup that fails, then staff are told since when until one is good, and it is tried again in 5 minutes', async () => {
    const { schedule, clock, begun, outcomes, end } = scheduled();
    schedule.start();
    clock.pass(minutes(1));
    const since = clock.business.now();
    await end(failed);
    expect(schedule.alarms()).toEqual([{ kind: 'backupFailed', since, problem: 'The disk is full.' }]);
    clock.pass(minutes(5));
    expect(begun).toHaveLength(2);
    await end({ result: 'failed', problem: 'There is no folder.' });
    expect(schedule.alarms()).toEqual([{ kind: 'backupFailed', since, problem: 'There is no folder.' }]);
    clock.pass(minutes(5));
    await end(done(clock.business.now()));
    expect(schedule.alarms()).toEqual([]);
    expect(outcomes.map(({ result }) => result)).toEqual(['failed', 'failed', 'done']);
  });

  it('given a folder that cannot be read at the start, then staff are told at once', () => {
    const { schedule } = scheduled({
      newest: () => {
        throw new JournalRefusal('unreachable', 'The folder is a file.');
      },
    });
    schedule.start();
    expect(schedule.alarms()).toMatchObject([{ kind: 'backupFailed', problem: 'The folder is a file.' }]);
  });

  it('given a stop during a backup, then it is cut off, nothing is said of it and none follows', async () => {
    const { schedule, clock, begun, outcomes, cancelled } = scheduled();
    schedule.start();
    clock.pass(minutes(1));
    await schedule.stop();
    clock.pass(minutes(600));
    expect([begun.length, outcomes.length, cancelled()]).toEqual([1, 0, 1]);
    expect(schedule.alarms()).toEqual([]);
  });
});
