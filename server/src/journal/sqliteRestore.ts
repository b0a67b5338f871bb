import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { type Instant, type JournalId, required } from '@okienko/shared';
import Database from 'better-sqlite3';
import type { Restore } from './journal.ts';
import { JournalRefusal } from './journalRefusal.ts';
import { copyJournalFile, removeCopy } from './sqliteCopy.ts';
import { numbersBeyond, readDayNumbers } from './sqliteDayNumbers.ts';
import { faultOf } from './sqliteFault.ts';
import { journalFileName, syncFile } from './sqliteFile.ts';
import { makeFolder } from './sqliteJournal.ts';
import { lockFolder } from './sqliteLock.ts';
import { migrate } from './sqliteMigrations.ts';
import { readRestores } from './sqliteReader.ts';
import { asidePrefix, decideRestore, finishRestore, restoreDraftName, type RestoreStep } from './sqliteRestoreSwap.ts';
import { parseRow, rowSchemas } from './sqliteRows.ts';
import { verifySqliteJournal } from './sqliteVerify.ts';
import { systemRefusalOf } from './systemRefusal.ts';

/** Every series skips at least so many numbers at a restore (design §3, "the journal"). */
export const leastNumberSkip = 50;

export type RestoreRequest = {
  /** The backup. */
  readonly file: string;
  /** The data folder; made where it is missing. */
  readonly folder: string;
  readonly newJournalId: JournalId;
  readonly now: Instant;
  /** What the operator asks for; the greater of it, 50 and what the journals in the folder show is taken. */
  readonly numberSkip: number;
  /** Told after each step that lasts; for tests of what a cut at that moment leaves. */
  readonly onStep?: (step: RestoreStep) => void;
};

export type RestoreReport = Restore & {
  /** Keeps the journal that was replaced; null where the folder had none. */
  readonly asideFolder: string | null;
  /** Journals in the folder whose numbers could not be read: what they gave out is not in the skip. */
  readonly unreadable: readonly string[];
};

/**
 * Makes a backup the journal of a data folder, under a new id.
 *
 * All that can fail happens on a draft; then one rename decides, and the former journal is moved aside, never deleted.
 * Cut off before the rename, the folder has its former journal; after it, the next start or restore finishes the swap.
 *
 * @throws JournalRefusal where a server has the folder, or the backup is no journal or is broken; JournalFault where the
 * disk fails. The folder's journal is as before then.
 */
export async function restoreSqliteJournal(request: RestoreRequest): Promise<RestoreReport> {
  const { folder, onStep } = request;
  makeFolder(folder);
  const lock = lockFolder(folder);
  const draft = join(folder, restoreDraftName);
  try {
    finishRestore(folder);
    refuseOwnJournal(request);
    const { restore, unreadable } = await prepareDraft(request, draft);
    decideRestore(folder, request.now);
    onStep?.('decided');
    const { asideFolder } = required(finishRestore(folder, onStep), 'the decided restore');
    return { ...restore, asideFolder, unreadable };
  } catch (error) {
    removeCopy(draft);
    throw systemRefusalOf(faultOf(error), `The folder ${folder} cannot be restored`);
  } finally {
    lock.release();
  }
}

function refuseOwnJournal({ file, folder }: RestoreRequest): void {
  const own = join(folder, journalFileName);
  if (existsSync(own) && existsSync(file) && realpathSync(own) === realpathSync(file)) {
    throw new JournalRefusal('unreachable', `The file ${file} is the journal itself, not a backup of it.`);
  }
}

/** The backup as the journal that goes on from it, proven and on the disk. */
async function prepareDraft(request: RestoreRequest, draft: string) {
  const { file, folder, onStep } = request;
  await copyJournalFile(file, draft);
  onStep?.('copied');
  const { numberSkip, unreadable } = skipFor(request);
  const restore = writeRestore(draft, request, numberSkip);
  const verification = verifySqliteJournal(draft);
  if (!verification.isSound) {
    const { seq, problem } = verification;
    const advice = `The journal of ${folder} is as it was; take an older backup.`;
    throw new JournalRefusal('damaged', `The backup ${file} is broken at event ${seq}: ${problem}. ${advice}`);
  }
  syncFile(draft);
  onStep?.('proven');
  return { restore, unreadable };
}

/** Also from journals that earlier restores moved aside: one that was replaced before it ever ran gave out nothing. */
function skipFor({ file, folder, numberSkip }: RestoreRequest) {
  const [newest] = required(readDayNumbers(file), 'the numbers of a backup that was just copied');
  const kept = newest ?? { businessDate: null, greatest: new Map() };
  const places = readdirSync(folder).filter((name) => name.startsWith(asidePrefix));
  const former = ['.', ...places]
    .map((place) => join(folder, place, journalFileName))
    .filter((name) => existsSync(name));
  const read = former.map((name) => ({ name, numbers: readDayNumbers(name, kept.businessDate) }));
  const beyond = read.map(({ numbers }) => (numbers === null ? 0 : numbersBeyond(kept, numbers)));
  const unreadable = read.flatMap(({ name, numbers }) => (numbers === null ? [name] : []));
  return { numberSkip: Math.max(leastNumberSkip, numberSkip, ...beyond), unreadable };
}

function writeRestore(draft: string, { newJournalId, now }: RestoreRequest, numberSkip: number): Restore {
  const database = new Database(draft, { fileMustExist: true });
  try {
    database.pragma('synchronous = FULL');
    migrate(database);
    return database.transaction(() => insertRestore(database, newJournalId, now, numberSkip)).immediate();
  } finally {
    database.close();
  }
}

function insertRestore(
  database: Database.Database,
  journalId: JournalId,
  restoredAt: Instant,
  numberSkip: number,
): Restore {
  const genesis = parseRow(rowSchemas.journal, database.prepare('SELECT journalId FROM journal').get());
  const head = parseRow(rowSchemas.head, database.prepare(headQuery).get());
  const previousJournalId = readRestores(database).at(-1)?.journalId ?? genesis.journalId;
  const restore = { journalId, previousJournalId, seq: head.seq, restoredAt, numberSkip };
  database
    .prepare(
      `INSERT INTO restores (journalId, previousJournalId, seq, restoredAt, numberSkip)
       VALUES (@journalId, @previousJournalId, @seq, @restoredAt, @numberSkip)`,
    )
    .run(restore);
  return restore;
}

const headQuery = `SELECT max(seq) AS seq FROM (SELECT max(seq) AS seq FROM events UNION ALL SELECT max(seq) FROM anchors)`;
