import { idSchemas, instantOf } from '@okienko/shared';
import { leastNumberSkip, type RestoreReport, restoreSqliteJournal } from '../journal/sqliteRestore.ts';
import { type OperatorArguments, type Outcome, theFile, UsageError } from './operatorCommand.ts';

/** Makes a backup the journal of the data folder, under the new id; says what to do next. */
export async function restoreCommand(args: OperatorArguments, newId: () => string): Promise<Outcome> {
  const folder = args.dataFolder;
  const report = await restoreSqliteJournal({
    file: theFile(args),
    folder,
    newJournalId: idSchemas.journal.parse(newId()),
    now: instantOf(Date.now()),
    numberSkip: readSkip(args.flags.skip),
  });
  return { exitCode: 0, output: `${describe(folder, report).join('\n')}\n` };
}

/** More than a day's numbers of any letter. */
const greatestNumberSkip = 20_000;

function readSkip(text: string | undefined): number {
  if (text === undefined) return leastNumberSkip;
  const skip = Number(text);
  if (/^\d+$/.test(text) && skip >= leastNumberSkip && skip <= greatestNumberSkip) return skip;
  throw new UsageError(`--skip ${text}: a number from ${leastNumberSkip} to ${greatestNumberSkip} is expected.`);
}

function describe(folder: string, report: RestoreReport): readonly string[] {
  const { journalId, previousJournalId, seq, numberSkip, asideFolder, unreadable } = report;
  return [
    `Restored into ${folder}, up to event ${seq}.`,
    `Journal ${journalId}, before ${previousJournalId}. Today's numbers of every letter skip ${numberSkip}.`,
    asideFolder === null
      ? 'The folder had no journal before.'
      : `The journal that was there is kept in ${asideFolder}: keep it until nobody asks for what it holds.`,
    ...unreadable.map((file) => `The numbers in ${file} could not be read.`),
    ...(unreadable.length > 0 || asideFolder === null
      ? [
          `If a letter may have given out more than ${numberSkip} numbers after the backup, restore again with --skip and a greater number before you start.`,
        ]
      : []),
    'Next: start the server. Screens come back by themselves; clerks sign in again where a counter is closed.',
    'Tickets that were issued after the backup are not known any more: their holders take a new one.',
  ];
}
