import { chmodSync, rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { faultOf } from './sqliteFault.ts';
import { syncFile } from './sqliteFile.ts';
import { openReader } from './sqliteReader.ts';

/**
 * Copies a journal as it is at this moment, its write-ahead log included, into one synced file that needs nothing
 * beside it; a server may be writing meanwhile and never waits for it.
 *
 * The pages go over in steps, so that a worker can be stopped between two of them; one read transaction around them
 * all keeps the picture of this moment, where a copy without it would begin again at each commit.
 *
 * @param draft is overwritten, and left for the caller to remove where this fails.
 * @throws JournalRefusal where `source` is no journal that this program can read; JournalFault where the disk fails.
 */
export async function copyJournalFile(source: string, draft: string): Promise<void> {
  removeCopy(draft);
  const database = openReader(source);
  try {
    database.exec('BEGIN');
    database.prepare('SELECT journalId FROM journal').get();
    await database.backup(draft, { progress: () => pagesPerStep });
    settle(draft);
  } catch (error) {
    throw faultOf(error);
  } finally {
    database.close();
  }
}

/** Removes a copy and whatever SQLite left beside it; nothing where there is none. */
export function removeCopy(file: string): void {
  for (const suffix of ['', '-journal', '-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true });
}

/** 4 MiB: a millisecond or two of work. */
const pagesPerStep = 1_024;

/** Out of WAL mode, so that the copy opens on a medium that cannot be written; for its owner alone, as the journal is. */
function settle(draft: string): void {
  const copy = new Database(draft, { fileMustExist: true });
  try {
    copy.pragma('journal_mode = DELETE');
  } finally {
    copy.close();
  }
  chmodSync(draft, 0o600);
  syncFile(draft);
}
