import { type Acknowledgement, idSchemas, milliseconds, minutes, required } from '@okienko/shared';
import { VirtualClock } from '@okienko/shared/testing';
import { describe, expect, it } from 'vitest';
import { createFaultyJournal } from '../journal/faultyJournal.ts';
import { JournalFault } from '../journal/journal.ts';
import { createMemoryDisk, openMemoryJournal } from '../journal/memoryJournal.ts';
import { commandId, device, issue, issueOn, testBranch, uuid } from './testing/testBranch.ts';

const freshDisk = () => createMemoryDisk(idSchemas.journal.parse(uuid(1)));
const accepted = { answer: 'accepted' };
const journalFault = { answer: 'fault', fault: 'journal' };

function faultyBranch(disk = freshDisk(), clock?: VirtualClock) {
  const faulty = createFaultyJournal(openMemoryJournal(disk));
  return { ...faulty, branch: testBranch({ journal: faulty.journal, ...(clock === undefined ? {} : { clock }) }) };
}

describe('nobody sees what is not committed', () => {
  it('given a turn before its commit, when somebody reads in it, then that is a bug, and its pictures show nothing', () => {
    const journal = openMemoryJournal(freshDisk());
    let isFull = false;
    const branch = testBranch({
      journal: {
        ...journal,
        append: (records) => {
          if (!isFull) return journal.append(records);
          expect(() => branch.engine.query(({ state }) => state.tickets.size)).toThrow('not committed');
          throw new JournalFault('full', 'no room');
        },
      },
    });
    isFull = true;
    branch.enqueue(issue, 'kiosk-1');
    const snapshot = branch.snapshot('kiosk');
    expect(snapshot).toMatchObject({ seq: 2, view: { waiting: {} }, heartbeat: { isWritable: false } });
    expect(branch.engine.query(({ state }) => state.tickets.size)).toBe(0);
  });
});

describe('while the disk is full', () => {
  it('given a poison command in it, when there is room again, then it is written down, and refused meanwhile', () => {
    const disk = freshDisk();
    const { branch, setFull } = faultyBranch(disk);
    branch.send(branch.open('c2', 'clerk-2', 'counter-2'), 'counter-2');
    branch.send(issue, 'kiosk-1');
    branch.engine.query(({ state }) => state.tickets.clear());
    setFull(true);
    expect(branch.send(branch.callNext('c2'), 'counter-2', commandId(90))).toEqual({ answer: 'fault', fault: 'bug' });
    branch.tick();
    expect(disk.quarantine.size).toBe(0);
    setFull(false);
    branch.tick();
    expect([...disk.quarantine.keys()]).toEqual([commandId(90)]);
    const refused = { answer: 'rejected', rejection: { reason: 'Quarantined' } };
    expect(branch.send(branch.callNext('c2'), 'counter-2', commandId(90))).toEqual(refused);
  });

  it('given a day key that cannot be kept, then the ticket is a fault and not a bug, and is issued when there is room', () => {
    let isFull = true;
    const branch = testBranch({
      followUrlOf: () => {
        if (isFull) throw new JournalFault('full', 'no room');
        return 'https://kolejka.example/t';
      },
    });
    expect(branch.send(issue, 'kiosk-1', commandId(1))).toEqual(journalFault);
    expect(branch.engine.query(({ state }) => state.tickets.size)).toBe(0);
    isFull = false;
    branch.tick();
    const answer = branch.send(issue, 'kiosk-1', commandId(1));
    expect(answer).toMatchObject({ ...accepted, result: { followUrl: 'https://kolejka.example/t' } });
    expect(branch.send(issue, 'kiosk-1', commandId(1))).toEqual(answer);
  });

  it('given a print that ends in it, when there is room again, then its result is on the ticket', () => {
    const { branch, setFull } = faultyBranch();
    branch.send(issueOn('kiosk-1-printer'), 'kiosk-1');
    const jobId = required(
      branch.engine.query(({ state }) => [...state.printJobs.keys()][0]),
      'a print job',
    );
    setFull(true);
    branch.printReports.report(jobId, { result: 'failed', reason: 'paperOut' });
    branch.runTurns();
    branch.tick();
    setFull(false);
    branch.tick();
    branch.tick();
    const prints = branch.engine.query(({ state }) => [...state.tickets.values()].map(({ print }) => print));
    expect(prints).toMatchObject([{ jobId, outcome: { result: 'failed', reason: 'paperOut' } }]);
    expect(branch.committed.filter(({ event }) => event.type === 'PrintResultRecorded')).toHaveLength(1);
  });

  it('given a day that ends in it, when there is room again, then the day ends before anything else', () => {
    const { branch, setFull } = faultyBranch(freshDisk(), new VirtualClock('2026-11-25', '03:59'));
    branch.send(issue, 'kiosk-1');
    setFull(true);
    branch.clock.pass(minutes(1));
    expect(branch.send(issue, 'kiosk-1')).toEqual(journalFault);
    setFull(false);
    branch.tick();
    expect(branch.engine.query(({ state }) => state.businessDate)).toBe('2026-11-25');
    expect(branch.send(issue, 'kiosk-1')).toMatchObject({ ...accepted, result: { ticketNumber: 'D001' } });
  });

  it('given a stop in it, and a turn that was still to come, then the stop ends well and the turn touches nothing', () => {
    const { branch, setFull } = faultyBranch(freshDisk(), new VirtualClock('2026-11-25', '03:59'));
    setFull(true);
    branch.send(issue, 'kiosk-1');
    branch.engine.tick();
    branch.engine.stop();
    branch.journal.close();
    branch.clock.pass(minutes(1));
    branch.runTurns();
    expect(branch.reports).toMatchObject([{ kind: 'journalFault' }, { kind: 'snapshotFailed' }]);
    expect(branch.send(issue, 'kiosk-1')).toEqual({ answer: 'fault', fault: 'stopping' });
  });

  it('given room for events but none for a snapshot, when one is due, then commands go on and the log is told', () => {
    const journal = openMemoryJournal(freshDisk());
    const saveSnapshot = () => {
      throw new JournalFault('full', 'no room for a snapshot');
    };
    const branch = testBranch({ journal: { ...journal, saveSnapshot } });
    for (let pressed = 0; pressed < 10_000; pressed += 1) branch.enqueue(issue, 'kiosk-1');
    branch.runTurns();
    branch.tick();
    branch.tick();
    expect(branch.reports).toEqual([{ kind: 'snapshotFailed', problem: 'no room for a snapshot' }]);
    expect(branch.pulses.at(-1)?.heartbeat.isWritable).toBe(true);
    expect(branch.send(issue, 'kiosk-1')).toMatchObject(accepted);
  });
});

