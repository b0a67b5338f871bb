import { once } from 'node:events';
import { newUuid } from './clocks.ts';
import { runOperatorCommand } from './operator/runOperatorCommand.ts';

// A backup is as private as the journal, also while it is being written.
process.umask(0o077);
// Whoever reads only the first lines of an export closes the pipe: that is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

const { exitCode, output } = await runOperatorCommand(process.argv.slice(2), {
  workingFolder: process.cwd(),
  dataFolder: process.env['OKIENKO_DATA'],
  write,
  newId: newUuid,
});
(exitCode === 0 ? process.stdout : process.stderr).write(output);
process.exitCode = exitCode;

async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}
