import { assert } from '@okienko/shared';
import type { Database } from 'better-sqlite3';
import { JournalFault } from './journal.ts';
import { withFaults } from './sqliteFault.ts';

/** The one way to the writer's connection: faults are typed, and nothing is asked of a closed one. */
export type SqliteAccess = {
  /** @throws JournalFault, `closed` after the end. */
  readonly whileOpen: <Result>(task: () => Result) => Result;
  /** Runs `task` in one synced transaction. */
  readonly write: (task: () => void) => void;
  /** Closes the connection; false where it was closed before. */
  readonly end: () => boolean;
};

/** Takes over a connection until `end`. */
export function accessTo(database: Database): SqliteAccess {
  const transaction = database.transaction((task: () => void) => task());
  let isOpen = true;
  const whileOpen = <Result>(task: () => Result): Result => {
    if (!isOpen) throw new JournalFault('closed', 'The journal is closed.');
    return withFaults(task);
  };
  return {
    whileOpen,
    write: (task) => {
      whileOpen(() => {
        // Inside another transaction the commit would be a savepoint's, which syncs nothing.
        assert(!database.inTransaction, 'a transaction of the journal is still open');
        transaction.immediate(task);
      });
    },
    end: () => {
      if (!isOpen) return false;
      isOpen = false;
      database.close();
      return true;
    },
  };
}
