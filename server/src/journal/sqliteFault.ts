import { AssertionFailure } from '@okienko/shared';
import Database from 'better-sqlite3';
import { JournalFault, type JournalFaultKind } from './journalFault.ts';

/** True for what SQLite itself reports: the storage or the data, not our code. */
export function isSqliteError(error: unknown): error is InstanceType<typeof Database.SqliteError> {
  return error instanceof Database.SqliteError;
}

/**
 * Runs `task`, turning what the storage reports into a JournalFault.
 *
 * A broken constraint is no fault of the storage but a bug of ours: an AssertionFailure.
 */
export function withFaults<Result>(task: () => Result): Result {
  try {
    return task();
  } catch (error) {
    throw faultOf(error);
  }
}

/** What `withFaults` throws instead of `error`; anything that SQLite did not report is itself. */
export function faultOf(error: unknown): unknown {
  if (!isSqliteError(error)) return error;
  const kind = faultKindOf(error.code);
  if (kind === null) {
    return new AssertionFailure(`a statement of the journal failed: ${error.message}`, { cause: error });
  }
  return new JournalFault(kind, `The journal cannot be used: ${error.message} (${error.code}).`, { cause: error });
}

/** https://www.sqlite.org/rescode.html; extended codes begin with their primary code. */
const faultKinds: readonly (readonly [code: string, kind: JournalFaultKind])[] = [
  ['SQLITE_FULL', 'full'],
  ['SQLITE_IOERR', 'io'],
  ['SQLITE_NOMEM', 'io'],
  ['SQLITE_CANTOPEN', 'io'],
  ['SQLITE_BUSY', 'locked'],
  ['SQLITE_LOCKED', 'locked'],
  ['SQLITE_PROTOCOL', 'locked'],
  ['SQLITE_READONLY', 'readOnly'],
  ['SQLITE_PERM', 'readOnly'],
  ['SQLITE_AUTH', 'readOnly'],
  ['SQLITE_CORRUPT', 'corrupt'],
  ['SQLITE_NOTADB', 'corrupt'],
];

function faultKindOf(code: string): JournalFaultKind | null {
  return faultKinds.find(([prefix]) => code.startsWith(prefix))?.[1] ?? null;
}
