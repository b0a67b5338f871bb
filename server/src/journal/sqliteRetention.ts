import type { CalendarDate, JournalId } from '@okienko/shared';
import type { Database } from 'better-sqlite3';
import { readAnchor, signAnchor, type SignedAnchor } from './anchor.ts';
import type { AnchorKey } from './anchorKey.ts';
import type { ChainLink } from './eventRow.ts';
import { type DayEnd, JournalFault, type Removal, type Snapshot } from './journal.ts';
import { parseRow, parseRowIfAny, rowSchemas } from './sqliteRows.ts';

/** Where the rows of a journal begin, and the state there; null at the very beginning, which has none. */
export type JournalStart = { readonly link: ChainLink; readonly snapshot: Snapshot | null };

/** The end of retention over the writer's connection; every method belongs into a transaction of its caller. */
export type SqliteRetention = {
  readonly saveDayEnd: (dayEnd: DayEnd) => void;
  /**
   * Anchors the journal at the newest day end before `businessDate` that is not among the newest `keptDays`, where that
   * is further than before.
   *
   * @returns the new anchor, or null where nothing older may go.
   */
  readonly anchorBefore: (businessDate: CalendarDate, keptDays: number, facts: AnchorFacts) => SignedAnchor | null;
  /** Removes at most `rowLimit` events up to the anchor, with their commands; true while there are more. */
  readonly removeRows: (anchor: ChainLink, rowLimit: number) => boolean;
};
type AnchorFacts = Pick<Removal, 'at'> & {
  readonly journalId: JournalId;
  readonly current: ChainLink;
  readonly key: AnchorKey;
};

/**
 * The anchor at which this journal begins.
 *
 * @throws JournalFault `corrupt` where a signed anchor is not what was signed.
 */
export function readJournalStart(database: Database): JournalStart {
  const row = parseRow(rowSchemas.anchor, database.prepare('SELECT * FROM anchors ORDER BY seq DESC LIMIT 1').get());
  const link = { seq: row.seq, hash: row.hash };
  const anchor = signedAnchorOf(row);
  if (anchor === null) {
    if (row.seq === 0) return { link, snapshot: null };
    throw new JournalFault('corrupt', `The journal's anchor at ${row.seq}: it is not signed.`);
  }
  const reading = readAnchor(anchor);
  if (!reading.isSound) throw new JournalFault('corrupt', `The journal's anchor at ${row.seq}: ${reading.problem}.`);
  return startAt(anchor);
}

/** A journal's start at a sound anchor. */
export function startAt({ link, snapshot }: SignedAnchor): JournalStart {
  return { link, snapshot: { seq: link.seq, text: snapshot } };
}

/** The signed part of an anchor's row; null on the first one, and in a file of an older schema. */
export function signedAnchorOf(row: AnchorRow): SignedAnchor | null {
  const { seq, hash, snapshot, statement, publicKey, signature } = row;
  if (typeof snapshot !== 'string' || typeof statement !== 'string') return null;
  if (!(publicKey instanceof Uint8Array) || !(signature instanceof Uint8Array)) return null;
  return { link: { seq, hash }, snapshot, statement, publicKey, signature };
}
type AnchorRow = ReturnType<typeof rowSchemas.anchor.parse>;

/** Prepares the statements of the end of retention, once. */
export function prepareRetention(database: Database): SqliteRetention {
  const insertDayEnd = database.prepare(
    'INSERT OR REPLACE INTO dayEnds (seq, businessDate, at, snapshot) VALUES (@seq, @businessDate, @at, @snapshot)',
  );
  const selectDayEnd = database.prepare(
    `SELECT dayEnds.seq, businessDate, snapshot, events.hash FROM dayEnds JOIN events USING (seq)
     WHERE businessDate < @businessDate AND seq > @anchorSeq
       AND seq <= (SELECT seq FROM dayEnds ORDER BY seq DESC LIMIT 1 OFFSET @keptDays)
     ORDER BY seq DESC LIMIT 1`,
  );
  const insertAnchor = database.prepare(
    `INSERT INTO anchors (seq, at, hash, snapshot, statement, publicKey, signature)
     VALUES (@seq, @at, @hash, @snapshot, @statement, @publicKey, @signature)`,
  );
  const selectRows = database.prepare(
    'SELECT seq, commandId FROM events WHERE seq <= @seq ORDER BY seq LIMIT @rowLimit',
  );
  const deleteRows = database.prepare('DELETE FROM events WHERE seq <= @seq');
  const deleteCommand = database.prepare('DELETE FROM commands WHERE commandId = @commandId');
  const deleteDayEnds = database.prepare('DELETE FROM dayEnds WHERE seq <= @seq');
  const deleteSnapshots = database.prepare('DELETE FROM snapshots WHERE seq < @seq');
  return {
    saveDayEnd: ({ businessDate, at, snapshot: { seq, text } }) => {
      insertDayEnd.run({ seq, businessDate, at, snapshot: text });
    },
    anchorBefore: (businessDate, keptDays, { journalId, at, current, key }) => {
      const asked = { businessDate, keptDays, anchorSeq: current.seq };
      const found = parseRowIfAny(rowSchemas.dayEnd, selectDayEnd.get(asked));
      if (found === null) return null;
      const { seq, hash, snapshot } = found;
      const anchor = signAnchor(
        { journalId, link: { seq, hash }, snapshot, businessDate: found.businessDate, at },
        key,
      );
      const { statement, publicKey, signature } = anchor;
      insertAnchor.run({ seq, at, hash, snapshot, statement, publicKey, signature });
      deleteDayEnds.run({ seq });
      deleteSnapshots.run({ seq });
      return anchor;
    },
    removeRows: ({ seq }, rowLimit) => {
      const rows = parseRow(rowSchemas.removedRows, selectRows.all({ seq, rowLimit }));
      const last = rows.at(-1);
      if (last === undefined) return false;
      for (const commandId of new Set(rows.map((row) => row.commandId))) deleteCommand.run({ commandId });
      deleteRows.run({ seq: last.seq });
      return last.seq < seq;
    },
  };
}
