import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { idSchemas, instantOf, seqOf } from '@okienko/shared';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { recordOf } from './exampleRecords.ts';
import type { Journal } from './journal.ts';
import { backupSqliteJournal } from './sqliteBackup.ts';
import { openSqliteJournal } from './sqliteJournal.ts';
import { verifySqliteJournal } from './sqliteVerify.ts';

describe('a backup', () => {
  let folder: string;
  let source: string;
  let target: string;
  let journal: Journal;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'okienko-backup-'));
    source = join(folder, 'data', 'journal.sqlite');
    target = join(folder, 'copy.sqlite');
    journal = openSqliteJournal({
      folder: join(folder, 'data'),
      newJournalId: () => idSchemas.journal.parse('0197a000-0000-7000-8000-000000000001'),
      now: () => instantOf(1_795_510_800_000),
    });
    journal.append([recordOf(1, 2), recordOf(2, 3)]);
  });
  afterEach(() => {
    journal.close();
    rmSync(folder, { recursive: true });
  });

  it('given a server that holds the journal, then it is one sound file with all that was committed', async () => {
    const backup = await backupSqliteJournal(source, target);
    expect(backup).toMatchObject({
      file: target,
      byteLength: statSync(target).size,
      verification: { isSound: true, journalId: journal.journalId, events: 5, head: { seq: 5 } },
    });
    expect(readdirSync(folder).toSorted()).toEqual(['copy.sqlite', 'data']);
    expect(statSync(target).mode & 0o077).toBe(0);
    expect(verifySqliteJournal(target)).toEqual(verifySqliteJournal(source));
    const copy = new Database(target, { readonly: true });
    expect(copy.pragma('journal_mode', { simple: true })).toBe('delete');
    copy.close();
  });

  it('given a writer that commits at every step of the copy, then the copy is of one moment and the writer never waits', async () => {
    const filler = Array.from({ length: 400 }, (_, index) => recordOf(10 + index, 40));
    journal.append(filler);
    const before = journal.head();
    let number = 1_000;
    let isDone = false;
    const writeOn = () => {
      if (isDone) return;
      journal.append([recordOf((number += 1), 1)]);
      setImmediate(writeOn);
    };
    setImmediate(writeOn);
    const { verification } = await backupSqliteJournal(source, target);
    isDone = true;
    expect(verification.head.seq).toBe(before);
    expect(journal.head()).toBeGreaterThan(before);
  });

  it('given a file of that name, then it is left as it is', async () => {
    writeFileSync(target, 'the backup of the year');
    await expect(backupSqliteJournal(source, target)).rejects.toMatchObject({
      name: 'JournalRefusal',
      kind: 'unreachable',
    });
    expect(readdirSync(folder).toSorted()).toEqual(['copy.sqlite', 'data']);
    expect(statSync(target).size).toBe(22);
  });

  it('given a damaged journal, then no backup of it is left', async () => {
    journal.close();
    const database = new Database(source);
    database.exec('UPDATE events SET at = at + 1 WHERE seq = 3');
    database.close();
    await expect(backupSqliteJournal(source, target)).rejects.toThrow(/journal\.sqlite is broken at event 3/);
    expect(readdirSync(folder)).toEqual(['data']);
  });

  it('given a draft that was cut off, then the next backup does not mind it', async () => {
    writeFileSync(`${target}.part`, 'half a backup');
    await backupSqliteJournal(source, target);
    expect(existsSync(`${target}.part`)).toBe(false);
    expect(verifySqliteJournal(target)).toMatchObject({ isSound: true, head: { seq: seqOf(5) } });
  });

  it('given no folder to write to, then that is a fault and not a crash', async () => {
    const nowhere = join(folder, 'stick', 'copy.sqlite');
    await expect(backupSqliteJournal(source, nowhere)).rejects.toMatchObject({ name: 'JournalRefusal' });
  });

  it('given no journal, then it is refused', async () => {
    await expect(backupSqliteJournal(join(folder, 'none.sqlite'), target)).rejects.toMatchObject({
      kind: 'unreachable',
    });
    expect(readdirSync(folder)).toEqual(['data']);
  });
});
