import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it, onTestFinished } from 'vitest';
import { idSchemas, instantOf } from '@okienko/shared';
import { commandIdOf } from './exampleRecords.ts';
import { openSqliteJournal } from './sqliteJournal.ts';
import { verifySqliteJournal } from './sqliteVerify.ts';

it('given a writer that is killed with SIGKILL again and again, then every command it confirmed is there, once', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'okienko-killed-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  let confirmed = 0;
  for (const appendCount of [1, 7, 30]) {
    const last = await writeAndKill(folder, confirmed + 1, appendCount);
    expect(last).toBeGreaterThanOrEqual(confirmed + appendCount);
    const journal = openSqliteJournal({
      folder,
      newJournalId: () => idSchemas.journal.parse('0197a000-0000-7000-8000-000000000002'),
      now: () => instantOf(0),
    });
    for (let number = 1; number <= last; number += 1) expect(journal.findCommand(commandIdOf(number))).not.toBeNull();
    confirmed = journal.head();
    expect(confirmed).toBeGreaterThanOrEqual(last);
    journal.close();
    expect(verifySqliteJournal(join(folder, 'journal.sqlite'))).toMatchObject({ isSound: true, commands: confirmed });
  }
});

/** Lets another process append from `firstNumber` on, kills it after some answers, and gives the last it confirmed. */
async function writeAndKill(folder: string, firstNumber: number, appendCount: number): Promise<number> {
  const writer = spawn(
    process.execPath,
    ['--input-type=module-typescript', '--eval', writerProgram, folder, String(firstNumber)],
    { cwd: import.meta.dirname, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const ended = once(writer, 'exit');
  let last = 0;
  let answerCount = 0;
  for await (const line of createInterface({ input: writer.stdout })) {
    last = Number(line);
    answerCount += 1;
    if (answerCount === appendCount) writer.kill('SIGKILL');
  }
  await ended;
  return last;
}

const writerProgram = `
  import { writeSync } from 'node:fs';
  import { recordOf } from './exampleRecords.ts';
  import { openSqliteJournal } from './sqliteJournal.ts';
  const [folder, first] = process.argv.slice(1);
  const journal = openSqliteJournal({ folder, newJournalId: () => '0197a000-0000-7000-8000-000000000001', now: () => 0 });
  for (let number = Number(first); ; number += 1) {
    journal.append([recordOf(number)]);
    writeSync(1, number + '\\n');
  }
`;
