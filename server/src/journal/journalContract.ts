import {
  AssertionFailure,
  calendarDateSchema,
  idSchemas,
  instantOf,
  type JournalEvent,
  journalEventSchema,
  seqOf,
} from '@okienko/shared';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commandIdOf, recordOf } from './exampleRecords.ts';
import {
  type CommandRecord,
  type DayEnd,
  type Journal,
  JournalFault,
  type Restore,
  type StoredEvent,
} from './journal.ts';
import type { Verification } from './verify.ts';

/** A place that keeps a journal, with what a test needs to reach around it. */
export type TestStorage = {
  /** Opens the journal; one that is open is closed first. */
  readonly open: () => Journal;
  /** Lets every write fail until the result is called. */
  readonly breakWrites: () => () => void;
  /** Writes another payload over that of an event, beside the journal. */
  readonly alterPayload: (seq: number, payload: string) => void;
  readonly verify: () => Verification;
  /** Copies the journal as it is now; the result puts the copy in its place under a new id and opens it. */
  readonly backUp: () => Promise<(restore: Pick<Restore, 'journalId' | 'numberSkip'>) => Promise<Journal>>;
  readonly dispose: () => void;
};

/** One promise, whoever keeps it: the suite that every journal passes. */
export function describeJournalContract(name: string, createStorage: () => TestStorage): void {
  describe(`${name} keeps the journal's promise`, () => {
    let storage: TestStorage;
    let journal: Journal;
    beforeEach(() => {
      storage = createStorage();
      journal = storage.open();
    });
    afterEach(() => storage.dispose());
    const everything = () => journal.read(seqOf(1), journal.head());

    it('given a new journal, then it is empty and has an id that stays', () => {
      expect(journal.head()).toBe(0);
      expect(everything()).toEqual([]);
      expect(journal.newestSnapshot()).toBeNull();
      const { journalId } = journal;
      expect(idSchemas.journal.parse(journalId)).toBe(journalId);
      expect(storage.open().journalId).toBe(journalId);
    });

    it('given any appends, when opened again, then all is there in order, gapless, chained and found by command', () => {
      fc.assert(
        fc.property(fc.array(arbitraryRecords, { maxLength: 5 }), (turns) => {
          const place = createStorage();
          try {
            const written = place.open();
            const records = withoutRepeats(turns);
            for (const turn of records) written.append(turn);
            const expected = storedEventsOf(records.flat());
            expect(written.head()).toBe(expected.length);
            expect(written.read(seqOf(1), written.head())).toEqual(expected);
            const reopened = place.open();
            expect(reopened.head()).toBe(expected.length);
            expect(reopened.read(seqOf(1), reopened.head())).toEqual(expected);
            for (const { commandId, ...entry } of entriesOf(records.flat())) {
              expect(reopened.findCommand(commandId)).toEqual(entry);
            }
            expect(place.verify()).toMatchObject({ isSound: true, events: expected.length });
          } finally {
            place.dispose();
          }
        }),
        { numRuns: 25 },
      );
    });

    it('given events, when a part is read, then both ends are included and it is cut at the head', () => {
      journal.append([recordOf(1, 2), recordOf(2, 3)]);
      const seqs = (from: number, to: number) => journal.read(seqOf(from), seqOf(to)).map(({ seq }) => seq);
      expect(seqs(2, 4)).toEqual([2, 3, 4]);
      expect(seqs(5, 5)).toEqual([5]);
      expect(seqs(4, 99)).toEqual([4, 5]);
      expect(seqs(0, 1)).toEqual([1]);
      expect(seqs(6, 9)).toEqual([]);
      expect(seqs(3, 2)).toEqual([]);
    });

    it('given a command that changed nothing, then it is remembered before the next free seq', () => {
      journal.append([recordOf(1, 2)]);
      journal.append([recordOf(2, 0), recordOf(3, 1)]);
      expect(journal.findCommand(commandIdOf(2))).toEqual({ firstSeq: 3, eventCount: 0 });
      expect(journal.findCommand(commandIdOf(3))).toEqual({ firstSeq: 3, eventCount: 1 });
      expect(journal.findCommand(commandIdOf(4))).toBeNull();
    });

    it('given a known command, when it is appended again, then that is a bug and nothing of the turn is there', () => {
      journal.append([recordOf(1)]);
      expect(() => journal.append([recordOf(2), recordOf(1)])).toThrow(AssertionFailure);
      expect(() => journal.append([recordOf(3), recordOf(3)])).toThrow(AssertionFailure);
      expect(journal.head()).toBe(1);
      expect(journal.findCommand(commandIdOf(2))).toBeNull();
      expect(storage.verify()).toMatchObject({ isSound: true, events: 1, commands: 1 });
    });

    it('given a storage that fails, when appended, then nothing is there, and all works when it does again', () => {
      journal.append([recordOf(1)]);
      const repair = storage.breakWrites();
      expect(() => journal.append([recordOf(2), recordOf(3)])).toThrow(JournalFault);
      expect(() => journal.saveSnapshot({ seq: seqOf(1), text: 'state' })).toThrow(JournalFault);
      expect(() => journal.quarantine({ commandId: commandIdOf(9), at: instantOf(5), trace: 'x' })).toThrow(
        JournalFault,
      );
      expect(() => journal.probe()).toThrow(JournalFault);
      expect(journal.head()).toBe(1);
      expect(everything()).toHaveLength(1);
      expect(journal.findCommand(commandIdOf(2))).toBeNull();
      expect(journal.newestSnapshot()).toBeNull();
      expect(journal.isQuarantined(commandIdOf(9))).toBe(false);
      repair();
      journal.probe();
      journal.append([recordOf(2), recordOf(3)]);
      expect(everything().map(({ seq }) => seq)).toEqual([1, 2, 3]);
      expect(storage.verify()).toMatchObject({ isSound: true, events: 3, commands: 3 });
    });

    it('given snapshots, then the one with the greatest seq is the newest, also when opened again', () => {
      journal.append([recordOf(1, 3)]);
      for (const seq of [1, 3, 2]) journal.saveSnapshot({ seq: seqOf(seq), text: `stan ${seq}` });
      expect(journal.newestSnapshot()).toEqual({ seq: 3, text: 'stan 3' });
      journal.saveSnapshot({ seq: seqOf(3), text: 'again' });
      expect(storage.open().newestSnapshot()).toEqual({ seq: 3, text: 'again' });
    });

    it('given an empty journal, then a snapshot may stand before the first event and none beyond the head', () => {
      journal.saveSnapshot({ seq: seqOf(0), text: 'empty' });
      expect(journal.newestSnapshot()).toEqual({ seq: 0, text: 'empty' });
      expect(() => journal.saveSnapshot({ seq: seqOf(1), text: 'later' })).toThrow(AssertionFailure);
    });

    it('given days past their retention, when they are removed, then a signed anchor stands in for them, also when opened again', () => {
      journal.append([recordOf(1, 2), recordOf(2)]);
      journal.saveDayEnd(dayEndOf('2026-11-23', 3));
      journal.append([recordOf(3, 2)]);
      journal.saveDayEnd(dayEndOf('2026-11-24', 5));
      journal.append([recordOf(4)]);
      const kept = journal.read(seqOf(4), seqOf(6));
      expect(journal.start()).toEqual({ seq: 0, snapshot: null });
      expect(removeAll(journal, '2026-11-23')).toBe(0);
      expect(removeAll(journal, '2036-11-24', 2)).toBe(0);
      expect(removeAll(journal, '2026-11-24')).toBeGreaterThan(0);
      for (const isReopened of [false, true]) {
        const opened = isReopened ? storage.open() : journal;
        expect(opened.start()).toEqual({ seq: 3, snapshot: { seq: 3, text: 'state after 2026-11-23' } });
        expect(opened.head()).toBe(6);
        expect(opened.read(seqOf(1), seqOf(6))).toEqual(kept);
        expect([1, 2, 3, 4].map((id) => opened.findCommand(commandIdOf(id))?.firstSeq ?? null)).toEqual([
          null,
          null,
          4,
          6,
        ]);
      }
      expect(storage.verify()).toMatchObject({ isSound: true, events: 3, commands: 2, anchor: { seq: 3 } });
      journal = storage.open();
      journal.append([recordOf(5)]);
      removeAll(journal, '2026-12-01');
      expect(journal.start().seq).toBe(5);
      expect(journal.read(seqOf(1), seqOf(9)).map(({ seq }) => seq)).toEqual([6, 7]);
      expect(storage.verify()).toMatchObject({ isSound: true, anchor: { seq: 5, businessDate: '2026-11-24' } });
    });

    it('given every event gone, then the journal goes on from its anchor', () => {
      journal.append([recordOf(1, 2)]);
      journal.saveDayEnd(dayEndOf('2026-11-23', 2));
      removeAll(journal, '2026-11-24');
      journal = storage.open();
      expect([journal.start().seq, journal.head(), journal.read(seqOf(1), seqOf(2))]).toEqual([2, 2, []]);
      journal.append([recordOf(3)]);
      expect(journal.read(seqOf(1), seqOf(3)).map(({ seq }) => seq)).toEqual([3]);
      expect(storage.verify()).toMatchObject({ isSound: true, events: 1, anchor: { seq: 2 } });
    });

    it('given a storage that fails, when days are to be removed, then all is as before', () => {
      journal.append([recordOf(1)]);
      journal.saveDayEnd(dayEndOf('2026-11-23', 1));
      const repair = storage.breakWrites();
      expect(() => journal.saveDayEnd(dayEndOf('2026-11-23', 1))).toThrow(JournalFault);
      expect(() => removeAll(journal, '2026-11-24')).toThrow(JournalFault);
      expect(journal.start().seq).toBe(0);
      expect(everything()).toHaveLength(1);
      repair();
      removeAll(journal, '2026-11-24');
      expect(journal.start().seq).toBe(1);
    });

    it('given a day end that is not the head, then that is a bug', () => {
      journal.append([recordOf(1, 2)]);
      expect(() => journal.saveDayEnd(dayEndOf('2026-11-23', 1))).toThrow(AssertionFailure);
    });

    it('given a quarantined command, then it stays so with its first trace, also when opened again', () => {
      const entry = { commandId: commandIdOf(7), at: instantOf(1_000), trace: 'AssertionFailure: two clerks' };
      expect(journal.isQuarantined(entry.commandId)).toBe(false);
      journal.quarantine(entry);
      journal.quarantine({ ...entry, trace: 'later' });
      journal.quarantine({ ...entry, commandId: commandIdOf(3) });
      expect(journal.isQuarantined(entry.commandId)).toBe(true);
      const reopened = storage.open();
      expect(reopened.isQuarantined(entry.commandId)).toBe(true);
      expect(reopened.isQuarantined(commandIdOf(8))).toBe(false);
      expect(reopened.quarantined()).toEqual([entry, { ...entry, commandId: commandIdOf(3) }]);
    });

    it('given an altered payload, when read over it, then that is a fault that names the event', () => {
      journal.append([recordOf(1, 3)]);
      storage.alterPayload(2, '{"counterId":"counter-9","reasonId":"reason-1"}');
      expect(() => everything()).toThrow(expect.objectContaining({ name: 'JournalFault', kind: 'corrupt' }));
      expect(() => everything()).toThrow(/event 2:/);
      expect(storage.verify()).toMatchObject({ isSound: false, seq: 2 });
    });

    it('given a backup, when the journal goes on from it, then what came later is gone and the id is new', async () => {
      const first = journal.journalId;
      const second = idSchemas.journal.parse('0197b000-0000-7000-8000-000000000002');
      expect(journal.restored).toBeNull();
      journal.append([recordOf(1, 2)]);
      journal.saveSnapshot({ seq: seqOf(2), text: 'stan 2' });
      const putBack = await storage.backUp();
      journal.append([recordOf(2, 3)]);
      const restored = await putBack({ journalId: second, numberSkip: 80 });
      expect(restored.journalId).toBe(second);
      expect(restored.restored).toMatchObject({ journalId: second, previousJournalId: first, seq: 2, numberSkip: 80 });
      expect(restored.head()).toBe(2);
      expect(restored.newestSnapshot()).toEqual({ seq: 2, text: 'stan 2' });
      expect(restored.findCommand(commandIdOf(1))).toEqual({ firstSeq: 1, eventCount: 2 });
      expect(restored.findCommand(commandIdOf(2))).toBeNull();
      restored.append([recordOf(2, 1)]);
      expect(storage.verify()).toMatchObject({ isSound: true, journalId: second, events: 3, restores: [{ seq: 2 }] });
      expect(storage.open()).toMatchObject({ journalId: second, restored: { previousJournalId: first } });
    });

    it('given a closed journal, when used, then that is a fault, and closing twice is none', () => {
      journal.close();
      journal.close();
      for (const use of [() => journal.append([recordOf(1)]), () => everything(), () => journal.probe()]) {
        expect(use).toThrow(expect.objectContaining({ kind: 'closed' }));
      }
    });
  });
}

