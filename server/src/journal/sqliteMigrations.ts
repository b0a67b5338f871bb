import { assert } from '@okienko/shared';
import type { Database } from 'better-sqlite3';
import { z } from 'zod/mini';
import { JournalRefusal } from './journalRefusal.ts';
import type { Migration } from './migrations/migration.ts';
import { migrations } from './migrations/migrations.ts';

/** The schema that this program reads and writes. */
export function newestSchemaVersion(steps: readonly Migration[] = migrations): number {
  return steps.length;
}

/**
 * Brings the database from its `user_version` to the newest schema, each step in a transaction of its own.
 *
 * @throws JournalRefusal `newerProgram`, before anything is changed, where a newer program wrote it.
 */
export function migrate(database: Database, steps: readonly Migration[] = migrations): void {
  const version = schemaVersionOf(database);
  refuseNewerSchema(version, database.name, steps);
  for (const [index, step] of steps.entries()) {
    assert(step.version === index + 1, `migration ${step.version} stands at place ${index + 1}`);
    if (step.version > version) {
      database
        .transaction(() => {
          database.exec(step.statements);
          database.pragma(`user_version = ${step.version}`);
        })
        .immediate();
    }
  }
}

/** Throws a JournalRefusal where `version` is beyond what this program knows. */
export function refuseNewerSchema(version: number, file: string, steps: readonly Migration[] = migrations): void {
  const newest = newestSchemaVersion(steps);
  if (version <= newest) return;
  throw new JournalRefusal(
    'newerProgram',
    `The journal ${file} was written by a newer Okienko (schema ${version}, this program knows ${newest}): start the newer program.`,
  );
}

/** The `user_version` of an open database; 0 for a new one. */
export function schemaVersionOf(database: Database): number {
  return z.int().parse(database.pragma('user_version', { simple: true }));
}
