import type { Migration } from './migration.ts';

/**
 * The first schema. `events` and `commands` are the journal, `anchors` the places from which the chain can be verified
 * (seq 0 and its genesis hash to begin with); `snapshots`, `quarantine` and `probe` stand beside it.
 */
export const migration0001Initial: Migration = {
  version: 1,
  statements: `
    CREATE TABLE journal (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      journalId TEXT NOT NULL,
      createdAt INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE events (
      seq INTEGER PRIMARY KEY,
      at INTEGER NOT NULL,
      type TEXT NOT NULL,
      eventVersion INTEGER NOT NULL,
      branchId TEXT NOT NULL,
      deviceId TEXT NOT NULL,
      clerkId TEXT,
      commandId TEXT NOT NULL,
      configHash TEXT NOT NULL,
      payload TEXT NOT NULL,
      hash BLOB NOT NULL
    ) STRICT;

    CREATE TABLE commands (
      commandId TEXT PRIMARY KEY,
      firstSeq INTEGER NOT NULL,
      eventCount INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE anchors (
      seq INTEGER PRIMARY KEY,
      at INTEGER NOT NULL,
      hash BLOB NOT NULL
    ) STRICT;

    CREATE TABLE snapshots (
      seq INTEGER PRIMARY KEY,
      text TEXT NOT NULL,
      hash BLOB NOT NULL
    ) STRICT;

    CREATE TABLE quarantine (
      commandId TEXT PRIMARY KEY,
      at INTEGER NOT NULL,
      trace TEXT NOT NULL
    ) STRICT;

    CREATE TABLE probe (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      filler BLOB NOT NULL
    ) STRICT;
  `,
};
