import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { JournalFault } from './journal/journal.ts';
import { JournalRefusal } from './journal/journalRefusal.ts';
import { journalFileName } from './journal/sqliteFile.ts';
import { verifySqliteJournal } from './journal/sqliteVerify.ts';
import type { Verification } from './journal/verify.ts';

const usage = `Usage: npm run journal -- verify [--data FOLDER] [FILE]

  verify   recompute every hash of a journal and compare the accepted commands with their events;
           exit code 0 where all is sound, 1 where it is not or cannot be read; a server may be running
  FILE     a journal, such as a backup; without it the one in the data folder
  --data   the data folder (or OKIENKO_DATA); .okienko in the working folder where neither is given
`;

/** What the program prints and ends with. */
type Outcome = { readonly exitCode: 0 | 1; readonly output: string };

/** The command line asks for something that this program does not do. */
class UsageError extends Error {
  override readonly name = 'UsageError';
}

const { exitCode, output } = runJournalCommand(process.argv.slice(2));
(exitCode === 0 ? process.stdout : process.stderr).write(output);
process.exitCode = exitCode;

function runJournalCommand(args: readonly string[]): Outcome {
  try {
    const { values, positionals } = readArguments(args);
    const [command, file, ...rest] = positionals;
    if (values.help === true) return { exitCode: 0, output: usage };
    if (command !== 'verify')
      throw new UsageError(command === undefined ? 'No command.' : `Unknown command ${command}.`);
    if (rest.length > 0) throw new UsageError(`One file at a time: ${rest.join(' ')} is too much.`);
    if (file !== undefined && values.data !== undefined) throw new UsageError('Either --data or a file, not both.');
    return verify(file === undefined ? fileIn(values.data) : resolve(file));
  } catch (error) {
    if (error instanceof UsageError) return { exitCode: 1, output: `${error.message}\n\n${usage}` };
    if (error instanceof JournalRefusal || error instanceof JournalFault)
      return { exitCode: 1, output: `${error.message}\n` };
    throw error;
  }
}

function readArguments(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: { data: { type: 'string' }, help: { type: 'boolean' } },
      strict: true,
      allowPositionals: true,
    });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new UsageError(error.message, { cause: error });
  }
}

function fileIn(dataFolder = process.env['OKIENKO_DATA'] ?? '.okienko'): string {
  return join(resolve(dataFolder), journalFileName);
}

function verify(file: string): Outcome {
  if (!existsSync(file)) return { exitCode: 1, output: `There is no journal at ${file}.\n` };
  const verification = verifySqliteJournal(file);
  return { exitCode: verification.isSound ? 0 : 1, output: `${file}\n${describe(verification)}\n` };
}

function describe(verification: Verification): string {
  if (!verification.isSound) return `BROKEN at event ${verification.seq}: ${verification.problem}.`;
  const { journalId, events, commands, head } = verification;
  return [
    `Sound: ${events} events of ${commands} commands, every hash in place.`,
    `Journal ${journalId}, event ${head.seq}, hash ${Buffer.from(head.hash).toString('hex')}`,
  ].join('\n');
}
