import { assert, idSchemas, type TicketId } from '@okienko/shared';
import { describe, expect, it } from 'vitest';
import { type CommandRecord, JournalFault } from '../journal/journal.ts';
import { createFaultyJournal, SimulatedCrash } from '../journal/faultyJournal.ts';
import { createMemoryDisk, openMemoryJournal } from '../journal/memoryJournal.ts';
import { commandId, issue, testBranch, uuid } from './testing/testBranch.ts';

const freshDisk = () => createMemoryDisk(idSchemas.journal.parse(uuid(1)));

describe('the engine answers after the commit and never before', () => {
  it('given two commands in one turn, when it runs, then both are in one transaction before either is answered', () => {
    const journal = openMemoryJournal(freshDisk());
    const log: string[] = [];
    const branch = testBranch({
      journal: {
        ...journal,
        append: (records) => {
          journal.append(records);
          log.push(`commit ${records.length}`);
        },
      },
    });
    log.length = 0;
    const answer = (name: string) => () => void log.push(name);
    const actor = { deviceId: idSchemas.device.parse('kiosk-1'), clerkId: null };
    for (const number of [1, 2]) {
      const request = {
        commandId: commandId(number),
        ageMs: 0,
        actor,
        command: issue,
        answer: answer(`answer ${number}`),
      };
      branch.engine.submit({ ...request, ageMs: branch.clock.machine.nowMs() });
    }
    branch.runTurns();
    expect(log).toEqual(['commit 2', 'answer 1', 'answer 2']);
    expect(branch.publications.at(-1)?.kiosk.events).toHaveLength(2);
  });

  it('given a commit that fails, when somebody reads in the turn and after it, then no uncommitted ticket is seen', () => {
    const journal = openMemoryJournal(freshDisk());
    let isFull = false;
    const seen: number[] = [];
    const branch = testBranch({
      journal: {
        ...journal,
        append: (records: readonly CommandRecord[]) => {
          if (isFull) throw new JournalFault('full', 'no room');
          journal.append(records);
        },
        probe: () => {
          if (isFull) throw new JournalFault('full', 'no room');
        },
      },
    });
    const published = branch.publications.length;
    isFull = true;
    const answers = branch.enqueue(issue, 'kiosk-1');
    seen.push(branch.engine.query(({ state }) => state.tickets.size));
    branch.runTurns();
    seen.push(branch.engine.query(({ state }) => state.tickets.size));
    expect(answers).toEqual([{ answer: 'fault', fault: 'journal' }]);
    expect(seen).toEqual([0, 0]);
    expect(branch.publications).toHaveLength(published);
    branch.tick();
    expect(branch.pulses.at(-1)?.heartbeat.isWritable).toBe(false);
    expect(branch.pulses.at(-1)?.figures.counter.alarms).toMatchObject([{ kind: 'journalFault', problem: 'no room' }]);
    isFull = false;
    branch.tick();
    expect(branch.pulses.at(-1)?.heartbeat.isWritable).toBe(true);
    expect(branch.send(issue, 'kiosk-1')).toMatchObject({ answer: 'accepted', result: { ticketNumber: 'D001' } });
  });
});

describe('a command acts once', () => {
  it('given an accepted command, when it comes twice more, in its turn and later, then the answer is the same', () => {
    const branch = testBranch();
    const first = branch.enqueue(issue, 'kiosk-1', commandId(1));
    const second = branch.enqueue(issue, 'kiosk-1', commandId(1));
    branch.runTurns();
    const third = branch.send(issue, 'kiosk-1', commandId(1), 60_000);
    expect(first[0]).toMatchObject({ answer: 'accepted', result: { ticketNumber: 'D001' } });
    expect(second[0]).toEqual(first[0]);
    expect(third).toEqual(first[0]);
    expect(branch.engine.query(({ state }) => state.tickets.size)).toBe(1);
  });

  it('given an accepted command, when the server restarts and it comes again, then it is not done again', () => {
    const disk = freshDisk();
    const before = testBranch({ journal: openMemoryJournal(disk) });
    const first = before.send(issue, 'kiosk-1', commandId(1));
    before.journal.close();
    const after = testBranch({ journal: openMemoryJournal(disk), clock: before.clock });
    expect(after.send(issue, 'kiosk-1', commandId(1))).toEqual(first);
    expect(after.send(issue, 'kiosk-1', commandId(2))).toMatchObject({ result: { ticketNumber: 'D002' } });
  });

  it('given a process that dies between commit and answer, when the sender resends, then nothing is lost or done twice', () => {
    const disk = freshDisk();
    const faulty = createFaultyJournal(openMemoryJournal(disk));
    const before = testBranch({ journal: faulty.journal });
    faulty.crashAfterNextAppend();
    const answers = before.enqueue(issue, 'kiosk-1', commandId(1));
    expect(() => before.runTurns()).toThrow(SimulatedCrash);
    expect(answers).toEqual([]);
    before.journal.close();
    const after = testBranch({ journal: openMemoryJournal(disk), clock: before.clock });
    expect(after.send(issue, 'kiosk-1', commandId(1))).toMatchObject({ result: { ticketNumber: 'D001' } });
    expect(after.engine.query(({ state }) => state.tickets.size)).toBe(1);
  });

  it('given a rejected command, when it comes again after the reason is gone, then the rejection stays', () => {
    const branch = testBranch();
    branch.send(branch.open('c2', 'clerk-2', 'counter-2'), 'counter-2');
    const rejected = branch.send(branch.callNext('c2'), 'counter-2', commandId(50));
    branch.send(issue, 'kiosk-1');
    expect(rejected).toEqual({ answer: 'rejected', rejection: { reason: 'QueueEmpty' } });
    expect(branch.send(branch.callNext('c2'), 'counter-2', commandId(50))).toEqual(rejected);
    expect(branch.send(branch.callNext('c2'), 'counter-2', commandId(51))).toMatchObject({ answer: 'accepted' });
  });

  it.each([
    ['IssueTicket', 5_000, 'kiosk-1'],
    ['PauseCounter', 15_000, 'counter-2'],
  ])('given a %s older than %i ms, when it arrives, then it is too old', (type, limitMs, from) => {
    const branch = testBranch();
    branch.send(branch.open('c2', 'clerk-2', 'counter-2'), 'counter-2');
    const reasonId = idSchemas.breakReason.parse('lunch');
    const pause = { type: 'PauseCounter', counterId: idSchemas.counter.parse('c2'), reasonId } as const;
    const command = type === 'IssueTicket' ? issue : pause;
    const tooOld = { answer: 'rejected', rejection: { reason: 'TooOld' } };
    expect(branch.send(command, from, commandId(70), limitMs + 1)).toEqual(tooOld);
    expect(branch.send(command, from, commandId(71), limitMs)).toMatchObject({ answer: 'accepted' });
  });
});

