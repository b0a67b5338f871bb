import Database from 'better-sqlite3';

/**
 * Opens the writer's connection: a commit returns only when its rows are synced (WAL, `synchronous=FULL`).
 *
 * The log is grown once by a transaction that is taken back, so that the first commits of the day do not wait for the
 * file system to find room.
 */
export function openWriter(file: string): Database.Database {
  const database = new Database(file, { fileMustExist: true, timeout: lockTimeoutMs });
  try {
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    // What is removed after its retention must not lie on in free pages, which a backup copies too.
    database.pragma('secure_delete = ON');
    database.pragma('trusted_schema = OFF');
    database.pragma(`wal_autocheckpoint = ${checkpointPageCount}`);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Makes the write-ahead log as large as it grows between two checkpoints; nothing is committed. */
export function growLog(database: Database.Database): void {
  const cacheSize: unknown = database.pragma('cache_size', { simple: true });
  // With room for few pages in memory, the pages of the open transaction are written to the log at once.
  database.pragma('cache_size = 16');
  database.exec('BEGIN IMMEDIATE');
  try {
    database
      .prepare('INSERT OR REPLACE INTO probe (id, filler) VALUES (1, zeroblob(@byteLength))')
      .run({ byteLength: logByteLength });
  } finally {
    database.exec('ROLLBACK');
    database.pragma(`cache_size = ${String(cacheSize)}`);
  }
}

/** A foreign program that writes is an error to report, not a reason to stop the counters for long. */
const lockTimeoutMs = 250;
const checkpointPageCount = 1_000;
const pageByteLength = 4_096;
const logByteLength = checkpointPageCount * pageByteLength;