/** Arbitrary turns may draw the same id twice, which is another test. */
function withoutRepeats(turns: readonly (readonly CommandRecord[])[]): readonly (readonly CommandRecord[])[] {
  const seen = new Set<string>();
  return turns.map((turn) =>
    turn.filter(({ metadata: { commandId } }) => {
      const isNew = !seen.has(commandId);
      seen.add(commandId);
      return isNew;
    }),
  );
}

function storedEventsOf(records: readonly CommandRecord[]): readonly StoredEvent[] {
  return records
    .flatMap(({ metadata, events }) => events.map((event) => ({ metadata, event })))
    .map((stored, index) => ({ ...stored, seq: seqOf(index + 1) }));
}

function entriesOf(records: readonly CommandRecord[]) {
  let firstSeq = 1;
  return records.map(({ metadata: { commandId }, events }) => {
    const entry = { commandId, firstSeq, eventCount: events.length };
    firstSeq += events.length;
    return entry;
  });
}

function arbitraryEvent(): fc.Arbitrary<JournalEvent> {
  return fc
    .oneof(
      fc.record({
        type: fc.constant('ConfigurationChanged'),
        text: fc.string({ unit: 'binary' }),
        configHash: fc.string(),
      }),
      fc.record({ type: fc.constant('CounterResumed'), counterId: fc.constantFrom('counter-1', 'counter-2') }),
      fc.record({
        type: fc.constant('TicketClosed'),
        ticketId: fc.uuid({ version: 7 }),
        ticketNumber: fc.constantFrom('D042', 'K1000'),
        serviceId: fc.constant('identity-card'),
        reason: fc.constantFrom('served', 'expired'),
        from: fc.constantFrom('serving', 'waiting'),
        counterId: fc.option(fc.constant('counter-1')),
        outcomeId: fc.option(fc.constant('done')),
      }),
    )
    .map((draft) => journalEventSchema.parse(draft));
}

