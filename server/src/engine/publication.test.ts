import { audiences, counterContract, idSchemas, kioskContract, type Seq } from '@okienko/shared';
import { describe, expect, it } from 'vitest';
import { createMemoryDisk, openMemoryJournal } from '../journal/memoryJournal.ts';
import { commandId, issue, testBranch, uuid } from './testing/testBranch.ts';

const positions = (branch: ReturnType<typeof testBranch>) =>
  branch.publications.map(({ display }) => [display.fromSeq, display.toSeq]);

describe('what the engine publishes', () => {
  it('given turns of several commands, when they are published, then positions have no gap for any audience [P-12]', () => {
    const branch = testBranch();
    branch.enqueue(issue, 'kiosk-1');
    branch.enqueue(issue, 'kiosk-1');
    branch.runTurns();
    branch.send(issue, 'kiosk-1');
    expect(positions(branch)).toEqual([
      [1, 1],
      [2, 2],
      [3, 4],
      [5, 5],
    ]);
    for (const { display, kiosk, counter } of branch.publications) {
      expect([kiosk.fromSeq, kiosk.toSeq]).toEqual([display.fromSeq, display.toSeq]);
      expect([counter.fromSeq, counter.toSeq]).toEqual([display.fromSeq, display.toSeq]);
    }
  });

  it('given an audience that learns nothing, when a ticket is issued, then its envelope still covers it [P-13]', () => {
    const branch = testBranch();
    branch.send(issue, 'kiosk-1');
    expect(branch.publications.at(-1)?.display).toMatchObject({ fromSeq: 3, toSeq: 3, events: [] });
  });

  it('given a subscribe and commands in one turn, when it runs, then the snapshot holds them all [P-10]', () => {
    const branch = testBranch();
    const snapshots: unknown[] = [];
    branch.engine.subscribe({ audience: 'kiosk', answer: (snapshot) => void snapshots.push(snapshot) });
    branch.enqueue(issue, 'kiosk-1');
    branch.runTurns();
    expect(snapshots).toMatchObject([{ seq: 3, view: { waiting: { 'dowod-wniosek': 1 } } }]);
  });

  it('given a snapshot and the deltas after it, when they are folded, then they are the later snapshot [P-11]', () => {
    const branch = testBranch();
    branch.send(issue, 'kiosk-1');
    const early = { kiosk: branch.snapshot('kiosk'), counter: branch.snapshot('counter') };
    const from = branch.publications.length;
    branch.send(branch.open('c2', 'clerk-2', 'counter-2'), 'counter-2');
    branch.send(branch.callNext('c2'), 'counter-2');
    branch.send(issue, 'kiosk-1');
    const deltas = branch.publications.slice(from);
    const kiosk = kioskContract.parseView(viewOf(early.kiosk));
    const counter = counterContract.parseView(viewOf(early.counter));
    expect(
      kiosk.isValid &&
        kioskContract.fold(
          kiosk.value,
          deltas.flatMap((turn) => turn.kiosk.events),
        ),
    ).toEqual(viewOf(branch.snapshot('kiosk')));
    expect(
      counter.isValid &&
        counterContract.fold(
          counter.value,
          deltas.flatMap((turn) => turn.counter.events),
        ),
    ).toEqual(viewOf(branch.snapshot('counter')));
  });

  it('given a journal with a snapshot, when the server restarts, then every picture is as it was', () => {
    const disk = createMemoryDisk(idSchemas.journal.parse(uuid(1)));
    const first = testBranch({ journal: openMemoryJournal(disk) });
    first.send(issue, 'kiosk-1', commandId(1));
    first.engine.stop();
    const second = testBranch({ journal: openMemoryJournal(disk), clock: first.clock });
    second.send(issue, 'kiosk-1', commandId(2));
    const third = testBranch({ journal: openMemoryJournal(disk), clock: first.clock });
    expect(disk.snapshots).toMatchObject([{ seq: 3 }]);
    expect(third.reports).toEqual([]);
    for (const audience of audiences) {
      const view = viewOf(second.snapshot(audience));
      expect(view).not.toBeNull();
      expect(viewOf(third.snapshot(audience))).toEqual(view);
    }
  });

  it('given figures, when seconds pass, then they come beside the deltas with their position, and fold into nothing [P-18]', () => {
    const branch = testBranch();
    branch.send(issue, 'kiosk-1');
    const published = branch.publications.length;
    branch.tick();
    branch.tick();
    expect(branch.pulses.slice(-2).map(({ figures }) => figures.kiosk.seq)).toEqual([3, 3]);
    expect(branch.pulses.at(-1)?.figures.kiosk.services).toMatchObject({ 'dowod-wniosek': { peopleAhead: 1 } });
    expect(branch.publications).toHaveLength(published);
  });

  it('given calls, when they are announced, then their numbers have no gap, also over a restart [P-30]', () => {
    const disk = createMemoryDisk(idSchemas.journal.parse(uuid(1)));
    const before = testBranch({ journal: openMemoryJournal(disk) });
    before.send(issue, 'kiosk-1');
    before.send(issue, 'kiosk-1');
    before.send(before.open('c2', 'clerk-2', 'counter-2'), 'counter-2');
    before.send(before.open('c3', 'clerk-3', 'counter-3'), 'counter-3');
    before.send(before.callNext('c2'), 'counter-2', commandId(500));
    before.journal.close();
    const after = testBranch({ journal: openMemoryJournal(disk), clock: before.clock });
    after.send(after.callNext('c3'), 'counter-3', commandId(501));
    const announced = [...before.publications, ...after.publications].flatMap(({ display }) =>
      display.events.flatMap((event) => (event.type === 'announced' ? [event.call.announcementNumber] : [])),
    );
    expect(announced).toEqual([1, 2]);
  });

  it('given a second, when it passes, then the pulse proves life at the newest position [P-15]', () => {
    const branch = testBranch();
    const seq: Seq = branch.journal.head();
    branch.tick();
    const { heartbeat } = branch.pulses.at(-1) ?? {};
    expect(heartbeat).toMatchObject({ seq, now: branch.clock.business.now(), clockRate: 1, isWritable: true });
  });
});

function viewOf(snapshot: unknown): unknown {
  return typeof snapshot === 'object' && snapshot !== null && 'view' in snapshot ? snapshot.view : null;
}
