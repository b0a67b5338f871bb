import { idSchemas, minutes } from '@okienko/shared';
import { describe, expect, it } from 'vitest';
import { createMemoryDisk, openMemoryJournal } from '../journal/memoryJournal.ts';
import { commandId, exampleText, issue, issueOn, testBranch, uuid } from './testing/testBranch.ts';
import { VirtualClock } from '@okienko/shared/testing';

const freshDisk = () => createMemoryDisk(idSchemas.journal.parse(uuid(1)));
const types = (branch: ReturnType<typeof testBranch>) => branch.committed.map(({ event }) => event.type);

describe('the day of a branch', () => {
  it('given a new journal, when the server starts, then it takes the configuration and starts the business day', () => {
    const branch = testBranch();
    expect(branch.refusal).toBeNull();
    expect(types(branch)).toEqual(['ConfigurationChanged', 'BusinessDayStarted']);
    expect(branch.engine.query(({ state }) => state.businessDate)).toBe('2026-11-24');
  });

  it('given a known configuration, when the server restarts, then no event says it again', () => {
    const disk = freshDisk();
    const before = testBranch({ journal: openMemoryJournal(disk) });
    before.journal.close();
    const after = testBranch({ journal: openMemoryJournal(disk), clock: before.clock });
    expect(after.committed).toEqual([]);
  });

  it('given people in the hall, when the rollover passes, then the day ends once, before the new day begins to count', () => {
    const clock = new VirtualClock('2026-11-25', '03:59');
    const branch = testBranch({ clock });
    branch.send(issue, 'kiosk-1');
    clock.pass(minutes(1));
    const next = branch.send(issue, 'kiosk-1');
    expect(next).toMatchObject({ answer: 'accepted', result: { ticketNumber: 'D001' } });
    expect(types(branch).slice(2)).toEqual([
      'TicketIssued',
      'TicketClosed',
      'BusinessDayEnded',
      'BusinessDayStarted',
      'TicketIssued',
    ]);
    expect(branch.journal.findCommand(idSchemas.command.parse('day-end:2026-11-24'))).not.toBeNull();
  });

  it('given a server that was off at the rollover, when it starts, then the day ends before anything else', () => {
    const disk = freshDisk();
    const before = testBranch({ journal: openMemoryJournal(disk) });
    before.send(issue, 'kiosk-1');
    before.journal.close();
    before.clock.pass(minutes(24 * 60));
    const after = testBranch({ journal: openMemoryJournal(disk), clock: before.clock });
    expect(types(after)).toEqual(['TicketClosed', 'BusinessDayEnded', 'BusinessDayStarted']);
  });

  it('given a clock set back by ten minutes, when a command comes, then the correction is an event before it', () => {
    const branch = testBranch();
    branch.send(issue, 'kiosk-1');
    branch.clock.jump(minutes(-10));
    branch.send(issue, 'kiosk-1');
    expect(types(branch).slice(2)).toEqual(['TicketIssued', 'ClockCorrected', 'TicketIssued']);
    const [first, corrected, second] = branch.committed.slice(2);
    expect(corrected?.event).toMatchObject({ from: first?.metadata.at, to: second?.metadata.at });
  });

  it('given a clock set back by a minute, when a command comes, then event time stands still', () => {
    const branch = testBranch();
    branch.send(issue, 'kiosk-1');
    branch.clock.jump(minutes(-1));
    branch.send(issue, 'kiosk-1');
    const [first, second] = branch.committed.slice(2);
    expect(second?.metadata.at).toBe(first?.metadata.at);
  });

  it('given a clock that leaps a day ahead, when a command comes, then nobody in the hall loses their ticket', () => {
    const branch = testBranch();
    branch.send(issue, 'kiosk-1');
    branch.clock.jump(minutes(24 * 60));
    branch.tick();
    expect(branch.engine.query(({ state }) => [...state.tickets.values()].map(({ state: at }) => at))).toEqual([
      'waiting',
    ]);
    expect(branch.pulses.at(-1)?.figures.counter.alarms).toMatchObject([{ kind: 'clockJumped' }]);
  });

  it('given open tickets, when a configuration lacks their service, then the server does not start with it', () => {
    const disk = freshDisk();
    const before = testBranch({ journal: openMemoryJournal(disk) });
    before.send(issue, 'kiosk-1');
    before.journal.close();
    const lacking = exampleText.replaceAll('dowod-wniosek', 'dowod-inny');
    const after = testBranch({ journal: openMemoryJournal(disk), clock: before.clock, text: lacking });
    const rejection = { reason: 'ServiceWithOpenTickets', serviceIds: ['dowod-wniosek'] };
    expect(after.refusal).toEqual({ kind: 'rejected', rejection });
  });

  it('given a job in flight, when the server restarts, then its result is unknown and it is not sent again', () => {
    const disk = freshDisk();
    const before = testBranch({ journal: openMemoryJournal(disk) });
    before.send(issueOn('kiosk-1-printer'), 'kiosk-1', commandId(3));
    before.journal.close();
    const after = testBranch({ journal: openMemoryJournal(disk), clock: before.clock });
    expect(after.committed.map(({ event }) => event)).toMatchObject([
      { type: 'PrintResultRecorded', ticketNumber: 'D001', outcome: { result: 'unknown' } },
    ]);
  });
});
