import { performance } from 'node:perf_hooks';
import { existsSync } from 'node:fs';
import { backupSqliteJournal } from '../journal/sqliteBackup.ts';
import { journalIn, noJournalAt, type OperatorArguments, type Outcome, theFile } from './operatorCommand.ts';
import { headLine } from './verifyCommand.ts';

/** Copies the data folder's journal to a new file while a server may be writing it, and proves the copy. */
export async function backupCommand(args: OperatorArguments): Promise<Outcome> {
  const file = theFile(args);
  const source = journalIn(args.dataFolder);
  if (!existsSync(source)) return noJournalAt(source);
  const startedAtMs = performance.now();
  const { byteLength, verification } = await backupSqliteJournal(source, file);
  const seconds = ((performance.now() - startedAtMs) / 1_000).toFixed(1);
  const lines = [file, `Backed up and verified: ${byteLength} bytes in ${seconds} s.`, headLine(verification)];
  return { exitCode: 0, output: `${lines.join('\n')}\n` };
}
