import { type CommandId, idSchemas, instantSchema, type JournalEvent, type Seq, seqOf } from '@okienko/shared';
import { z } from 'zod/mini';
import { type ChainedEvent, eventHash } from './hashChain.ts';
import {
  type CommandEntry,
  type CommandRecord,
  type EventMetadata,
  JournalFault,
  type StoredEvent,
} from './journal.ts';
import { newestVersionOf, UnreadableEvent, upcast } from './upcasters.ts';

/** A place in the chain: what the next event continues. */
export type ChainLink = { readonly seq: Seq; readonly hash: Uint8Array };

/** An event as it is stored; `payload` is UTF-8 JSON without the type, which has a column of its own. */
export type EventRow = ChainedEvent & { readonly hash: Uint8Array };

export type CommandRow = CommandEntry & { readonly commandId: CommandId };

/** The rows that one append adds, and the link after the last of them. */
export type EncodedRecords = {
  readonly events: readonly EventRow[];
  readonly commands: readonly CommandRow[];
  readonly end: ChainLink;
};

/** A row that continues the chain, or in words why it does not. */
export type RowReading =
  | { readonly isSound: true; readonly stored: StoredEvent; readonly hash: Uint8Array }
  | { readonly isSound: false; readonly seq: Seq; readonly problem: string };

/** Numbers and chains the events of `records` after `before`. */
export function encodeRecords(records: readonly CommandRecord[], before: ChainLink): EncodedRecords {
  const events: EventRow[] = [];
  const commands: CommandRow[] = [];
  let end = before;
  for (const { metadata, events: happened } of records) {
    commands.push({ commandId: metadata.commandId, firstSeq: seqOf(end.seq + 1), eventCount: happened.length });
    for (const event of happened) {
      const row = encodeEvent(metadata, event, end);
      events.push(row);
      end = { seq: seqOf(row.seq), hash: row.hash };
    }
  }
  return { events, commands, end };
}

/** Reads the row that must follow `before`: its seq, its hash over the bytes as stored, then its event. */
export function readRow(row: unknown, before: ChainLink): RowReading {
  const seq = seqOf(before.seq + 1);
  if (row === undefined) return { isSound: false, seq, problem: 'it is missing' };
  const parsed = eventRowSchema.safeParse(row);
  if (!parsed.success)
    return { isSound: false, seq, problem: `its columns do not parse: ${z.prettifyError(parsed.error)}` };
  const { payload, hash, type, eventVersion, ...metadata } = parsed.data;
  if (metadata.seq !== seq)
    return { isSound: false, seq, problem: `it is missing: ${metadata.seq} follows ${before.seq}` };
  if (!eventHash(before.hash, parsed.data).equals(hash)) {
    return {
      isSound: false,
      seq,
      problem: 'its hash does not continue the chain: this event or the one before was altered',
    };
  }
  try {
    const event = upcast(type, eventVersion, JSON.parse(Buffer.from(payload).toString('utf8')));
    const { seq: _, ...rest } = metadata;
    return { isSound: true, stored: { seq, metadata: rest, event }, hash };
  } catch (error) {
    if (!(error instanceof UnreadableEvent) && !(error instanceof SyntaxError)) throw error;
    return { isSound: false, seq, problem: `its payload cannot be read: ${error.message}` };
  }
}

/**
 * Reads the rows after `before` up to `lastSeq`.
 *
 * @throws JournalFault `corrupt` at the first row that is missing or not what was written.
 */
export function readRows(rows: readonly unknown[], before: ChainLink, lastSeq: Seq): readonly StoredEvent[] {
  const events: StoredEvent[] = [];
  let end = before;
  while (end.seq < lastSeq) {
    const reading = readRow(rows[events.length], end);
    if (!reading.isSound) {
      throw new JournalFault('corrupt', `The journal is broken at event ${reading.seq}: ${reading.problem}.`);
    }
    events.push(reading.stored);
    end = { seq: reading.stored.seq, hash: reading.hash };
  }
  return events;
}

const eventRowSchema = z.object({
  seq: idSchemas.seq,
  at: instantSchema,
  type: z.string(),
  eventVersion: z.int(),
  branchId: idSchemas.branch,
  deviceId: idSchemas.device,
  clerkId: z.nullable(idSchemas.clerk),
  commandId: idSchemas.command,
  configHash: z.string(),
  payload: z.instanceof(Uint8Array),
  hash: z.instanceof(Uint8Array),
});

function encodeEvent(metadata: EventMetadata, event: JournalEvent, before: ChainLink): EventRow {
  const { type, ...fields } = event;
  const chained = {
    seq: before.seq + 1,
    type,
    eventVersion: newestVersionOf(type),
    at: metadata.at,
    branchId: metadata.branchId,
    deviceId: metadata.deviceId,
    clerkId: metadata.clerkId,
    commandId: metadata.commandId,
    configHash: metadata.configHash,
    payload: Buffer.from(JSON.stringify(fields)),
  };
  return { ...chained, hash: eventHash(before.hash, chained) };
}
