import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { idSchemas, instantOf, seqOf } from '@okienko/shared';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commandIdOf, recordOf } from './exampleRecords.ts';
import type { Journal } from './journal.ts';
import { openSqliteJournal } from './sqliteJournal.ts';
import { verifySqliteJournal } from './sqliteVerify.ts';

describe('opening the journal of a data folder', () => {
  let root: string;
  let folder: string;
  let file: string;
  const opened: Journal[] = [];
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'okienko-open-'));
    folder = join(root, 'data', 'point');
    file = join(folder, 'journal.sqlite');
  });
  afterEach(() => {
    for (const journal of opened.splice(0)) journal.close();
    rmSync(root, { recursive: true });
  });
  const open = (id = 1): Journal => {
    const journal = openSqliteJournal({
      folder,
      newJournalId: () => idSchemas.journal.parse(`0197a000-0000-7000-8000-00000000000${id}`),
      now: () => instantOf(1_795_510_800_000),
    });
    opened.push(journal);
    return journal;
  };
  const expectRefusal = (kind: string, sentence: RegExp) => {
    expect(() => open()).toThrow(expect.objectContaining({ name: 'JournalRefusal', kind }));
    expect(() => open()).toThrow(sentence);
  };
  const contents = () => readdirSync(folder).map((name) => [name, readFileSync(join(folder, name)).toString('hex')]);

  it('given no folder, then it is made with a sound, empty journal', () => {
    const journal = open();
    expect(journal.head()).toBe(0);
    expect(verifySqliteJournal(file)).toMatchObject({ isSound: true, journalId: journal.journalId, events: 0 });
  });

  it('given a journal, when opened again, then its id and its events stay', () => {
    open(1).append([recordOf(1, 2)]);
    opened[0]?.close();
    const again = open(2);
    expect(again.journalId).toMatch(/1$/);
    expect(again.read(seqOf(1), again.head())).toHaveLength(2);
  });

  it('given a process that ended without closing, then everything appended is there', () => {
    open().append([recordOf(1, 2)]);
    const copy = join(root, 'copy');
    cpSync(folder, copy, { recursive: true });
    expect(existsSync(join(copy, 'journal.sqlite-wal'))).toBe(true);
    const journal = openSqliteJournal({ folder: copy, newJournalId: neverCalled, now: neverCalled });
    opened.push(journal);
    expect(journal.head()).toBe(2);
    expect(journal.findCommand(commandIdOf(1))).toEqual({ firstSeq: 1, eventCount: 2 });
  });

  it('given a creation that was cut off, then its draft is thrown away and the journal is new', () => {
    open().close();
    cpSync(file, `${file}.new`);
    rmSync(file);
    expect(open(2).journalId).toMatch(/2$/);
    expect(existsSync(`${file}.new`)).toBe(false);
  });

  it('given an open log, then it is as large as between two checkpoints before the first commit', () => {
    open();
    expect(readFileSync(`${file}-wal`).byteLength).toBeGreaterThan(4_000_000);
    expect(readFileSync(file).byteLength).toBeLessThan(200_000);
  });

  it('given a folder in use, then a second opening is refused and the first goes on', () => {
    const journal = open();
    expectRefusal('inUse', /^Another Okienko server already uses the folder /);
    journal.append([recordOf(1)]);
    journal.close();
    expect(open().head()).toBe(1);
  });

  it('given a file of text, then it is refused and untouched', () => {
    open().close();
    writeFileSync(file, 'Numer D042 '.repeat(1_000));
    const before = contents();
    expectRefusal('notAJournal', /is not an Okienko journal/);
    expect(contents()).toEqual(before);
  });

  it.each([0, 50])(
    'given a file cut to %i bytes, then it is refused and untouched, never taken for a new one',
    (length) => {
      open().close();
      truncateSync(file, length);
      const before = contents();
      expectRefusal('damaged', /is cut short: restore the last backup/);
      expect(contents()).toEqual(before);
    },
  );

  it('given a file cut in the middle, then it is refused', () => {
    const journal = open();
    journal.append(Array.from({ length: 500 }, (_, index) => recordOf(index)));
    journal.close();
    truncateSync(file, 40_960);
    expectRefusal('damaged', /is damaged: restore the last backup/);
  });

  it('given the database of another program, then it is refused and untouched', () => {
    open().close();
    rmSync(file);
    const foreign = new Database(file);
    foreign.exec('CREATE TABLE notes (text TEXT)');
    foreign.close();
    const before = contents();
    expectRefusal('notAJournal', /is the database of another program/);
    expect(contents()).toEqual(before);
  });

  it('given a journal of a newer program, then it is refused, says so, and is untouched', () => {
    open().close();
    const newer = new Database(file);
    newer.pragma('user_version = 99');
    newer.close();
    const before = contents();
    expectRefusal('newerProgram', /newer Okienko \(schema 99, this program knows \d+\)/);
    expect(contents()).toEqual(before);
  });

  it('given a log without its journal, then a new journal is not put beside it', () => {
    open().close();
    rmSync(file);
    writeFileSync(`${file}-wal`, 'log');
    expectRefusal('damaged', /is gone, but its log is there/);
  });

  it('given a folder that cannot be made, then that is one sentence', () => {
    writeFileSync(join(root, 'data'), 'a file where the folder should be');
    expectRefusal('unreachable', /^The folder .* cannot be made: /);
  });

  it('given a refusal, then the folder is free again', () => {
    open().close();
    const good = readFileSync(file);
    writeFileSync(file, 'text'.repeat(100));
    expectRefusal('notAJournal', /not an Okienko journal/);
    writeFileSync(file, good);
    expect(open().head()).toBe(0);
  });
});

function neverCalled(): never {
  throw new Error('an existing journal asks for no id and no time');
}