/** Accepted commands with ids of their own, some without events, with any text that a configuration may hold. */
const arbitraryRecords: fc.Arbitrary<readonly CommandRecord[]> = fc
  .uniqueArray(
    fc.record({
      commandId: fc.uuid({ version: 7 }).map((text) => idSchemas.command.parse(text)),
      at: fc.integer({ min: 0, max: 2 ** 53 - 1 }),
      isStaff: fc.boolean(),
      configHash: fc.stringMatching(/^[0-9a-f]{64}$/),
      events: fc.array(arbitraryEvent(), { maxLength: 4 }),
    }),
    { selector: ({ commandId }) => commandId, maxLength: 8 },
  )
  .map((drafts) =>
    drafts.map(({ commandId, at, isStaff, configHash, events }) => ({
      metadata: {
        at: instantOf(at),
        branchId: idSchemas.branch.parse('bronowice'),
        deviceId: idSchemas.device.parse(isStaff ? 'counter-1' : 'kiosk-1'),
        clerkId: isStaff ? idSchemas.clerk.parse('anna') : null,
        commandId,
        configHash,
      },
      events,
    })),
  );

function dayEndOf(date: string, seq: number): DayEnd {
  const businessDate = calendarDateSchema.parse(date);
  return { businessDate, at: instantOf(1_000), snapshot: { seq: seqOf(seq), text: `state after ${date}` } };
}

/** How many calls it took until nothing was left to remove. */
function removeAll(journal: Journal, before: string, keptDays = 0): number {
  const start = journal.start().seq;
  const removal = { before: calendarDateSchema.parse(before), keptDays, at: instantOf(2_000), rowLimit: 2 };
  let calls = 1;
  while (journal.remove(removal)) calls += 1;
  return journal.start().seq === start ? 0 : calls;
}
