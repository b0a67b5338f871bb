import { type Acknowledgement, idSchemas, minutes } from '@okienko/shared';
import { describe, expect, it } from 'vitest';
import { createFaultyJournal, SimulatedCrash } from '../journal/faultyJournal.ts';
import type { Journal } from '../journal/journal.ts';
import {
  backUpDisk,
  createMemoryDisk,
  type MemoryDisk,
  openMemoryJournal,
  restoreDisk,
} from '../journal/memoryJournal.ts';
import { commandId, issue, testBranch, uuid } from './testing/testBranch.ts';

const freshDisk = () => createMemoryDisk(idSchemas.journal.parse(uuid(1)));
const restored = (backup: MemoryDisk, number = 2, numberSkip = 50) =>
  restoreDisk(backup, {
    journalId: idSchemas.journal.parse(uuid(number)),
    restoredAt: testBranch().clock.business.now(),
    numberSkip,
  });
const types = (branch: ReturnType<typeof testBranch>) => branch.committed.map(({ event }) => event.type);
const numberIn = (answer: Acknowledgement | undefined) =>
  answer?.answer === 'accepted' && answer.result.type === 'ticketIssued' ? answer.result.ticketNumber : null;

/** A branch that gave out D001, was backed up, and gave out D002, which is lost. */
function branchWithBackup() {
  const disk = freshDisk();
  const before = testBranch({ journal: openMemoryJournal(disk) });
  before.send(issue, 'kiosk-1', commandId(1));
  const backup = backUpDisk(disk);
  before.send(issue, 'kiosk-1', commandId(2));
  before.journal.close();
  return { backup, clock: before.clock };
}

describe('a branch on a restored journal', () => {
  it('given a backup, when the server starts on it, then the day goes on behind the gap, under the new id', () => {
    const { backup, clock } = branchWithBackup();
    const branch = testBranch({ journal: openMemoryJournal(restored(backup)), clock });
    expect(types(branch)).toEqual(['JournalRestored']);
    const answer = branch.send(issue, 'kiosk-1', commandId(3));
    expect(answer).toMatchObject({ answer: 'accepted', journalId: uuid(2) });
    expect(numberIn(answer)).toBe('D052');
    expect(numberIn(branch.send(issue, 'kiosk-1', commandId(1)))).toBe('D001');
  });

  it('given a start after that, then the numbers do not skip again; another restore skips again', () => {
    const { backup, clock } = branchWithBackup();
    const disk = restored(backup);
    testBranch({ journal: openMemoryJournal(disk), clock }).journal.close();
    const again = testBranch({ journal: openMemoryJournal(disk), clock });
    expect(types(again)).toEqual([]);
    const thirdJournal = testBranch({ journal: openMemoryJournal(restored(backUpDisk(disk), 3, 200)), clock });
    expect(numberIn(thirdJournal.send(issue, 'kiosk-1', commandId(3)))).toBe('D252');
  });

  it('given a process that dies right after it recorded the restore, when it starts again, then it skips once', () => {
    const { backup, clock } = branchWithBackup();
    const disk = restored(backup);
    const journal = openMemoryJournal(disk);
    const dying: Journal = {
      ...journal,
      append: (records) => {
        journal.append(records);
        const isRestore = records.some(({ events }) => events.some(({ type }) => type === 'JournalRestored'));
        if (isRestore) throw new SimulatedCrash('The simulated process died after its commit.');
      },
    };
    expect(() => testBranch({ journal: dying, clock })).toThrow(SimulatedCrash);
    const branch = testBranch({ journal: openMemoryJournal(disk), clock });
    expect(types(branch)).toEqual([]);
    expect(disk.events.length).toBe(backup.events.length + 1);
    expect(numberIn(branch.send(issue, 'kiosk-1', commandId(3)))).toBe('D052');
  });

  it('given a backup of yesterday, when the server starts, then the day is begun first and its numbers skip', () => {
    const { backup, clock } = branchWithBackup();
    clock.pass(minutes(24 * 60));
    const branch = testBranch({ journal: openMemoryJournal(restored(backup)), clock });
    expect(types(branch)).toEqual(['TicketClosed', 'BusinessDayEnded', 'BusinessDayStarted', 'JournalRestored']);
    expect(numberIn(branch.send(issue, 'kiosk-1', commandId(3)))).toBe('D051');
  });

  it('given a full disk, when the restore cannot be recorded, then the server does not start', () => {
    const { backup, clock } = branchWithBackup();
    const faulty = createFaultyJournal(openMemoryJournal(restored(backup)));
    faulty.setFull(true);
    expect(testBranch({ journal: faulty.journal, clock }).refusal).toEqual({ kind: 'fault' });
  });
});