describe('a snapshot of another version', () => {
  it('given one whose form is not known, when the server starts, then every event is replayed and the log is told', () => {
    const disk = freshDisk();
    const before = testBranch({ journal: openMemoryJournal(disk) });
    before.send(issue, 'kiosk-1');
    disk.snapshots.push({ seq: before.journal.head(), text: '{"state":{},"views":{}}' });
    const after = testBranch({ journal: openMemoryJournal(disk), clock: before.clock });
    expect(after.reports).toMatchObject([{ kind: 'snapshotUnreadable', seq: 3 }]);
    expect(after.snapshot('kiosk')).toEqual(before.snapshot('kiosk'));
  });
});

describe('a bug in what the server does by itself', () => {
  const rollover = () => new VirtualClock('2026-11-25', '03:59');

  it('given a day end that breaks, when the day is over, then the branch works on and the next run ends the day', () => {
    const disk = freshDisk();
    const branch = testBranch({ journal: openMemoryJournal(disk), clock: rollover() });
    branch.send(issue, 'kiosk-1', commandId(1));
    // As a bug would do it: a person waits and stands in no line.
    branch.engine.query(({ state }) => state.lines.clear());
    branch.clock.pass(minutes(1));
    branch.tick();
    expect(branch.reports).toMatchObject([{ kind: 'commandQuarantined', commandId: 'day-end:2026-11-24' }]);
    expect(branch.pulses.at(-1)?.figures.counter.alarms).toMatchObject([{ kind: 'commandQuarantined' }]);
    expect(branch.send(issue, 'kiosk-1', commandId(2))).toMatchObject({ result: { ticketNumber: 'D002' } });

    const repaired = testBranch({ journal: openMemoryJournal(disk), clock: branch.clock });
    expect(repaired.engine.query(({ state }) => state.businessDate)).toBe('2026-11-25');
    expect(repaired.send(issue, 'kiosk-1', commandId(3))).toMatchObject({ result: { ticketNumber: 'D001' } });
  });
});

describe('a flood', () => {
  it('given an inbox that is full, when more comes in the same turn, then it is a fault at once and the rest is done', () => {
    const branch = testBranch();
    const answers: Acknowledgement[] = [];
    const actor = { deviceId: device('kiosk-1'), clerkId: null };
    for (let pressed = 0; pressed <= 20_000; pressed += 1) {
      const answer = (acknowledgement: Acknowledgement) => void answers.push(acknowledgement);
      branch.engine.submit({ commandId: commandId(1), ageMs: milliseconds(0), actor, command: issue, answer });
    }
    expect(answers).toEqual([{ answer: 'fault', fault: 'overloaded' }]);
    branch.runTurns();
    expect(answers).toHaveLength(20_001);
    expect(answers.at(-1)).toMatchObject(accepted);
  });
});
