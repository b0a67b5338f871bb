import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Instant, JournalId } from '@okienko/shared';
import type { Database } from 'better-sqlite3';
import { openAnchorKey } from './anchorKey.ts';
import { type Journal, JournalFault } from './journal.ts';
import { JournalRefusal } from './journalRefusal.ts';
import { growLog, openWriter } from './sqliteConnection.ts';
import { withFaults } from './sqliteFault.ts';
import { createJournalFile, inspectJournalFile, journalFileName } from './sqliteFile.ts';
import { lockFolder } from './sqliteLock.ts';
import { migrate } from './sqliteMigrations.ts';
import { finishRestore } from './sqliteRestoreSwap.ts';
import { writeJournal } from './sqliteWriter.ts';
import { systemRefusalOf } from './systemRefusal.ts';

export type SqliteJournalOptions = {
  /** The data folder; made where it is missing. This process is its only server until `close`. */
  readonly folder: string;
  /** Names the journal where the folder has none yet. */
  readonly newJournalId: () => JournalId;
  readonly now: () => Instant;
};

/**
 * Opens the journal of a data folder, or creates it in an empty one, and locks the folder until `close`.
 *
 * @throws JournalRefusal where another server has the folder or the file cannot be trusted; its events are as before.
 */
export function openSqliteJournal(options: SqliteJournalOptions): Journal {
  const { folder } = options;
  makeFolder(folder);
  const lock = lockFolder(folder);
  try {
    // A restore that was decided and cut off: the folder has no other journal than the one that waits for its name.
    finishRestore(folder);
    const database = refusing(folder, () => openDatabase(options));
    try {
      // Not before: a folder whose journal is refused stays as it was.
      const anchorKey = openAnchorKey(folder);
      return refusing(folder, () => writeJournal(database, anchorKey, lock.release));
    } catch (error) {
      database.close();
      throw error;
    }
  } catch (error) {
    lock.release();
    throw systemRefusalOf(error, `The folder ${folder} cannot be used`);
  }
}

/** Makes a data folder where it is missing. @throws JournalRefusal where the disk does not let us. */
export function makeFolder(folder: string): void {
  try {
    // What happened at the counters is for the server's own user alone.
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new JournalRefusal('unreachable', `The folder ${folder} cannot be made: ${messageOf(error)}.`, {
      cause: error,
    });
  }
}

function openDatabase({ folder, newJournalId, now }: SqliteJournalOptions): Database {
  const file = join(folder, journalFileName);
  if (existsSync(file)) inspectJournalFile(file);
  else createJournalFile(folder, newJournalId(), now());
  const database = openWriter(file);
  try {
    migrate(database);
    growLog(database);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** While opening, damage and failing storage are reasons not to start, told in one sentence. */
function refusing<Result>(folder: string, task: () => Result): Result {
  try {
    return withFaults(task);
  } catch (error) {
    if (!(error instanceof JournalFault)) throw error;
    const file = join(folder, journalFileName);
    if (error.kind === 'corrupt') {
      throw new JournalRefusal('damaged', `The journal ${file} is damaged: restore the last backup. ${error.message}`, {
        cause: error,
      });
    }
    throw new JournalRefusal('unreachable', `The journal ${file} cannot be opened. ${error.message}`, { cause: error });
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
