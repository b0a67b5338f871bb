import { join } from 'node:path';
import Database from 'better-sqlite3';
import { JournalRefusal } from './journalRefusal.ts';
import { isSqliteError } from './sqliteFault.ts';

export type FolderLock = { readonly release: () => void };

/**
 * Makes this process the only server of a data folder until `release` or its end, kill -9 included: the lock is one
 * that the operating system holds for the process, not a file that someone must clear away.
 *
 * @throws JournalRefusal `inUse` while another process (or another caller in this one) holds it.
 */
export function lockFolder(folder: string): FolderLock {
  const database = openLockFile(folder);
  try {
    database.pragma('locking_mode = EXCLUSIVE');
    database.pragma('journal_mode = MEMORY');
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if (!isSqliteError(error)) throw error;
    if (error.code.startsWith('SQLITE_BUSY')) {
      throw new JournalRefusal('inUse', `Another Okienko server already uses the folder ${folder}.`, { cause: error });
    }
    throw new JournalRefusal('unreachable', `The folder ${folder} cannot be locked: ${error.message}.`, {
      cause: error,
    });
  }
  return { release: () => database.close() };
}

function openLockFile(folder: string): Database.Database {
  try {
    return new Database(join(folder, 'lock.sqlite'), { timeout: 0 });
  } catch (error) {
    if (!isSqliteError(error) && !(error instanceof TypeError)) throw error;
    throw new JournalRefusal('unreachable', `The folder ${folder} cannot be used: ${error.message}.`, { cause: error });
  }
}
