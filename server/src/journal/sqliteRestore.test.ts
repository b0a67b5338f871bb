import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { idSchemas, instantOf, type JournalEvent, journalEventSchema, required, seqOf } from '@okienko/shared';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { recordOf } from './exampleRecords.ts';
import type { Journal } from './journal.ts';
import { backupSqliteJournal } from './sqliteBackup.ts';
import { openSqliteJournal } from './sqliteJournal.ts';
import { restoreSqliteJournal, type RestoreRequest } from './sqliteRestore.ts';
import { verifySqliteJournal } from './sqliteVerify.ts';

const firstId = idSchemas.journal.parse('0197a000-0000-7000-8000-000000000001');
const idOf = (number: number) => idSchemas.journal.parse(`0197b000-0000-7000-8000-00000000000${number}`);
const now = instantOf(Date.UTC(2026, 10, 24, 10, 15));

describe('a restore', () => {
  let root: string;
  let folder: string;
  let backup: string;
  let opened: Journal | null = null;
  let commandNumber = 0;
  beforeEach(async () => {
    root = mkdtempSync(join(tmpdir(), 'okienko-restore-'));
    folder = join(root, 'data');
    backup = join(root, 'backup.sqlite');
    commandNumber = 0;
    const journal = open();
    write(journal, dayStarted('2026-11-24'), issued('D001'), issued('D002'), issued('K001'));
    await backupSqliteJournal(join(folder, 'journal.sqlite'), backup);
  });
  afterEach(() => {
    opened?.close();
    opened = null;
    rmSync(root, { recursive: true });
  });
  const open = (place = folder): Journal => {
    opened?.close();
    opened = openSqliteJournal({ folder: place, newJournalId: () => firstId, now: () => now });
    return opened;
  };
  const closed = () => {
    opened?.close();
    opened = null;
  };
  const write = (journal: Journal, ...events: readonly JournalEvent[]) => {
    const { metadata } = recordOf((commandNumber += 1));
    journal.append([{ metadata, events }]);
  };
  const restore = (changes: Partial<RestoreRequest> = {}) =>
    restoreSqliteJournal({ file: backup, folder, newJournalId: idOf(2), now, numberSkip: 50, ...changes });
  /** Whoever reads a journal may leave an empty log beside it. */
  const namesIn = (place: string) =>
    readdirSync(place)
      .filter((name) => !/-(wal|shm)$/.test(name))
      .toSorted();
  const aside = () => readdirSync(folder).filter((name) => name.startsWith('before-restore-'));

  it('given a journal that went on, then the backup is the journal, and the former one is kept aside as a set', async () => {
    write(required(opened, 'the journal'), issued('D003'));
    // As a killed server leaves it, with its log.
    const killed = join(root, 'killed');
    cpSync(folder, killed, { recursive: true });
    const report = await restore({ folder: killed });
    expect(report).toEqual({
      journalId: idOf(2),
      previousJournalId: firstId,
      seq: 4,
      restoredAt: now,
      numberSkip: 50,
      asideFolder: join(killed, 'before-restore-20261124T101500Z'),
      unreadable: [],
    });
    const kept = readdirSync(required(report.asideFolder, 'the folder aside'));
    expect(kept).toEqual(expect.arrayContaining(['journal.sqlite', 'journal.sqlite-wal']));
    expect(verifySqliteJournal(join(killed, 'before-restore-20261124T101500Z', 'journal.sqlite'))).toMatchObject({
      isSound: true,
      head: { seq: 5 },
    });
    expect(verifySqliteJournal(join(killed, 'journal.sqlite'))).toMatchObject({
      isSound: true,
      journalId: idOf(2),
      restores: [{ journalId: idOf(2), previousJournalId: firstId, seq: 4 }],
      head: { seq: 4 },
    });
    const journal = open(killed);
    expect(journal).toMatchObject({ journalId: idOf(2), restored: { numberSkip: 50, previousJournalId: firstId } });
    expect(journal.read(seqOf(1), seqOf(9))).toHaveLength(4);
    write(journal, issued('D053'));
    expect(verifySqliteJournal(join(killed, 'journal.sqlite'))).toMatchObject({ isSound: true, events: 5 });
  });

  it('given a server in the folder, then it is refused and nothing changes', async () => {
    const before = readdirSync(folder).toSorted();
    await expect(restore()).rejects.toMatchObject({ name: 'JournalRefusal', kind: 'inUse' });
    expect(readdirSync(folder).toSorted()).toEqual(before);
    expect(open().journalId).toBe(firstId);
  });

  it('given a cut at any step, then the folder has the former journal or the restored one, whole, and the server starts', async () => {
    write(required(opened, 'the journal'), issued('D003'));
    const data = join(root, 'killed');
    cpSync(folder, data, { recursive: true });
    closed();
    const pictures: { readonly step: string; readonly place: string }[] = [];
    await restore({
      folder: data,
      onStep: (step) => {
        const place = join(root, `cut-${pictures.length}`);
        cpSync(data, place, { recursive: true, filter: (name) => !name.endsWith('lock.sqlite') });
        pictures.push({ step, place });
      },
    });
    expect(pictures.map(({ step }) => step)).toEqual([
      'copied',
      'proven',
      'decided',
      'moved',
      'moved',
      'moved',
      'swapped',
    ]);
    for (const { step, place } of pictures) {
      const isDecided = !['copied', 'proven'].includes(step);
      const journal = open(place);
      expect(journal.journalId, step).toBe(isDecided ? idOf(2) : firstId);
      expect(journal.head(), step).toBe(isDecided ? 4 : 5);
      expect(verifySqliteJournal(join(place, 'journal.sqlite')).isSound, step).toBe(true);
      const former = join(place, 'before-restore-20261124T101500Z', 'journal.sqlite');
      const kept = existsSync(former) ? verifySqliteJournal(former) : null;
      expect(kept?.isSound === true ? kept.head.seq : null, step).toBe(isDecided ? 5 : null);
      expect(readdirSync(place).filter((name) => name.includes('.restored-'))).toEqual([]);
    }
  });

  it('given a restore that was cut off, then the next restore finishes it first and begins anew', async () => {
    closed();
    const place = join(root, 'cut');
    await restore({
      onStep: (step) => {
        if (step === 'decided') cpSync(folder, place, { recursive: true });
      },
    });
    const report = await restore({ folder: place, newJournalId: idOf(3), now: instantOf(now + 60_000) });
    expect(report.journalId).toBe(idOf(3));
    expect(readdirSync(place).filter((name) => name.startsWith('before-restore-'))).toHaveLength(2);
  });

  it.each(['copied', 'proven'] as const)('given a failure after the step "%s", then all is as before', async (last) => {
    closed();
    const before = namesIn(folder);
    const onStep = (step: string) => {
      if (step === last) throw new Error('the simulated disk failed');
    };
    await expect(restore({ onStep })).rejects.toThrow('the simulated disk failed');
    expect(namesIn(folder)).toEqual(before);
    expect(open().journalId).toBe(firstId);
  });

  it('given a backup with a flipped bit, then it is refused and all is as before', async () => {
    closed();
    const database = new Database(backup);
    database.exec(`UPDATE events SET payload = replace(payload, 'D002', 'D003') WHERE seq = 3`);
    database.close();
    await expect(restore()).rejects.toThrow(/backup\.sqlite is broken at event 3/);
    expect(aside()).toEqual([]);
    expect(open().journalId).toBe(firstId);
  });

  it.each([
    ['a file of text', (file: string) => writeFileSync(file, 'Numer D042 '.repeat(500)), /not a database/],
    ['no file', (file: string) => rmSync(file), /cannot be read/],
  ])('given %s, then it is refused', async (_, spoil, words) => {
    closed();
    spoil(backup);
    await expect(restore()).rejects.toThrow(words);
    expect(open().journalId).toBe(firstId);
  });

  it('given the journal itself as its backup, then it is refused', async () => {
    closed();
    await expect(restore({ file: join(folder, 'journal.sqlite') })).rejects.toThrow(/is the journal itself/);
  });

  it('given an empty folder, then the backup becomes its journal and nothing is kept aside', async () => {
    const fresh = join(root, 'new', 'data');
    expect(await restore({ folder: fresh, numberSkip: 400 })).toMatchObject({ asideFolder: null, numberSkip: 400 });
    expect(open(fresh)).toMatchObject({ journalId: idOf(2), restored: { numberSkip: 400 } });
  });

  it('given a series that ran 120 numbers beyond the backup, then the skip is 120', async () => {
    write(required(opened, 'the journal'), issued('D122'), issued('K041'));
    closed();
    expect(await restore()).toMatchObject({ numberSkip: 120, unreadable: [] });
  });

  it('given a new business day in the lost journal, then its numbers count from 1', async () => {
    write(required(opened, 'the journal'), issued('D010'), dayStarted('2026-11-25'), issued('D070'));
    closed();
    expect(await restore()).toMatchObject({ numberSkip: 70 });
  });

  it('given a day that a wrong clock began in the lost journal, then what the backup’s own day gave out counts too', async () => {
    const tomorrows = [dayStarted('2026-11-25'), issued('D001'), dayStarted('2026-11-26'), issued('D002')];
    write(required(opened, 'the journal'), issued('D090'), ...tomorrows);
    closed();
    expect(await restore()).toMatchObject({ numberSkip: 88 });
  });

  it('given a restore that never ran and is replaced by another, then the journal before it still counts', async () => {
    write(required(opened, 'the journal'), issued('D122'));
    closed();
    await restore();
    const second = await restore({ newJournalId: idOf(3) });
    expect(second).toMatchObject({ numberSkip: 120, journalId: idOf(3) });
    expect(aside()).toEqual(['before-restore-20261124T101500Z', 'before-restore-20261124T101500Z-2']);
  });

  it('given a lost journal that cannot be read, then the restore works and says which', async () => {
    closed();
    writeFileSync(join(folder, 'journal.sqlite'), 'burnt'.repeat(100));
    const report = await restore();
    expect(report).toMatchObject({ numberSkip: 50, unreadable: [join(folder, 'journal.sqlite')] });
    expect(open().journalId).toBe(idOf(2));
  });

  it.each([
    ['a restore that is taken out', 'DELETE FROM restores', /its restore as .* is not among the restores/],
    ['another skip', 'UPDATE restores SET numberSkip = 1', /is not among the restores/],
    ['another id before it', `UPDATE restores SET previousJournalId = '${idOf(9)}'`, /does not continue this journal/],
    ['a restore beyond the newest event', 'UPDATE restores SET seq = 99', /does not continue this journal/],
  ])('given %s, then verify finds it', async (_, statement, problem) => {
    closed();
    const { journalId, previousJournalId, numberSkip } = await restore();
    write(open(), journalEventSchema.parse({ type: 'JournalRestored', journalId, previousJournalId, numberSkip }));
    closed();
    const file = join(folder, 'journal.sqlite');
    expect(verifySqliteJournal(file).isSound).toBe(true);
    const database = new Database(file);
    database.exec(statement);
    database.close();
    const verification = verifySqliteJournal(file);
    expect(verification.isSound ? '' : verification.problem).toMatch(problem);
  });

  it('given a backup of a restored journal, then the ids follow one another', async () => {
    closed();
    await restore();
    const second = join(root, 'second.sqlite');
    await backupSqliteJournal(join(folder, 'journal.sqlite'), second);
    mkdirSync(join(root, 'other'));
    const report = await restore({ file: second, folder: join(root, 'other'), newJournalId: idOf(3) });
    expect(report.previousJournalId).toBe(idOf(2));
    expect(verifySqliteJournal(join(root, 'other', 'journal.sqlite'))).toMatchObject({
      isSound: true,
      journalId: idOf(3),
      restores: [{ journalId: idOf(2) }, { journalId: idOf(3) }],
    });
  });
});

function dayStarted(businessDate: string): JournalEvent {
  return journalEventSchema.parse({ type: 'BusinessDayStarted', businessDate });
}

function issued(ticketNumber: string): JournalEvent {
  return journalEventSchema.parse({
    type: 'TicketIssued',
    ticketId: `0197c000-0000-7000-8000-${ticketNumber.slice(1).padStart(12, ticketNumber.startsWith('D') ? '0' : '1')}`,
    ticketNumber,
    serviceId: 'dowod-wniosek',
    priorityClass: 'ordinary',
    language: 'pl',
    origin: 'kiosk',
    slotAt: null,
    peopleAhead: 0,
    waitRange: null,
    counterIds: [],
    printJob: null,
  });
}