describe('two devices at one counter', () => {
  it('given a takeover and a press of the old device in one turn, when it runs, then the old device calls nobody', () => {
    const branch = testBranch();
    branch.send(branch.open('c2', 'clerk-2', 'counter-2'), 'counter-2');
    branch.send(issue, 'kiosk-1');
    const takeover = branch.enqueue(branch.open('c2', 'clerk-2', 'counter-3'), 'counter-3');
    const press = branch.enqueue(branch.callNext('c2'), 'counter-2');
    branch.runTurns();
    expect(takeover).toMatchObject([{ answer: 'accepted' }]);
    expect(press).toMatchObject([{ answer: 'rejected' }]);
    expect(branch.committed.at(-1)?.event).toMatchObject({ type: 'CounterOpened', deviceId: 'counter-3' });
  });
});

describe('a poison command does not take the point down', () => {
  /** The state of the second turn is spoilt, as a bug would do it: the counter says that it holds a lost ticket. */
  const poison = (branch: ReturnType<typeof testBranch>) => {
    branch.send(branch.open('c2', 'clerk-2', 'counter-2'), 'counter-2');
    branch.send(issue, 'kiosk-1');
    const ticketId = branch.engine.query(({ state }) => [...state.tickets.keys()][0]);
    assert(ticketId !== undefined, 'a ticket was issued');
    branch.engine.query(({ state }) => state.tickets.delete(ticketId));
    return ticketId;
  };

  it('given a command that breaks an assertion, when it runs, then it is quarantined and its turn goes on without it', () => {
    const branch = testBranch();
    const lost: TicketId = poison(branch);
    const poisoned = branch.enqueue(branch.callNext('c2'), 'counter-2', commandId(80));
    const innocent = branch.enqueue(issue, 'kiosk-1', commandId(81));
    branch.runTurns();
    expect(poisoned).toEqual([{ answer: 'fault', fault: 'bug' }]);
    expect(innocent[0]).toMatchObject({ answer: 'accepted', result: { ticketNumber: 'D002' } });
    expect(branch.engine.query(({ state }) => state.tickets.has(lost))).toBe(true);
    expect(branch.journal.quarantined()).toMatchObject([{ commandId: commandId(80) }]);
    expect(branch.reports).toMatchObject([{ kind: 'commandQuarantined', commandId: commandId(80) }]);
    branch.tick();
    expect(branch.pulses.at(-1)?.figures.counter.alarms).toMatchObject([{ kind: 'commandQuarantined', count: 1 }]);
  });

  it('given a quarantined command, when it is sent again, also after a restart, then it is refused for ever', () => {
    const disk = freshDisk();
    const branch = testBranch({ journal: openMemoryJournal(disk) });
    poison(branch);
    branch.send(branch.callNext('c2'), 'counter-2', commandId(80));
    const refused = { answer: 'rejected', rejection: { reason: 'Quarantined' } };
    expect(branch.send(branch.callNext('c2'), 'counter-2', commandId(80))).toEqual(refused);
    branch.journal.close();
    const after = testBranch({ journal: openMemoryJournal(disk), clock: branch.clock });
    expect(after.send(after.callNext('c2'), 'counter-2', commandId(80))).toEqual(refused);
  });

  it('given a journal whose events do not fit, when the server starts, then it stops instead of guessing', () => {
    const disk = freshDisk();
    const branch = testBranch({ journal: openMemoryJournal(disk) });
    branch.send(issue, 'kiosk-1');
    branch.journal.close();
    disk.events.splice(1, 1);
    expect(() => testBranch({ journal: openMemoryJournal(disk), clock: branch.clock })).toThrow(/./);
  });
});
