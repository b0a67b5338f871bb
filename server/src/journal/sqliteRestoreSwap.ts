import { existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { assert, type Instant } from '@okienko/shared';
import { fileStampOf } from './fileStamp.ts';
import { journalFileName, syncFile } from './sqliteFile.ts';

/** The moments at which a restore may be cut off: what lies in the folder then is either journal, whole. */
export type RestoreStep = 'copied' | 'proven' | 'decided' | 'moved' | 'swapped';

/** What a restore works on until it is proven; a file that still ends so was cut off and is overwritten. */
export const restoreDraftName = `${journalFileName}.restoring`;

/** Where the journal that a restore replaced is kept, in the data folder. */
export const asidePrefix = 'before-restore-';

/**
 * Decides a restore: from here on the proven draft is the journal, whatever happens to this process.
 *
 * The decision is one rename. The name carries the time, so that whoever finishes it moves the former journal's files
 * to the same place.
 */
export function decideRestore(folder: string, at: Instant): void {
  renameSync(join(folder, restoreDraftName), join(folder, `${decidedPrefix}${freeStamp(folder, at)}`));
  syncFile(folder);
}

/**
 * Finishes a restore that was decided: moves the former journal aside as a set, then puts the new one in its place.
 * Only for the holder of the folder's lock; the server does it at its start too, where a restore was cut off.
 *
 * @returns null where nothing was decided; else the folder that keeps the former journal, null where there was none.
 */
export function finishRestore(
  folder: string,
  onStep: (step: RestoreStep) => void = () => undefined,
): { readonly asideFolder: string | null } | null {
  const [decided, ...others] = readdirSync(folder).filter((name) => name.startsWith(decidedPrefix));
  if (decided === undefined) return null;
  assert(others.length === 0, 'one restore is finished before the next is decided');
  const aside = join(folder, `${asidePrefix}${decided.slice(decidedPrefix.length)}`);
  for (const name of journalFileNames) {
    if (!existsSync(join(folder, name))) continue;
    mkdirSync(aside, { recursive: true, mode: 0o700 });
    renameSync(join(folder, name), join(aside, name));
    onStep('moved');
  }
  const isKept = existsSync(aside);
  // The former journal is on the disk at its new place before its name is taken.
  if (isKept) syncFile(aside);
  syncFile(folder);
  renameSync(join(folder, decided), join(folder, journalFileName));
  syncFile(folder);
  onStep('swapped');
  return { asideFolder: isKept ? aside : null };
}

/** The moment's stamp, counted on where a restore of the same second keeps its former journal already. */
function freeStamp(folder: string, at: Instant): string {
  const stamp = fileStampOf(at);
  const isTaken = (name: string) => existsSync(join(folder, `${asidePrefix}${name}`));
  let free = stamp;
  for (let count = 2; isTaken(free); count += 1) free = `${stamp}-${count}`;
  return free;
}

const decidedPrefix = `${journalFileName}.restored-`;
const journalFileNames = [`${journalFileName}-shm`, `${journalFileName}-wal`, journalFileName];
