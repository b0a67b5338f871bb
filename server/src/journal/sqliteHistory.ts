import { type CalendarDate, calendarDateSchema, idSchemas, type JournalId, type Seq, seqOf } from '@okienko/shared';
import type { Database } from 'better-sqlite3';
import { z } from 'zod/mini';
import { type ChainLink, readRow } from './eventRow.ts';
import { JournalFault, type Restore, type StoredEvent } from './journal.ts';
import { withFaults } from './sqliteFault.ts';
import { openReader, readRestores } from './sqliteReader.ts';
import { parseRow, parseRowIfAny, rowSchemas } from './sqliteRows.ts';
import { eventColumns } from './sqliteStatements.ts';

/** An event as it was written: its columns, and the event at its newest version. */
export type HistoricEvent = StoredEvent & {
  /** What the journal was called when it was written. */
  readonly journalId: JournalId;
  readonly eventVersion: number;
  /** JSON as stored, without the type. */
  readonly payload: string;
  readonly hash: Uint8Array;
};

/** A business day in the file: its events from `firstSeq` to `lastSeq`. */
export type HistoricDay = { readonly businessDate: CalendarDate; readonly firstSeq: Seq; readonly lastSeq: Seq };

/**
 * A journal or a backup of one, read beside a server that may be writing. A row that does not continue the chain, or
 * storage that fails, is a JournalFault.
 */
export type History = {
  /** From `fromSeq` to `toSeq`, both included, cut to what is there; read in pages, so that any length is fine. */
  readonly events: (fromSeq: Seq, toSeq: Seq) => Generator<HistoricEvent>;
  /** The least and greatest seq of events in [`fromMs`, `beforeMs`); null where there is none. */
  readonly seqsBetween: (fromMs: number, beforeMs: number) => { readonly first: Seq; readonly last: Seq } | null;
  /** Every business day that is still in the file, oldest first. */
  readonly days: () => readonly HistoricDay[];
  /** The text of the configuration in force after the event `seq`; null before the first one. */
  readonly configurationText: (seq: Seq) => string | null;
  readonly head: Seq;
  readonly close: () => void;
};

/** Opens a file for reading its history. @throws JournalRefusal where it is no journal that this program can read. */
export function openHistory(file: string): History {
  const database = openReader(file);
  try {
    return withFaults(() => historyOf(database));
  } catch (error) {
    database.close();
    throw error;
  }
}

const pageSize = 1_000;

function historyOf(database: Database): History {
  const restores = readRestores(database);
  const genesis = parseRow(rowSchemas.journal, database.prepare('SELECT journalId FROM journal').get());
  const anchor = parseRow(rowSchemas.anchor, database.prepare('SELECT * FROM anchors ORDER BY seq DESC LIMIT 1').get());
  const newest = parseRowIfAny(rowSchemas.link, database.prepare(newestLinkQuery).get());
  const head = newest?.seq ?? anchor.seq;
  const page = database.prepare(
    `SELECT ${eventColumns} FROM events WHERE seq BETWEEN @fromSeq AND @toSeq ORDER BY seq LIMIT ${pageSize}`,
  );
  const stateThere = typeof anchor.snapshot === 'string' ? startState(anchor.seq, anchor.snapshot) : null;

  return {
    head,
    *events(fromSeq, toSeq) {
      const first = Math.max(fromSeq, anchor.seq + 1);
      const last = Math.min(toSeq, head);
      let end = withFaults(() => linkBefore(database, anchor, first));
      while (end.seq < last) {
        const rows = withFaults(() => page.all({ fromSeq: end.seq + 1, toSeq: last }));
        // An empty page still has a next row to miss.
        for (const row of rows.length === 0 ? [undefined] : rows) {
          const event = historicEvent(row, end, genesis.journalId, restores);
          end = { seq: event.seq, hash: event.hash };
          yield event;
        }
      }
    },
    seqsBetween: (fromMs, beforeMs) =>
      withFaults(() => {
        const found = parseRow(seqsSchema, database.prepare(seqsQuery).get({ fromMs, beforeMs }));
        return found.first === null || found.last === null ? null : { first: found.first, last: found.last };
      }),
    days: () =>
      withFaults(() => {
        const starts = parseRow(payloadsSchema, database.prepare(dayStartsQuery).all()).map(({ seq, payload }) => {
          return { seq, businessDate: readPayload(dayStartSchema, seq, payload).businessDate };
        });
        const beginning = stateThere?.businessDate ?? null;
        const first = beginning === null ? [] : [{ seq: seqOf(anchor.seq + 1), businessDate: beginning }];
        const all = [...first, ...starts];
        return all.map(({ seq, businessDate }, index) => {
          const lastSeq = seqOf((all[index + 1]?.seq ?? head + 1) - 1);
          return { businessDate, firstSeq: seq, lastSeq };
        });
      }),
    configurationText: (seq) =>
      withFaults(() => {
        const row = parseRowIfAny(payloadSchema, database.prepare(configurationQuery).get({ seq }));
        if (row === null) return stateThere?.configurationText ?? null;
        return readPayload(configurationSchema, row.seq, row.payload).text;
      }),
    close: () => database.close(),
  };
}

