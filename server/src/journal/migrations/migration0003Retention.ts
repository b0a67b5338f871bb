import type { Migration } from './migration.ts';

/**
 * Room for the end of retention: `dayEnds` are the places where a journal may be cut, each with the state after it; an
 * anchor that stands in for removed rows carries that state and a signed statement (null on the first, at seq 0).
 */
export const migration0003Retention: Migration = {
  version: 3,
  statements: `
    CREATE TABLE dayEnds (
      seq INTEGER PRIMARY KEY,
      businessDate TEXT NOT NULL,
      at INTEGER NOT NULL,
      snapshot TEXT NOT NULL
    ) STRICT;

    ALTER TABLE anchors ADD COLUMN snapshot TEXT;
    ALTER TABLE anchors ADD COLUMN statement TEXT;
    ALTER TABLE anchors ADD COLUMN publicKey BLOB;
    ALTER TABLE anchors ADD COLUMN signature BLOB;
  `,
};
