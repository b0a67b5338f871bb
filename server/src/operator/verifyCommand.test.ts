import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { idSchemas, instantOf } from '@okienko/shared';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { recordOf } from '../journal/exampleRecords.ts';
import type { Journal } from '../journal/journal.ts';
import { openSqliteJournal } from '../journal/sqliteJournal.ts';
import { runOperatorCommand } from './runOperatorCommand.ts';

describe('npm run journal -- verify', () => {
  let folder: string;
  let file: string;
  let journal: Journal;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'okienko-cli-'));
    file = join(folder, '.okienko', 'journal.sqlite');
    journal = openSqliteJournal({
      folder: join(folder, '.okienko'),
      newJournalId: () => idSchemas.journal.parse('0197a000-0000-7000-8000-000000000001'),
      now: () => instantOf(1_795_510_800_000),
    });
    journal.append([recordOf(1, 2), recordOf(2, 0), recordOf(3, 3)]);
    journal.append([recordOf(4, 1)]);
  });
  afterEach(() => {
    journal.close();
    rmSync(folder, { recursive: true });
  });
  const run = async (args: readonly string[], dataFolder?: string) => {
    const write = () => Promise.resolve();
    return runOperatorCommand(args, { workingFolder: folder, dataFolder, write, newId: neverCalled });
  };
  const tamper = (statements: string) => {
    journal.close();
    const database = new Database(file);
    database.exec(statements);
    database.close();
  };

  it('given a sound journal that a server holds, then it says so with the newest hash', async () => {
    const { exitCode, output } = await run(['verify']);
    expect(output).toMatch(/Sound: 6 events of 3 commands/);
    expect(output).toMatch(/Journal 0197a000-0000-7000-8000-000000000001, event 6, hash [0-9a-f]{64}\n$/);
    expect(exitCode).toBe(0);
  });

  it('given a file, a folder or the variable, then that journal is verified', async () => {
    journal.close();
    const elsewhere = join(folder, 'elsewhere');
    cpSync(join(folder, '.okienko'), elsewhere, { recursive: true });
    const outcomes = await Promise.all([
      run(['verify', 'elsewhere/journal.sqlite']),
      run(['verify', '--data', elsewhere]),
      run(['verify'], elsewhere),
    ]);
    for (const { exitCode, output } of outcomes) {
      expect(output).toContain(join('elsewhere', 'journal.sqlite'));
      expect(exitCode).toBe(0);
    }
  });

  it.each([
    [
      'a flipped bit in a payload',
      `UPDATE events SET payload = replace(payload, 'counter-1', 'counter-0') WHERE seq = 3`,
      3,
    ],
    [
      'bytes that are no letters',
      `UPDATE events SET payload = CAST(x'ff' || substr(CAST(payload AS BLOB), 2) AS TEXT) WHERE seq = 2`,
      2,
    ],
    ['a removed event', 'DELETE FROM events WHERE seq = 4', 4],
    ['a removed first event', 'DELETE FROM events WHERE seq = 1', 1],
    ['an edited hash', `UPDATE events SET hash = zeroblob(32) WHERE seq = 5`, 5],
    ['another clerk', `UPDATE events SET clerkId = 'ewa' WHERE seq = 2`, 2],
    ['a later time', 'UPDATE events SET at = at + 1 WHERE seq = 6', 6],
    ['a cut end', 'DELETE FROM events WHERE seq = 6', 6],
    ['an end cut within a command', 'DELETE FROM events WHERE seq >= 5', 3],
    ['a forgotten command', `DELETE FROM commands WHERE firstSeq = 3 AND eventCount = 3`, 3],
    ['a command with another count', `UPDATE commands SET eventCount = 1 WHERE firstSeq = 1`, 1],
    ['an invented command', `INSERT INTO commands VALUES ('0197a000-0000-7000-8000-00000000000f', 2, 1)`, 7],
    ['another journal id', `UPDATE journal SET journalId = '0197a000-0000-7000-8000-000000000002'`, 0],
    ['an edited anchor', `UPDATE anchors SET hash = zeroblob(32)`, 0],
  ])('given %s, then it names the place and the exit code is 1', async (_, statements, seq) => {
    tamper(statements);
    const { exitCode, output } = await run(['verify']);
    expect(output).toContain(`BROKEN at event ${seq}: `);
    expect(exitCode).toBe(1);
  });

  it.each([
    [['verify', '--force'], /Unknown option '--force'[\s\S]*Usage:/],
    [['repair'], /Unknown command repair\.[\s\S]*Usage:/],
    [[], /No command\.[\s\S]*Usage:/],
    [['verify', 'a', 'b'], /One file at a time: b is too much/],
    [['verify', '--data', 'x', 'a'], /Either --data or a file, not both/],
    [['verify', 'missing.sqlite'], /There is no journal at .*missing\.sqlite/],
    [['verify', join(import.meta.dirname, 'verifyCommand.ts')], /verifyCommand\.ts .*not a database/],
  ])('given the arguments %j, then it refuses in words', async (args, words) => {
    const { exitCode, output } = await run(args);
    expect(output).toMatch(words);
    expect(exitCode).toBe(1);
  });
});

function neverCalled(): never {
  throw new Error('nothing here needs a new id');
}
