import Database from 'better-sqlite3';
import type { Restore } from './journal.ts';
import { JournalRefusal } from './journalRefusal.ts';
import { isSqliteError } from './sqliteFault.ts';
import { journalApplicationId } from './sqliteFile.ts';
import { refuseNewerSchema, schemaVersionOf } from './sqliteMigrations.ts';
import { parseRow, rowSchemas } from './sqliteRows.ts';
import { restoresQuery } from './sqliteStatements.ts';

/**
 * Opens a journal or a backup of one for reading only, also while a server writes it; of any schema up to ours.
 *
 * Through SQLite alone: a plain read of the file would drop the locks of a writer in this process.
 *
 * @throws JournalRefusal where the file is no journal that this program can read.
 */
export function openReader(file: string): Database.Database {
  let database: Database.Database | null = null;
  try {
    database = new Database(file, { readonly: true, fileMustExist: true, timeout: readerWaitMs });
    if (database.pragma('application_id', { simple: true }) !== journalApplicationId) {
      throw new JournalRefusal('notAJournal', `The file ${file} is not an Okienko journal.`);
    }
    refuseNewerSchema(schemaVersionOf(database), file);
    return database;
  } catch (error) {
    database?.close();
    if (!isSqliteError(error) && !(error instanceof TypeError)) throw error;
    throw new JournalRefusal('unreachable', `The journal ${file} cannot be read: ${error.message}.`, { cause: error });
  }
}

/** The restores that the file tells of, oldest first; before schema 2 there were none. */
export function readRestores(database: Database.Database): readonly Restore[] {
  if (schemaVersionOf(database) < firstSchemaWithRestores) return [];
  return parseRow(rowSchemas.restores, database.prepare(restoresQuery).all());
}

const firstSchemaWithRestores = 2;
/** A reader waits while a server that starts or stops holds the file for itself. */
const readerWaitMs = 2_000;
