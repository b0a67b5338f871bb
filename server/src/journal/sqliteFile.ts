import { existsSync, closeSync, fsyncSync, openSync, readSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Instant, JournalId } from '@okienko/shared';
import Database from 'better-sqlite3';
import { genesisHash } from './hashChain.ts';
import { JournalRefusal } from './journalRefusal.ts';
import { migrate, refuseNewerSchema } from './sqliteMigrations.ts';

/** The journal's file in its data folder. */
export const journalFileName = 'journal.sqlite';

/** Marks a SQLite file as an Okienko journal ("Okno" in ASCII). */
export const journalApplicationId = 0x4f_6b_6e_6f;

/**
 * Judges an existing file by its header alone, without opening or changing it.
 *
 * Only for the holder of the folder's lock and before any connection: closing a plain file descriptor drops every
 * lock that this process holds on the file, those of its own SQLite connections included (POSIX advisory locks).
 *
 * @throws JournalRefusal `notAJournal`, `damaged` (no whole header) or `newerProgram`.
 */
export function inspectJournalFile(file: string): void {
  const header = readHeader(file);
  if (header.byteLength < headerByteLength) {
    throw new JournalRefusal('damaged', `The journal ${file} is cut short: restore the last backup.`);
  }
  if (header.toString('latin1', 0, magic.length) !== magic) {
    throw new JournalRefusal('notAJournal', `The file ${file} is not an Okienko journal: restore the last backup.`);
  }
  if (header.readUInt32BE(applicationIdOffset) !== journalApplicationId) {
    throw new JournalRefusal('notAJournal', `The file ${file} is the database of another program.`);
  }
  refuseNewerSchema(header.readUInt32BE(userVersionOffset), file);
}

/**
 * Creates a whole, synced journal under its name or nothing: a file that is there but empty is damage, never new.
 *
 * @throws JournalRefusal `damaged` where a write-ahead log lies there without its journal.
 */
export function createJournalFile(folder: string, journalId: JournalId, createdAt: Instant): void {
  const file = join(folder, journalFileName);
  if (existsSync(`${file}-wal`)) {
    throw new JournalRefusal('damaged', `The journal ${file} is gone, but its log is there: restore the last backup.`);
  }
  const draft = `${file}.new`;
  for (const leftover of [draft, `${draft}-journal`, `${draft}-wal`, `${draft}-shm`]) rmSync(leftover, { force: true });
  const database = new Database(draft);
  try {
    database.pragma('synchronous = FULL');
    database.pragma(`application_id = ${journalApplicationId}`);
    migrate(database);
    database.transaction(() => writeGenesis(database, journalId, createdAt)).immediate();
    database.pragma('journal_mode = WAL');
  } finally {
    database.close();
  }
  renameSync(draft, file);
  syncFile(folder);
}

/** https://www.sqlite.org/fileformat.html#the_database_header */
const magic = 'SQLite format 3\0';
const headerByteLength = 100;
const userVersionOffset = 60;
const applicationIdOffset = 68;

function readHeader(file: string): Buffer {
  const descriptor = openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(headerByteLength);
    return bytes.subarray(0, readSync(descriptor, bytes, 0, headerByteLength, 0));
  } finally {
    closeSync(descriptor);
  }
}

function writeGenesis(database: Database.Database, journalId: JournalId, createdAt: Instant): void {
  database
    .prepare('INSERT INTO journal (id, journalId, createdAt) VALUES (1, @journalId, @createdAt)')
    .run({ journalId, createdAt });
  database
    .prepare('INSERT INTO anchors (seq, at, hash) VALUES (0, @createdAt, @hash)')
    .run({ createdAt, hash: genesisHash(journalId) });
}

/** Puts a file, or the names in a folder, on the disk: a rename is there only when its folder is. */
export function syncFile(path: string): void {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
