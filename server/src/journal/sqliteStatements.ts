import type { Database, Statement } from 'better-sqlite3';

/** Every statement of the writer. */
export type SqliteStatements = Readonly<Record<`select${Selected}` | `insert${Inserted}` | OtherStatement, Statement>>;

/** Prepares them all, once: a missing table or column shows here, not at the first customer. */
export function prepareStatements(database: Database): SqliteStatements {
  const prepare = (text: string): Statement => database.prepare(text);
  return {
    selectJournal: prepare('SELECT journalId FROM journal WHERE id = 1'),
    selectRestores: prepare(restoresQuery),
    selectNewestLink: prepare('SELECT seq, hash FROM events ORDER BY seq DESC LIMIT 1'),
    selectLink: prepare(
      `SELECT seq, hash FROM events WHERE seq = @seq UNION ALL SELECT seq, hash FROM anchors WHERE seq = @seq LIMIT 1`,
    ),
    selectEvents: prepare(`SELECT ${eventColumns} FROM events WHERE seq BETWEEN @fromSeq AND @toSeq ORDER BY seq`),
    insertEvent: prepare(
      `INSERT INTO events
         (seq, at, type, eventVersion, branchId, deviceId, clerkId, commandId, configHash, payload, hash)
       VALUES (@seq, @at, @type, @eventVersion, @branchId, @deviceId, @clerkId, @commandId, @configHash,
         CAST(@payload AS TEXT), @hash)`,
    ),
    selectCommand: prepare('SELECT firstSeq, eventCount FROM commands WHERE commandId = @commandId'),
    insertCommand: prepare(
      'INSERT INTO commands (commandId, firstSeq, eventCount) VALUES (@commandId, @firstSeq, @eventCount)',
    ),
    selectSnapshot: prepare('SELECT seq, text, hash FROM snapshots ORDER BY seq DESC LIMIT 1'),
    insertSnapshot: prepare('INSERT OR REPLACE INTO snapshots (seq, text, hash) VALUES (@seq, @text, @hash)'),
    deleteOldSnapshots: prepare(
      'DELETE FROM snapshots WHERE seq NOT IN (SELECT seq FROM snapshots ORDER BY seq DESC LIMIT @keptCount)',
    ),
    selectQuarantine: prepare('SELECT commandId, at, trace FROM quarantine ORDER BY rowid'),
    insertQuarantine: prepare(
      `INSERT INTO quarantine (commandId, at, trace) VALUES (@commandId, @at, @trace)
       ON CONFLICT (commandId) DO NOTHING`,
    ),
    writeProbe: prepare('INSERT OR REPLACE INTO probe (id, filler) VALUES (1, zeroblob(@byteLength))'),
  };
}

/** Every restore, oldest first. */
export const restoresQuery =
  'SELECT journalId, previousJournalId, seq, restoredAt, numberSkip FROM restores ORDER BY id';

/** The columns of an event; the payload as bytes, because the chain is over bytes and not over letters. */
export const eventColumns = `seq, at, type, eventVersion, branchId, deviceId, clerkId, commandId, configHash,
  CAST(payload AS BLOB) AS payload, hash`;

type Selected = 'Journal' | 'Restores' | 'NewestLink' | 'Link' | 'Events' | 'Command' | 'Snapshot' | 'Quarantine';
type Inserted = 'Event' | 'Command' | 'Snapshot' | 'Quarantine';
type OtherStatement = 'deleteOldSnapshots' | 'writeProbe';
