import { assert, type CommandId, type Seq, seqOf } from '@okienko/shared';
import type { Database } from 'better-sqlite3';
import type { AnchorKey } from './anchorKey.ts';
import { type ChainLink, encodeRecords, readRows } from './eventRow.ts';
import { snapshotHash } from './hashChain.ts';
import { type CommandEntry, type Journal, JournalFault, type Snapshot } from './journal.ts';
import { accessTo } from './sqliteAccess.ts';
import { prepareRetention, readJournalStart, startAt } from './sqliteRetention.ts';
import { parseRow, parseRowIfAny, rowSchemas } from './sqliteRows.ts';
import { prepareStatements, type SqliteStatements } from './sqliteStatements.ts';

/**
 * The journal over the writer's connection, which it owns; `anchorKey` signs what retention removes, `onClosed` follows
 * the end of the connection.
 *
 * @throws JournalFault `corrupt` where the newest event does not continue the chain.
 */
export function writeJournal(database: Database, anchorKey: AnchorKey, onClosed: () => void): Journal {
  const statements = prepareStatements(database);
  const genesisId = parseRow(rowSchemas.journal, statements.selectJournal.get()).journalId;
  const restored = parseRow(rowSchemas.restores, statements.selectRestores.all()).at(-1) ?? null;
  const journalId = restored?.journalId ?? genesisId;
  const retention = prepareRetention(database);
  let start = readJournalStart(database);
  const quarantinedIds = new Set(selectQuarantine(statements).map(({ commandId }) => commandId));
  let end = findNewestLink(statements) ?? start.link;
  const { whileOpen, write, end: endAccess } = accessTo(database);
  const read = (fromSeq: Seq, toSeq: Seq) =>
    selectEvents(statements, Math.max(fromSeq, start.link.seq + 1), Math.min(toSeq, end.seq));
  if (end.seq > start.link.seq) read(end.seq, end.seq);

  return {
    journalId,
    restored,
    head: () => end.seq,
    append: (records) => {
      if (records.length === 0) return;
      const encoded = encodeRecords(records, end);
      write(() => {
        for (const row of encoded.events) statements.insertEvent.run(row);
        for (const row of encoded.commands) statements.insertCommand.run(row);
      });
      end = encoded.end;
    },
    findCommand: (commandId) => whileOpen(() => findCommand(statements, commandId)),
    read: (fromSeq, toSeq) => whileOpen(() => read(fromSeq, toSeq)),
    newestSnapshot: () => whileOpen(() => findNewestSnapshot(statements)),
    saveSnapshot: ({ seq, text }) => {
      assert(seq >= start.link.seq && seq <= end.seq, `a snapshot at ${seq} is beyond the head ${end.seq}`);
      write(() => {
        statements.insertSnapshot.run({ seq, text, hash: snapshotHash(linkAt(statements, seq).hash, text) });
        statements.deleteOldSnapshots.run({ keptCount: keptSnapshotCount });
      });
    },
    start: () => ({ seq: start.link.seq, snapshot: start.snapshot }),
    saveDayEnd: (dayEnd) => {
      assert(dayEnd.snapshot.seq === end.seq, 'a day end is kept while it is the head');
      write(() => retention.saveDayEnd(dayEnd));
    },
    remove: ({ before, keptDays, at, rowLimit }) => {
      let next = start;
      let hasMore = false;
      write(() => {
        const anchor = retention.anchorBefore(before, keptDays, { journalId, at, current: start.link, key: anchorKey });
        if (anchor !== null) next = startAt(anchor);
        hasMore = retention.removeRows(next.link, rowLimit);
      });
      start = next;
      return hasMore;
    },
    quarantine: (entry) => {
      write(() => statements.insertQuarantine.run(entry));
      quarantinedIds.add(entry.commandId);
    },
    isQuarantined: (commandId) => quarantinedIds.has(commandId),
    quarantined: () => whileOpen(() => selectQuarantine(statements)),
    probe: () => {
      write(() => statements.writeProbe.run({ byteLength: probeByteLength }));
      // A commit may fit into what the log had reserved; only a checkpoint shows that the file itself can grow.
      whileOpen(() => database.pragma('wal_checkpoint(PASSIVE)'));
    },
    close: () => {
      if (endAccess()) onClosed();
    },
  };
}

/** One to start from, and the one before it for whoever asks what a broken one should have been. */
const keptSnapshotCount = 2;
/** About as much as a busy turn of the event loop commits. */
const probeByteLength = 65_536;

function selectQuarantine(statements: SqliteStatements) {
  return parseRow(rowSchemas.quarantine, statements.selectQuarantine.all());
}

function findNewestLink(statements: SqliteStatements): ChainLink | null {
  return parseRowIfAny(rowSchemas.link, statements.selectNewestLink.get());
}

function linkAt(statements: SqliteStatements, seq: Seq): ChainLink {
  const link = parseRowIfAny(rowSchemas.link, statements.selectLink.get({ seq }));
  if (link === null) throw new JournalFault('corrupt', `The journal is broken at event ${seq}: it is missing.`);
  return link;
}

function selectEvents(statements: SqliteStatements, fromSeq: number, toSeq: number) {
  if (fromSeq > toSeq) return [];
  const first = seqOf(fromSeq);
  const last = seqOf(toSeq);
  return readRows(
    statements.selectEvents.all({ fromSeq: first, toSeq: last }),
    linkAt(statements, seqOf(first - 1)),
    last,
  );
}

function findCommand(statements: SqliteStatements, commandId: CommandId): CommandEntry | null {
  return parseRowIfAny(rowSchemas.command, statements.selectCommand.get({ commandId }));
}

function findNewestSnapshot(statements: SqliteStatements): Snapshot | null {
  const row = parseRowIfAny(rowSchemas.snapshot, statements.selectSnapshot.get());
  if (row === null) return null;
  const { seq, text, hash } = row;
  if (!snapshotHash(linkAt(statements, seq).hash, text).equals(hash)) {
    throw new JournalFault('corrupt', `The journal's snapshot at event ${seq} is not what was saved.`);
  }
  return { seq, text };
}
