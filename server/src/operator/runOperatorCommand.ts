import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { JournalFault } from '../journal/journal.ts';
import { JournalRefusal } from '../journal/journalRefusal.ts';
import { backupCommand } from './backupCommand.ts';
import { exportCommand } from './exportCommand.ts';
import { type OperatorArguments, type OperatorFlag, type Outcome, UsageError } from './operatorCommand.ts';
import { restoreCommand } from './restoreCommand.ts';
import { storyCommand } from './storyCommand.ts';
import { verifyCommand } from './verifyCommand.ts';

const usage = `Usage: npm run journal -- COMMAND [--data FOLDER] …

  verify [FILE]         recompute every hash and compare the accepted commands with their events
  backup FILE           copy the journal to a new file and verify the copy
  restore FILE          make a backup the journal of the data folder; the server must be stopped
      --skip N          let today's numbers skip at least N, where the lost journal cannot be read (50 or more)
  export [FILE]         write events as JSON lines to standard output
      --from, --to WHEN a business day (2026-11-24), the last one included, or an instant (2026-11-24T10:00+01:00)
  story NUMBER [FILE]   tell a ticket's day in sentences, such as: story D042 --date 2026-11-24
      --date DAY        another business day than the newest
      --language L      pl (default), en or uk

  FILE     a backup; where it may be left out, the journal in the data folder is meant
  --data   the data folder (or OKIENKO_DATA); .okienko in the working folder where neither is given

All but restore may run beside the server. The exit code is 0 where all went well, else 1.
`;

/** What the program around the commands gives them. */
export type Surroundings = {
  readonly workingFolder: string;
  /** From the environment; a flag wins over it. */
  readonly dataFolder: string | undefined;
  readonly write: OperatorArguments['write'];
  readonly newId: () => string;
};

type OperatorCommand = {
  readonly flags: readonly OperatorFlag[];
  readonly run: (args: OperatorArguments, newId: () => string) => Outcome | Promise<Outcome>;
};

const commands: ReadonlyMap<string, OperatorCommand> = new Map<string, OperatorCommand>([
  ['verify', { flags: [], run: verifyCommand }],
  ['backup', { flags: [], run: backupCommand }],
  ['restore', { flags: ['skip'], run: restoreCommand }],
  ['export', { flags: ['from', 'to'], run: exportCommand }],
  ['story', { flags: ['date', 'language'], run: storyCommand }],
]);

/**
 * Runs one command of the operator; whatever cannot be done is told in words, with code 1.
 *
 * @throws only what is a bug.
 */
export async function runOperatorCommand(args: readonly string[], surroundings: Surroundings): Promise<Outcome> {
  const { dataFolder, workingFolder, write, newId } = surroundings;
  try {
    const { values, positionals } = readArguments(args);
    const { help, data, ...flags } = values;
    if (help === true) return { exitCode: 0, output: usage };
    const [name, ...files] = positionals;
    if (name === undefined) throw new UsageError('No command.');
    const command = commands.get(name);
    if (command === undefined) throw new UsageError(`Unknown command ${name}.`);
    for (const flag of Object.keys(flags)) {
      if (!command.flags.some((known) => known === flag)) throw new UsageError(`--${flag} is not for ${name}.`);
    }
    return await command.run(
      {
        files,
        workingFolder,
        dataFolder: resolve(workingFolder, data ?? dataFolder ?? '.okienko'),
        isFolderGiven: data !== undefined,
        flags,
        write,
      },
      newId,
    );
  } catch (error) {
    if (error instanceof UsageError) return { exitCode: 1, output: `${error.message}\n\n${usage}` };
    if (error instanceof JournalRefusal || error instanceof JournalFault)
      return { exitCode: 1, output: `${error.message}\n` };
    throw error;
  }
}

function readArguments(args: readonly string[]) {
  try {
    const text = { type: 'string' } as const;
    return parseArgs({
      args: [...args],
      options: { data: text, help: { type: 'boolean' }, skip: text, from: text, to: text, date: text, language: text },
      strict: true,
      allowPositionals: true,
    });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new UsageError(error.message, { cause: error });
  }
}
