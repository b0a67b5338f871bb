import type { Migration } from './migration.ts';

/**
 * Restores from a backup, oldest first: each gives the journal a new id, because what the screens and the outside know
 * under the id before may be lost. The id in `journal` stays: the first anchor is bound to it.
 */
export const migration0002Restores: Migration = {
  version: 2,
  statements: `
    CREATE TABLE restores (
      id INTEGER PRIMARY KEY,
      journalId TEXT NOT NULL UNIQUE,
      previousJournalId TEXT NOT NULL,
      seq INTEGER NOT NULL,
      restoredAt INTEGER NOT NULL,
      numberSkip INTEGER NOT NULL
    ) STRICT;
  `,
};
