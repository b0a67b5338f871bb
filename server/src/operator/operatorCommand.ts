import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { journalFileName } from '../journal/sqliteFile.ts';

/** What a command of the operator was called with. */
export type OperatorArguments = {
  readonly files: readonly string[];
  /** Where a file's path begins that says nothing else. */
  readonly workingFolder: string;
  /** The data folder, from the flag or the environment; absolute. */
  readonly dataFolder: string;
  /** Whether the folder was named by a flag: then a file beside it is one too many. */
  readonly isFolderGiven: boolean;
  readonly flags: Readonly<Partial<Record<OperatorFlag, string>>>;
  /** Writes to standard output and resolves when it may have more. */
  readonly write: (text: string) => Promise<void>;
};
export type OperatorFlag = 'skip' | 'from' | 'to' | 'date' | 'language';

/** What a command prints in the end, and the code that the program ends with. */
export type Outcome = { readonly exitCode: 0 | 1; readonly output: string };

/** The command line asks for something that this program does not do. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The one file that a command needs, such as the backup to make. @throws UsageError where there is none, or more. */
export function theFile({ files, workingFolder }: OperatorArguments): string {
  const [file, ...rest] = files;
  if (file === undefined) throw new UsageError('Which file? None is named.');
  refuseRest(rest);
  return resolve(workingFolder, file);
}

/** The journal to read: the file that is named, else the one in the data folder; null where there is none. */
export function journalToRead({ files, workingFolder, dataFolder, isFolderGiven }: OperatorArguments) {
  const [file, ...rest] = files;
  refuseRest(rest);
  if (file !== undefined && isFolderGiven) throw new UsageError('Either --data or a file, not both.');
  const path = file === undefined ? journalIn(dataFolder) : resolve(workingFolder, file);
  return { path, isThere: existsSync(path) };
}

/** The journal's place in a data folder. */
export function journalIn(dataFolder: string): string {
  return join(dataFolder, journalFileName);
}

/** What a command says of a journal that is not there, or that its user may not see: the two look alike. */
export function noJournalAt(path: string): Outcome {
  return { exitCode: 1, output: `There is no journal at ${path}, or this user may not see it.\n` };
}

function refuseRest(rest: readonly string[]): void {
  if (rest.length > 0) throw new UsageError(`One file at a time: ${rest.join(' ')} is too much.`);
}
