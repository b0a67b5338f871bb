import { existsSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { JournalFault } from './journal.ts';
import { JournalRefusal } from './journalRefusal.ts';
import { copyJournalFile, removeCopy } from './sqliteCopy.ts';
import { syncFile } from './sqliteFile.ts';
import { systemRefusalOf } from './systemRefusal.ts';
import { verifySqliteJournal } from './sqliteVerify.ts';
import type { Verification } from './verify.ts';

/** A backup that is on the disk under its name, and what was proven of it. */
export type Backup = {
  readonly file: string;
  readonly byteLength: number;
  readonly verification: Extract<Verification, { isSound: true }>;
};

/** What a backup is called until it is proven; a file that still ends so was cut off and is worth nothing. */
export const backupDraftEnding = '.part';

/**
 * Backs up the journal `source` to `file` while a server may be writing it: copied, verified, synced, and only then
 * under its name. Day keys lie in another file and are never in a backup.
 *
 * @throws JournalRefusal where `file` is there already or `source` cannot be read; JournalFault where the disk fails or
 * the copy is not sound. Nothing is left behind then.
 */
export async function backupSqliteJournal(source: string, file: string): Promise<Backup> {
  refuseExisting(file);
  if (!existsSync(dirname(file))) {
    throw new JournalRefusal('unreachable', `There is no folder ${dirname(file)} for the backup.`);
  }
  const draft = `${file}${backupDraftEnding}`;
  try {
    await copyJournalFile(source, draft);
    const verification = verifySqliteJournal(draft);
    if (!verification.isSound) {
      const { seq, problem } = verification;
      throw new JournalFault('corrupt', `The journal ${source} is broken at event ${seq}: ${problem}.`);
    }
    const byteLength = statSync(draft).size;
    refuseExisting(file);
    renameSync(draft, file);
    syncFile(dirname(file));
    return { file, byteLength, verification };
  } catch (error) {
    removeCopy(draft);
    throw systemRefusalOf(error, `The backup ${file} cannot be written`);
  }
}

function refuseExisting(file: string): void {
  if (existsSync(file))
    throw new JournalRefusal('unreachable', `The file ${file} is there already: it is left as it is.`);
}
