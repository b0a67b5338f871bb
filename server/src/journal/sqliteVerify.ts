import { seqOf } from '@okienko/shared';
import type { Database } from 'better-sqlite3';
import { JournalFault } from './journal.ts';
import { withFaults } from './sqliteFault.ts';
import { signedAnchorOf } from './sqliteRetention.ts';
import { openReader, readRestores } from './sqliteReader.ts';
import { parseRow, parseRowIfAny, rowSchemas } from './sqliteRows.ts';
import { eventColumns } from './sqliteStatements.ts';
import { type JournalPages, type Verification, verifyJournal } from './verify.ts';

/**
 * Verifies a journal file through a read-only connection of its own; a server may be writing meanwhile.
 *
 * @throws JournalRefusal where the file is no journal that this program can read; JournalFault where reading fails.
 */
export function verifySqliteJournal(file: string): Verification {
  const database = openReader(file);
  try {
    return withFaults(() => verifyJournal(sqlitePages(database)));
  } catch (error) {
    if (!(error instanceof JournalFault) || error.kind !== 'corrupt') throw error;
    return { isSound: false, seq: seqOf(0), problem: `the file itself is damaged: ${error.message}` };
  } finally {
    database.close();
  }
}

function sqlitePages(database: Database): JournalPages {
  const rows = database.prepare(`SELECT ${eventColumns} FROM events WHERE seq > @seq ORDER BY seq LIMIT @limit`);
  const commands = database.prepare('SELECT firstSeq, eventCount FROM commands WHERE commandId = @commandId');
  // One transaction, so that a server that writes meanwhile does not put a command between the head and the totals;
  // the walk itself needs none, and would hold back the server's checkpoints for as long as it takes.
  const outline = database.transaction(() => readOutline(database)).deferred();
  return {
    ...outline,
    rowsAfter: (seq, limit) => rows.all({ seq, limit }),
    findCommand: (commandId) => parseRowIfAny(rowSchemas.command, commands.get({ commandId })),
  };
}

function readOutline(database: Database) {
  const get = (text: string, parameters: object = {}): unknown => database.prepare(text).get(parameters);
  const { journalId: genesisId } = parseRow(rowSchemas.journal, get('SELECT journalId FROM journal'));
  const restores = readRestores(database);
  const anchor = parseRow(rowSchemas.anchor, get('SELECT * FROM anchors ORDER BY seq DESC LIMIT 1'));
  const newest = parseRowIfAny(rowSchemas.link, get('SELECT seq, hash FROM events ORDER BY seq DESC LIMIT 1'));
  const totals = parseRow(
    rowSchemas.commandTotals,
    get(
      `SELECT count(*) AS commandCount, coalesce(sum(eventCount), 0) AS eventCount FROM commands
       WHERE eventCount > 0 AND firstSeq > @anchorSeq`,
      { anchorSeq: anchor.seq },
    ),
  );
  return { genesisId, restores, anchor, signed: signedAnchorOf(anchor), head: newest?.seq ?? anchor.seq, totals };
}
