import { idSchemas, milliseconds } from '@okienko/shared';
import { describe, expect, it } from 'vitest';
import type { Journal } from '../journal/journal.ts';
import { createMemoryDisk, openMemoryJournal } from '../journal/memoryJournal.ts';
import { JournalFault } from '../journal/journalFault.ts';
import { VirtualClock } from '@okienko/shared/testing';
import { commandId, issue, type TestBranch, testBranch, uuid } from './testing/testBranch.ts';

/** A journal whose every write takes a while on the branch's machine clock, and fails while `isFull`. */
function slowJournal(clock: VirtualClock, writeMs: number) {
  const memory = openMemoryJournal(createMemoryDisk(idSchemas.journal.parse(uuid(1))));
  const disk = { isFull: false };
  const journal: Journal = {
    ...memory,
    append: (records) => {
      clock.pass(milliseconds(writeMs));
      if (disk.isFull) throw new JournalFault('full', 'no room');
      memory.append(records);
    },
  };
  return { journal, disk };
}

/** Only the turns of the test itself: not those of the start. */
function forgetTurns(branch: TestBranch): void {
  branch.runTurns();
  branch.turns.length = 0;
}

describe('what is measured of a turn', () => {
  it('given a slow disk, when two tickets are issued in one turn and one is resent, then one commit and three answers are told', () => {
    const clock = new VirtualClock('2026-11-24', '14:05');
    const branch = testBranch({ clock, journal: slowJournal(clock, 40).journal });
    forgetTurns(branch);
    branch.enqueue(issue, 'kiosk-1', commandId(1));
    branch.enqueue(issue, 'kiosk-1', commandId(2));
    branch.enqueue(issue, 'kiosk-1', commandId(1));
    branch.runTurns();
    expect(branch.turns).toMatchObject([{ commitMs: 40, turnMs: 40 }]);
    const answers = branch.turns[0]?.answers.map(({ type, acknowledgement }) => [type, acknowledgement.answer]);
    expect(answers).toEqual(Array.from({ length: 3 }, () => ['IssueTicket', 'accepted']));
  });

  it('given nothing to write, when a turn is over, then it has no commit', () => {
    const branch = testBranch();
    forgetTurns(branch);
    branch.send(branch.callNext('c1'), 'counter-1');
    branch.tick();
    expect(branch.turns).toMatchObject([
      { commitMs: null, answers: [{ type: 'CallNext', acknowledgement: { answer: 'rejected' } }] },
      { commitMs: null, answers: [] },
    ]);
  });

  it('given a full disk, when a ticket is asked for, then its fault is told and no commit', () => {
    const clock = new VirtualClock('2026-11-24', '14:05');
    const { journal, disk } = slowJournal(clock, 7);
    const branch = testBranch({ clock, journal });
    forgetTurns(branch);
    disk.isFull = true;
    branch.send(issue, 'kiosk-1');
    expect(branch.turns).toMatchObject([
      { commitMs: null, turnMs: 7, answers: [{ acknowledgement: { answer: 'fault', fault: 'journal' } }] },
    ]);
  });
});
