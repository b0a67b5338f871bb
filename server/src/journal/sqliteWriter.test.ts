import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { calendarDateSchema, idSchemas, instantOf, required, seqOf } from '@okienko/shared';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAnchorKey } from './anchorKey.ts';
import { commandIdOf, recordOf } from './exampleRecords.ts';
import { describeJournalContract, type TestStorage } from './journalContract.ts';
import type { Journal } from './journal.ts';
import { openWriter } from './sqliteConnection.ts';
import { backupSqliteJournal } from './sqliteBackup.ts';
import { createJournalFile, journalFileName } from './sqliteFile.ts';
import { restoreSqliteJournal } from './sqliteRestore.ts';
import { verifySqliteJournal } from './sqliteVerify.ts';
import { writeJournal } from './sqliteWriter.ts';

describeJournalContract('an SQLite journal', createSqliteStorage);

describe('the SQLite writer', () => {
  let storage: ReturnType<typeof createSqliteStorage>;
  beforeEach(() => {
    storage = createSqliteStorage();
  });
  afterEach(() => storage.dispose());

  it('given a connection for the journal, then every commit syncs the log', () => {
    storage.open();
    expect(storage.database().pragma('journal_mode', { simple: true })).toBe('wal');
    expect(storage.database().pragma('synchronous', { simple: true })).toBe(2);
  });

  it('given a file that may not grow, when a turn needs room, then nothing of it is there until there is room', () => {
    const journal = storage.open();
    journal.append([recordOf(1)]);
    const pageCount = String(storage.database().pragma('page_count', { simple: true }));
    storage.database().pragma(`max_page_count = ${pageCount}`);
    const turn = Array.from({ length: 500 }, (_, index) => recordOf(index + 2));
    expect(() => journal.append(turn)).toThrow(expect.objectContaining({ name: 'JournalFault', kind: 'full' }));
    expect(journal.head()).toBe(1);
    expect(storage.verify()).toMatchObject({ isSound: true, events: 1, commands: 1 });
    storage.database().pragma('max_page_count = 1000000');
    journal.append(turn);
    expect(storage.verify()).toMatchObject({ isSound: true, events: 501, commands: 501 });
  });

  it('given a foreign writer that holds the file, when appended, then that is a fault of its own kind', () => {
    const journal = storage.open();
    const foreign = new Database(storage.file);
    foreign.exec('BEGIN IMMEDIATE');
    expect(() => journal.append([recordOf(1)])).toThrow(expect.objectContaining({ kind: 'locked' }));
    foreign.exec('ROLLBACK');
    foreign.close();
    journal.append([recordOf(1)]);
    expect(journal.head()).toBe(1);
  });

  it('given many snapshots, then only the newest two stay in the file', () => {
    const journal = storage.open();
    journal.append([recordOf(1, 5)]);
    for (const seq of [1, 2, 3, 4, 5]) journal.saveSnapshot({ seq: seqOf(seq), text: `state ${seq}` });
    expect(storage.database().prepare('SELECT seq FROM snapshots ORDER BY seq').pluck().all()).toEqual([4, 5]);
  });

  it('given an altered snapshot, when it is asked for, then that is a fault, never a wrong state', () => {
    const journal = storage.open();
    journal.append([recordOf(1)]);
    journal.saveSnapshot({ seq: seqOf(1), text: '{"waiting":3}' });
    storage.database().exec(`UPDATE snapshots SET text = '{"waiting":2}'`);
    expect(() => journal.newestSnapshot()).toThrow(expect.objectContaining({ kind: 'corrupt' }));
  });

  it('given a newest event that does not continue the chain, then the journal does not open', () => {
    storage.open().append([recordOf(1, 2)]);
    storage.alterPayload(2, '{"counterId":"counter-9","reasonId":"reason-1"}');
    expect(() => storage.open()).toThrow(expect.objectContaining({ kind: 'corrupt' }));
  });

  describe('given days that were removed', () => {
    const businessDate = calendarDateSchema.parse('2026-11-23');
    beforeEach(() => {
      const journal = storage.open();
      journal.append([recordOf(1, 3), recordOf(2)]);
      journal.saveDayEnd({ businessDate, at: instantOf(1), snapshot: { seq: seqOf(4), text: '{"waiting":0}' } });
      journal.append([recordOf(3)]);
      const removal = { before: calendarDateSchema.parse('2026-11-24'), keptDays: 0, at: instantOf(2), rowLimit: 100 };
      expect(journal.remove(removal)).toBe(false);
    });

    it('then their rows, their commands and their day ends are gone from the file', () => {
      const count = (table: string) => storage.database().prepare(`SELECT count(*) FROM ${table}`).pluck().get();
      expect([count('events'), count('commands'), count('dayEnds'), count('anchors')]).toEqual([1, 1, 0, 2]);
    });

    it('then nothing of them lies on in the file, nor in its log after the next checkpoint', () => {
      const files = () => [storage.file, `${storage.file}-wal`].map((name) => readFileSync(name, 'latin1')).join('');
      storage.database().pragma('wal_checkpoint(TRUNCATE)');
      expect(files()).not.toContain(commandIdOf(2));
      expect(files()).toContain(commandIdOf(3));
    });

    it.each([
      ['its state', `snapshot = '{"waiting":9}'`, 'its state is not the signed one'],
      ['its place', 'hash = zeroblob(32)', 'it signs another place'],
      ['its statement', `statement = replace(statement, '2026-11-23', '2026-11-22')`, 'its signature does not fit'],
      ['its signature', 'signature = NULL', 'it is not signed'],
      ['its key', `publicKey = x'0102'`, 'its signature does not fit'],
    ])(
      'and an anchor with %s altered, then the file is unsound and the journal does not open',
      (_, change, problem) => {
        storage.database().exec(`UPDATE anchors SET ${change} WHERE seq = 4`);
        const verification = storage.verify();
        expect(verification).toMatchObject({ isSound: false, seq: 4 });
        expect(!verification.isSound && verification.problem).toContain(problem);
        expect(() => storage.open()).toThrow(expect.objectContaining({ kind: 'corrupt' }));
      },
    );
  });

  it('given a commit, then another connection sees it at once and the log holds it', () => {
    const journal = storage.open();
    journal.append([recordOf(1, 3)]);
    const reader = new Database(storage.file, { readonly: true });
    expect(reader.prepare('SELECT count(*) FROM events').pluck().get()).toBe(3);
    reader.close();
  });
});

