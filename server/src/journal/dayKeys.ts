import { randomBytes } from 'node:crypto';
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { type CalendarDate, calendarDateSchema } from '@okienko/shared';
import Database from 'better-sqlite3';
import { z } from 'zod/mini';
import { JournalFault } from './journal.ts';
import { JournalRefusal } from './journalRefusal.ts';
import { withFaults } from './sqliteFault.ts';
import { parseRow } from './sqliteRows.ts';

/** The secret of each business day: what it made cannot be told from chance once the key is destroyed. */
export type DayKeys = {
  /**
   * The key of a day, 32 random bytes; made, and on the disk, before it is first given out.
   *
   * @throws JournalFault where it cannot be kept.
   */
  readonly keyOf: (businessDate: CalendarDate) => Uint8Array;
  /**
   * Destroys the keys of all other days: their bytes are overwritten in the file. What SQLite's rollback journal held
   * of them for that moment lies in freed blocks of the disk, which only an encrypted disk protects.
   *
   * @throws JournalFault where that fails; to be asked again until it does not.
   */
  readonly keepOnly: (businessDate: CalendarDate) => void;
  readonly close: () => void;
};

/** The keys' file beside the journal, never in it: a backup of the journal cannot hold what its file does not. */
export const dayKeysFileName = 'secrets.sqlite';

/**
 * Opens the keys of a data folder that this process has locked.
 *
 * @throws JournalRefusal `damaged` or `unreachable`: today's addresses would silently stop to work.
 */
export function openDayKeys(folder: string): DayKeys {
  const file = join(folder, dayKeysFileName);
  try {
    return withFaults(() => dayKeysOver(openKeysDatabase(file)));
  } catch (error) {
    if (!(error instanceof JournalFault)) throw error;
    const kind = error.kind === 'corrupt' ? 'damaged' : 'unreachable';
    const advice = 'move it aside to start without it; the addresses on papers of today then stop to work';
    throw new JournalRefusal(kind, `The day keys ${file} cannot be used: ${advice}. ${error.message}`, {
      cause: error,
    });
  }
}

/** A foreign program that reads is an error to report, not a reason to keep customers waiting. */
const lockTimeoutMs = 250;
const schema = `
  CREATE TABLE IF NOT EXISTS dayKeys (businessDate TEXT PRIMARY KEY, key BLOB NOT NULL) STRICT, WITHOUT ROWID`;
const keyByteLength = 32;
const rowsSchema = z.array(z.object({ businessDate: calendarDateSchema, key: z.instanceof(Uint8Array) }));

function openKeysDatabase(file: string): Database.Database {
  const database = new Database(file, { timeout: lockTimeoutMs });
  try {
    // A rollback journal and not a log of writes: the log would keep a destroyed key until its next checkpoint.
    database.pragma('journal_mode = DELETE');
    database.pragma('synchronous = EXTRA');
    database.pragma('secure_delete = ON');
    database.exec(schema);
    chmodSync(file, 0o600);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function dayKeysOver(database: Database.Database): DayKeys {
  const select = database.prepare('SELECT businessDate, key FROM dayKeys');
  const insert = database.prepare('INSERT INTO dayKeys (businessDate, key) VALUES (@businessDate, @key)');
  const remove = database.prepare('DELETE FROM dayKeys WHERE businessDate <> @businessDate');
  const keys = new Map(parseRow(rowsSchema, select.all()).map(({ businessDate, key }) => [businessDate, key]));
  return {
    keyOf: (businessDate) => {
      const known = keys.get(businessDate);
      if (known !== undefined) return known;
      const key = randomBytes(keyByteLength);
      withFaults(() => insert.run({ businessDate, key }));
      keys.set(businessDate, key);
      return key;
    },
    keepOnly: (businessDate) => {
      const others = [...keys].filter(([date]) => date !== businessDate);
      if (others.length === 0) return;
      withFaults(() => remove.run({ businessDate }));
      for (const [date, key] of others) {
        key.fill(0);
        keys.delete(date);
      }
    },
    close: () => database.close(),
  };
}