const newestLinkQuery = 'SELECT seq, hash FROM events ORDER BY seq DESC LIMIT 1';
const seqsQuery = 'SELECT min(seq) AS first, max(seq) AS last FROM events WHERE at >= @fromMs AND at < @beforeMs';
const seqsSchema = z.object({ first: z.nullable(idSchemas.seq), last: z.nullable(idSchemas.seq) });
const dayStartsQuery = `SELECT seq, payload FROM events WHERE type = 'BusinessDayStarted' ORDER BY seq`;
const configurationQuery = `SELECT seq, payload FROM events
  WHERE type = 'ConfigurationChanged' AND seq <= @seq ORDER BY seq DESC LIMIT 1`;
const payloadSchema = z.object({ seq: idSchemas.seq, payload: z.string() });
const payloadsSchema = z.array(payloadSchema);
const dayStartSchema = z.object({ businessDate: calendarDateSchema });
const configurationSchema = z.object({ text: z.string() });

function readPayload<Output>(schema: z.ZodMiniType<Output>, seq: Seq, payload: string): Output {
  return readJson(schema, seq, payload, 'its payload');
}

function readJson<Output>(schema: z.ZodMiniType<Output>, seq: Seq, text: string, what: string): Output {
  try {
    return parseRow(schema, JSON.parse(text));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw brokenAt(seq, `${what} cannot be read: ${error.message}`);
  }
}

/** Of the state that an anchor keeps, what history needs: the engine wrote it, and only it reads the rest. */
const startStateSchema = z.object({
  state: z.object({ businessDate: z.nullable(calendarDateSchema), configurationText: z.string() }),
});

function startState(seq: Seq, snapshot: string) {
  return readJson(startStateSchema, seq, snapshot, 'the state at its beginning').state;
}

function linkBefore(database: Database, anchor: ChainLink, first: number): ChainLink {
  if (first - 1 <= anchor.seq) return { seq: anchor.seq, hash: anchor.hash };
  const row = database.prepare('SELECT seq, hash FROM events WHERE seq = @seq').get({ seq: first - 1 });
  if (row === undefined) throw brokenAt(seqOf(first - 1), 'it is missing');
  return parseRow(rowSchemas.link, row);
}

function historicEvent(row: unknown, before: ChainLink, genesisId: JournalId, restores: readonly Restore[]) {
  const reading = readRow(row, before);
  if (!reading.isSound) throw brokenAt(reading.seq, reading.problem);
  const { eventVersion, payload } = parseRow(asStoredSchema, row);
  const { stored, hash } = reading;
  const journalId = restores.findLast(({ seq }) => seq < stored.seq)?.journalId ?? genesisId;
  return { ...stored, journalId, eventVersion, payload: Buffer.from(payload).toString('utf8'), hash };
}

const asStoredSchema = z.object({ eventVersion: z.int(), payload: z.instanceof(Uint8Array) });

function brokenAt(seq: Seq, problem: string): JournalFault {
  return new JournalFault('corrupt', `The journal is broken at event ${seq}: ${problem}.`);
}
