import type { Database } from 'better-sqlite3';

/** Every statement of the writer. */
export type SqliteStatements = ReturnType<typeof prepareStatements>;

/** Prepares them all, once: a missing table or column shows here, not at the first customer. */
export function prepareStatements(database: Database) {
  return {
    selectJournal: database.prepare('SELECT journalId FROM journal WHERE id = 1'),
    selectAnchor: database.prepare('SELECT seq, hash FROM anchors ORDER BY seq DESC LIMIT 1'),
    selectNewestLink: database.prepare('SELECT seq, hash FROM events ORDER BY seq DESC LIMIT 1'),
    selectLink: database.prepare(
      `SELECT seq, hash FROM events WHERE seq = @seq UNION ALL SELECT seq, hash FROM anchors WHERE seq = @seq LIMIT 1`,
    ),
    selectEvents: database.prepare(
      `SELECT ${eventColumns} FROM events WHERE seq BETWEEN @fromSeq AND @toSeq ORDER BY seq`,
    ),
    insertEvent: database.prepare(
      `INSERT INTO events
         (seq, at, type, eventVersion, branchId, deviceId, clerkId, commandId, configHash, payload, hash)
       VALUES (@seq, @at, @type, @eventVersion, @branchId, @deviceId, @clerkId, @commandId, @configHash,
         CAST(@payload AS TEXT), @hash)`,
    ),
    selectCommand: database.prepare('SELECT firstSeq, eventCount FROM commands WHERE commandId = @commandId'),
    insertCommand: database.prepare(
      'INSERT INTO commands (commandId, firstSeq, eventCount) VALUES (@commandId, @firstSeq, @eventCount)',
    ),
    selectSnapshot: database.prepare('SELECT seq, text, hash FROM snapshots ORDER BY seq DESC LIMIT 1'),
    insertSnapshot: database.prepare('INSERT OR REPLACE INTO snapshots (seq, text, hash) VALUES (@seq, @text, @hash)'),
    deleteOldSnapshots: database.prepare(
      'DELETE FROM snapshots WHERE seq NOT IN (SELECT seq FROM snapshots ORDER BY seq DESC LIMIT @keptCount)',
    ),
    selectQuarantine: database.prepare('SELECT commandId, at, trace FROM quarantine ORDER BY rowid'),
    insertQuarantine: database.prepare(
      `INSERT INTO quarantine (commandId, at, trace) VALUES (@commandId, @at, @trace)
       ON CONFLICT (commandId) DO NOTHING`,
    ),
    writeProbe: database.prepare('INSERT OR REPLACE INTO probe (id, filler) VALUES (1, zeroblob(@byteLength))'),
  };
}

/** The columns of an event; the payload as bytes, because the chain is over bytes and not over letters. */
export const eventColumns = `seq, at, type, eventVersion, branchId, deviceId, clerkId, commandId, configHash,
  CAST(payload AS BLOB) AS payload, hash`;