/** Opens the writer's connection itself, to reach the switches of SQLite that stand for a failing disk. */
function createSqliteStorage(): TestStorage & { readonly file: string; readonly database: () => Database.Database } {
  const folder = mkdtempSync(join(tmpdir(), 'okienko-journal-'));
  const file = join(folder, journalFileName);
  createJournalFile(folder, idSchemas.journal.parse('0197a000-0000-7000-8000-000000000001'), instantOf(0));
  let database: Database.Database | null = null;
  let journal: Journal | null = null;
  const open = () => {
    journal?.close();
    database = openWriter(file);
    journal = writeJournal(database, createAnchorKey(), () => undefined);
    return journal;
  };
  return {
    file,
    database: () => required(database, 'the open database'),
    open,
    backUp: async () => {
      const backup = join(folder, 'backup.sqlite');
      await backupSqliteJournal(file, backup);
      return async ({ journalId, numberSkip }) => {
        journal?.close();
        await restoreSqliteJournal({ file: backup, folder, newJournalId: journalId, now: instantOf(0), numberSkip });
        return open();
      };
    },
    breakWrites: () => {
      database?.pragma('query_only = ON');
      return () => database?.pragma('query_only = OFF');
    },
    alterPayload: (seq, payload) => {
      database?.prepare('UPDATE events SET payload = @payload WHERE seq = @seq').run({ seq, payload });
    },
    verify: () => verifySqliteJournal(file),
    dispose: () => {
      journal?.close();
      rmSync(folder, { recursive: true });
    },
  };
}
