import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { type Instant, idSchemas, instantSchema, parse } from '@okienko/shared';
import { z } from 'zod/mini';
import { backupNameAt, backupTimeOf, surplusBackups } from './backupNames.ts';
import { JournalFault } from './journal.ts';
import { JournalRefusal } from './journalRefusal.ts';
import { backupDraftEnding, backupSqliteJournal } from './sqliteBackup.ts';
import { removeCopy } from './sqliteCopy.ts';
import { systemRefusalOf } from './systemRefusal.ts';

export const backupOrderSchema = z.object({ source: z.string(), folder: z.string(), at: instantSchema });
/** Which journal is backed up into which folder, and the machine's time that names the backup. */
export type BackupOrder = z.output<typeof backupOrderSchema>;

const backupOutcomeSchema = z.discriminatedUnion('result', [
  z.object({
    result: z.literal('done'),
    file: z.string(),
    at: instantSchema,
    byteLength: z.int(),
    seq: idSchemas.seq,
    removed: z.int(),
  }),
  z.object({ result: z.literal('failed'), problem: z.string() }),
]);
/** A proven backup and how many old ones went for it, or in one sentence why there is none. */
export type BackupOutcome = z.output<typeof backupOutcomeSchema>;

/** A backup on its way. */
export type BackupRun = {
  readonly outcome: Promise<BackupOutcome>;
  /** Ends it at once; nothing but a draft is left, which the next one removes. */
  readonly cancel: () => Promise<void>;
};

/**
 * Makes one scheduled backup, proves it, and removes those that are too many.
 *
 * It takes as long as the journal is large: for a worker, never for the loop of the writer.
 */
export async function makeBackup({ source, folder, at }: BackupOrder): Promise<BackupOutcome> {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    removeDrafts(folder);
    const { file, byteLength, verification } = await backupSqliteJournal(source, join(folder, backupNameAt(at)));
    const surplus = surplusBackups(readdirSync(folder));
    for (const name of surplus) removeCopy(join(folder, name));
    return { result: 'done', file, at, byteLength, seq: verification.head.seq, removed: surplus.length };
  } catch (error) {
    const refusal = systemRefusalOf(error, `The folder ${folder} cannot be used`);
    if (!(refusal instanceof JournalRefusal || refusal instanceof JournalFault)) throw error;
    return { result: 'failed', problem: refusal.message };
  }
}

/** Starts a backup in a worker thread with a connection of its own. */
export function runBackup(order: BackupOrder): BackupRun {
  const worker = new Worker(new URL('./backupWorker.ts', import.meta.url), { workerData: order });
  const outcome = new Promise<BackupOutcome>((resolve) => {
    worker.once('message', (message: unknown) => {
      const parsed = parse(backupOutcomeSchema, message);
      resolve(parsed.isValid ? parsed.value : failed(`the worker's answer does not parse at ${parsed.path}`));
    });
    worker.once('error', (error: Error) => resolve(failed(error.message)));
    worker.once('exit', () => resolve(failed('the worker ended without an answer')));
  });
  return {
    outcome,
    cancel: async () => {
      await worker.terminate();
    },
  };
}

/**
 * When the newest backup in the folder was made; null where there is none. A backup has its name only once it is
 * proven, so the name is enough; one that is named after `now` was made while the clock was wrong, and proves nothing
 * of how old the newest is.
 *
 * @throws JournalRefusal where the folder is there and cannot be read.
 */
export function newestBackupTime(folder: string, now: Instant): Instant | null {
  try {
    if (!existsSync(folder)) return null;
    const times = readdirSync(folder)
      .flatMap((name) => backupTimeOf(name) ?? [])
      .filter((at) => at <= now);
    return times.reduce<Instant | null>((newest, at) => (newest === null || at > newest ? at : newest), null);
  } catch (error) {
    throw systemRefusalOf(error, `The folder ${folder} cannot be used`);
  }
}

function removeDrafts(folder: string): void {
  for (const name of readdirSync(folder)) {
    const isDraft = name.endsWith(backupDraftEnding) && backupTimeOf(name.slice(0, -backupDraftEnding.length)) !== null;
    if (isDraft) removeCopy(join(folder, name));
  }
}

function failed(problem: string): BackupOutcome {
  return { result: 'failed', problem };
}
