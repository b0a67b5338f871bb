import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { idSchemas, instantOf } from '@okienko/shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordOf } from './journal/exampleRecords.ts';
import { openSqliteJournal } from './journal/sqliteJournal.ts';

describe('the program behind npm run journal', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'okienko-cli-'));
    const journal = openSqliteJournal({
      folder: join(folder, 'data'),
      newJournalId: () => idSchemas.journal.parse('0197a000-0000-7000-8000-000000000001'),
      now: () => instantOf(1_795_510_800_000),
    });
    journal.append(Array.from({ length: 3_000 }, (_, index) => recordOf(index + 1)));
    journal.close();
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const run = (shellLine: string) =>
    new Promise<{ readonly exitCode: unknown; readonly out: string; readonly problem: string }>((settle) => {
      const program = join(import.meta.dirname, 'journalCli.ts');
      const env = { ...process.env, OKIENKO_DATA: join(folder, 'data'), NODE: process.execPath, PROGRAM: program };
      execFile('bash', ['-o', 'pipefail', '-c', shellLine], { cwd: folder, env }, (error, out, problem) =>
        settle({ exitCode: error?.code ?? 0, out, problem }),
      );
    });

  it('given the folder in the environment, then the outcome is on standard output and the code is 0', async () => {
    const { exitCode, out, problem } = await run('"$NODE" "$PROGRAM" verify');
    expect({ exitCode, problem }).toEqual({ exitCode: 0, problem: '' });
    expect(out).toMatch(/Sound: 3000 events of 3000 commands/);
  });

  it('given something that cannot be done, then it is told on standard error and the code is 1', async () => {
    const { exitCode, out, problem } = await run('"$NODE" "$PROGRAM" backup');
    expect({ exitCode, out }).toEqual({ exitCode: 1, out: '' });
    expect(problem).toMatch(/^Which file\?[\s\S]*Usage:/);
  });

  it('given a reader that stops after the first line of an export, then that is no error', async () => {
    const { exitCode, out, problem } = await run('"$NODE" "$PROGRAM" export | head -n 1');
    expect({ exitCode, problem }).toEqual({ exitCode: 0, problem: '' });
    expect(JSON.parse(out)).toMatchObject({ seq: 1, type: 'CounterPaused' });
  });
});
