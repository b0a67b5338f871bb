import { calendarDateSchema, idSchemas, instantSchema } from '@okienko/shared';
import { z } from 'zod/mini';
import { JournalFault } from './journal.ts';

/** The rows beside the events; an event's row is read by `readRow`, which also follows the chain. */
export const rowSchemas = {
  journal: z.object({ journalId: idSchemas.journal }),
  /** In a file of an older schema the columns of a signature are missing. */
  anchor: z.object({
    seq: idSchemas.seq,
    hash: z.instanceof(Uint8Array),
    snapshot: z.nullish(z.string()),
    statement: z.nullish(z.string()),
    publicKey: z.nullish(z.instanceof(Uint8Array)),
    signature: z.nullish(z.instanceof(Uint8Array)),
  }),
  dayEnd: z.object({
    seq: idSchemas.seq,
    businessDate: calendarDateSchema,
    snapshot: z.string(),
    hash: z.instanceof(Uint8Array),
  }),
  removedRows: z.array(z.object({ seq: idSchemas.seq, commandId: z.string() })),
  restores: z.array(
    z.object({
      journalId: idSchemas.journal,
      previousJournalId: idSchemas.journal,
      seq: idSchemas.seq,
      restoredAt: instantSchema,
      numberSkip: z.int(),
    }),
  ),
  head: z.object({ seq: idSchemas.seq }),
  link: z.object({ seq: idSchemas.seq, hash: z.instanceof(Uint8Array) }),
  command: z.object({ firstSeq: idSchemas.seq, eventCount: z.int() }),
  commandTotals: z.object({ commandCount: z.int(), eventCount: z.int() }),
  snapshot: z.object({ seq: idSchemas.seq, text: z.string(), hash: z.instanceof(Uint8Array) }),
  quarantine: z.array(z.object({ commandId: idSchemas.command, at: instantSchema, trace: z.string() })),
};

/** Parses what a statement found. These rows are ours: one that does not parse is a JournalFault `corrupt`. */
export function parseRow<Output>(schema: z.ZodMiniType<Output>, row: unknown): Output {
  const parsed = schema.safeParse(row);
  if (parsed.success) return parsed.data;
  throw new JournalFault('corrupt', `The journal holds a broken row: ${z.prettifyError(parsed.error)}.`);
}

/** The same where the statement may have found nothing. */
export function parseRowIfAny<Output>(schema: z.ZodMiniType<Output>, row: unknown): Output | null {
  return row === undefined ? null : parseRow(schema, row);
}
