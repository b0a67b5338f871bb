import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { idSchemas, instantOf, required } from '@okienko/shared';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backupNameAt } from './backupNames.ts';
import { makeBackup, newestBackupTime, runBackup } from './backupRun.ts';
import { recordOf } from './exampleRecords.ts';
import type { Journal } from './journal.ts';
import { openSqliteJournal } from './sqliteJournal.ts';
import { verifySqliteJournal } from './sqliteVerify.ts';

const at = instantOf(Date.UTC(2026, 10, 24, 10, 15));

describe('a scheduled backup', () => {
  let root: string;
  let folder: string;
  let source: string;
  let journal: Journal;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'okienko-scheduled-'));
    folder = join(root, 'data', 'backups');
    source = join(root, 'data', 'journal.sqlite');
    journal = openSqliteJournal({
      folder: join(root, 'data'),
      newJournalId: () => idSchemas.journal.parse('0197a000-0000-7000-8000-000000000001'),
      now: () => at,
    });
    journal.append([recordOf(1, 5)]);
  });
  afterEach(() => {
    journal.close();
    rmSync(root, { recursive: true });
  });

  it('given a worker beside the open journal, then the backup is there, sound, and the writer keeps its lock', async () => {
    const run = runBackup({ source, folder, at });
    journal.append([recordOf(2, 5)]);
    const outcome = await run.outcome;
    expect(outcome).toMatchObject({ result: 'done', at, removed: 0 });
    const [name] = readdirSync(folder);
    expect(name).toBe('okienko-20261124T101500Z.sqlite');
    expect(verifySqliteJournal(join(folder, required(name, 'the backup'))).isSound).toBe(true);
    expect(newestBackupTime(folder, at)).toBe(at);
    journal.append([recordOf(3, 5)]);
    expect(verifySqliteJournal(source)).toMatchObject({ isSound: true, events: 15 });
  });

  it('given too many backups, a draft and a file of somebody else, then the first two go', async () => {
    mkdirSync(folder);
    const old = Array.from({ length: 30 }, (_, index) => backupNameAt(instantOf(at - (400 + index) * 86_400_000)));
    for (const name of [...old, 'okienko-20261124T091500Z.sqlite.part', 'of-the-year.sqlite']) {
      writeFileSync(join(folder, name), '');
    }
    expect(await makeBackup({ source, folder, at })).toMatchObject({ result: 'done', removed: 7 });
    const names = readdirSync(folder);
    expect(names).toHaveLength(25);
    expect(names).toContain('of-the-year.sqlite');
    expect(names.filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('given a file where the folder should be, then it fails in a sentence, in the worker and at the start', async () => {
    writeFileSync(folder, 'not a folder');
    const { outcome } = runBackup({ source, folder, at });
    const ended = await outcome;
    expect(ended.result === 'failed' ? ended.problem : '').toMatch(/^The folder .*backups/);
    expect(() => newestBackupTime(folder, at)).toThrow(expect.objectContaining({ name: 'JournalRefusal' }));
  });

  it('given a backup that is named after now, then an older one is the newest: the clock was wrong', () => {
    mkdirSync(folder);
    for (const hours of [-5, 3, 4]) {
      writeFileSync(join(folder, backupNameAt(instantOf(at - hours * 3_600_000))), '');
    }
    expect(newestBackupTime(folder, at)).toBe(at - 3 * 3_600_000);
  });

  it('given no folder, then there is no newest backup', () => {
    expect(newestBackupTime(folder, at)).toBeNull();
  });

  it('given a stop in the middle, then the worker ends, and at most a draft is left', async () => {
    journal.append(Array.from({ length: 500 }, (_, index) => recordOf(10 + index, 40)));
    const run = runBackup({ source, folder, at });
    await run.cancel();
    expect((await run.outcome).result).toBe('failed');
    expect(newestBackupTime(folder, at)).toBeNull();
    journal.append([recordOf(3, 5)]);
  });
});
