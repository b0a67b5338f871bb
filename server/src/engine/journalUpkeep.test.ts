import { type Audience, idSchemas, minutes } from '@okienko/shared';
import { VirtualClock } from '@okienko/shared/testing';
import { describe, expect, it } from 'vitest';
import { createFaultyJournal } from '../journal/faultyJournal.ts';
import { createMemoryDisk, memoryPages, openMemoryJournal } from '../journal/memoryJournal.ts';
import { verifyJournal } from '../journal/verify.ts';
import { exampleText, issue, type TestBranch, testBranch, uuid } from './testing/testBranch.ts';

const text = exampleText.replace('"dayRollover"', '"retentionDays": 2, "dayRollover"');
const freshDisk = () => createMemoryDisk(idSchemas.journal.parse(uuid(1)));
const aDay = minutes(24 * 60);

/** Somebody comes on each of these days; the branch ends on the morning after the last. */
function liveDays(branch: TestBranch, days: number): void {
  for (let day = 0; day < days; day += 1) {
    branch.send(issue, 'kiosk-1');
    branch.clock.pass(aDay);
    branch.tick();
  }
}

/** A whole picture, without the start that it was taken in. */
function pictureOf(branch: TestBranch, audience: Audience): string {
  return JSON.stringify(branch.snapshot(audience)).replaceAll(/"epoch":"[^"]*"/g, '');
}

describe('days past their retention', () => {
  it('given two days to keep, then the two newest ended days and the running one stay, and the chain begins at an anchor', () => {
    const disk = freshDisk();
    const branch = testBranch({
      journal: openMemoryJournal(disk),
      clock: new VirtualClock('2026-11-23', '11:00'),
      text,
    });
    liveDays(branch, 2);
    expect(branch.journal.start().seq).toBe(0);
    liveDays(branch, 2);
    const verification = verifyJournal(memoryPages(disk));
    expect(verification).toMatchObject({ isSound: true, anchor: { businessDate: '2026-11-24' } });
    const kept = branch.journal.read(idSchemas.seq.parse(1), branch.journal.head());
    const issuedOn = kept.filter(({ event }) => event.type === 'TicketIssued').map(({ metadata }) => metadata.at);
    expect(issuedOn.map((at) => new Date(at).toISOString().slice(0, 10))).toEqual(['2026-11-25', '2026-11-26']);
    expect(branch.reports).toEqual([]);
  });

  it('given a start without any snapshot that can be read, then the state comes from the anchor and what follows it', () => {
    const disk = freshDisk();
    const before = testBranch({
      journal: openMemoryJournal(disk),
      clock: new VirtualClock('2026-11-23', '11:00'),
      text,
    });
    liveDays(before, 4);
    before.send(issue, 'kiosk-1');
    disk.snapshots.push({ seq: before.journal.head(), text: '{"state":{},"views":{}}' });
    const after = testBranch({ journal: openMemoryJournal(disk), clock: before.clock, text });
    for (const audience of ['kiosk', 'counter', 'display'] as const) {
      expect(pictureOf(after, audience)).toBe(pictureOf(before, audience));
    }
  });

  it('given a clock that leaps years ahead for a night, then the newest ended days stay, however old they look', () => {
    const branch = testBranch({ clock: new VirtualClock('2026-11-23', '11:00'), text });
    liveDays(branch, 2);
    branch.clock.jump(minutes(5 * 365 * 24 * 60));
    branch.tick();
    branch.clock.pass(minutes(11));
    branch.tick();
    liveDays(branch, 1);
    branch.tick();
    // By its date the newest real day is five years old; by number it is one of the two to keep.
    const kept = branch.journal.read(idSchemas.seq.parse(1), branch.journal.head());
    const ended = kept.flatMap(({ event }) => (event.type === 'BusinessDayEnded' ? [event.businessDate] : []));
    expect(ended).toEqual(['2026-11-25', '2031-11-24']);
  });

  it('given a clock that leaps years ahead and stays, then only the running day ends, and no other is removed for it', () => {
    const disk = freshDisk();
    const branch = testBranch({
      journal: openMemoryJournal(disk),
      clock: new VirtualClock('2026-11-23', '11:00'),
      text,
    });
    liveDays(branch, 2);
    branch.clock.jump(minutes(5 * 365 * 24 * 60));
    branch.tick();
    branch.clock.pass(minutes(11));
    branch.tick();
    branch.tick();
    expect(branch.committed.filter(({ event }) => event.type === 'BusinessDayEnded')).toHaveLength(3);
    const kept = branch.journal.read(idSchemas.seq.parse(1), branch.journal.head());
    expect(kept.filter(({ event }) => event.type === 'TicketIssued')).toHaveLength(1);
    expect(kept.some(({ event }) => event.type === 'BusinessDayEnded' && event.businessDate === '2026-11-24')).toBe(
      true,
    );
  });

  it('given no room for it, then the branch works on and the days go after the next one', () => {
    const { journal, setFull } = createFaultyJournal(openMemoryJournal(freshDisk()));
    const remove = journal.remove;
    let isFailing = true;
    const failing: typeof journal = {
      ...journal,
      remove: (removal) => {
        setFull(isFailing);
        try {
          return remove(removal);
        } finally {
          setFull(false);
        }
      },
    };
    const branch = testBranch({ journal: failing, clock: new VirtualClock('2026-11-23', '11:00'), text });
    liveDays(branch, 3);
    expect(branch.reports.map(({ kind }) => kind)).toEqual(['retentionFailed', 'retentionFailed', 'retentionFailed']);
    expect(journal.start().seq).toBe(0);
    isFailing = false;
    liveDays(branch, 1);
    expect(journal.start().seq).toBeGreaterThan(0);
    expect(branch.send(issue, 'kiosk-1')).toMatchObject({ answer: 'accepted' });
  });
});
