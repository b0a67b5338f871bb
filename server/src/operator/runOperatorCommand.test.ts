import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { idSchemas, instantOf, minutes } from '@okienko/shared';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod/mini';
import { given } from '../domain/testing/given.ts';
import { callNext, endDay, issue } from '../domain/testing/requests.ts';
import { issued, later, opened } from '../domain/testing/steps.ts';
import { recordOf } from '../journal/exampleRecords.ts';
import { newUuid } from '../clocks.ts';
import type { Journal } from '../journal/journal.ts';
import { openSqliteJournal } from '../journal/sqliteJournal.ts';
import { runOperatorCommand } from './runOperatorCommand.ts';

describe('npm run journal', () => {
  let folder: string;
  let journal: Journal;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'okienko-commands-'));
    journal = openSqliteJournal({
      folder: join(folder, '.okienko'),
      newJournalId: () => idSchemas.journal.parse('0197a000-0000-7000-8000-000000000001'),
      now: () => instantOf(1_795_510_800_000),
    });
    // Two business days: D001 and D002 on the first, D001 on the second.
    const branch = given(opened('c2'), issued('D001'), issued('D002'), later(minutes(5)));
    branch.when(callNext('c2'));
    branch.pass(minutes(18 * 60));
    branch.when(endDay('2026-11-24', '2026-11-25'));
    branch.when(issue('dowod-wniosek'));
    branch.events.forEach(({ event, at }, index) => {
      journal.append([{ metadata: { ...recordOf(index + 1).metadata, at }, events: [event] }]);
    });
  });
  afterEach(() => {
    journal.close();
    rmSync(folder, { recursive: true });
  });
  const run = async (...args: readonly string[]) => {
    let out = '';
    const write = (text: string) => {
      out += text;
      return Promise.resolve();
    };
    const surroundings = { workingFolder: folder, dataFolder: undefined, write, newId: newUuid };
    const { exitCode, output } = await runOperatorCommand(args, surroundings);
    return { exitCode, out: exitCode === 0 ? out + output : out, problem: exitCode === 0 ? '' : output };
  };
  const tamper = (statement: string) => {
    const database = new Database(join(folder, '.okienko', 'journal.sqlite'));
    database.exec(statement);
    database.close();
  };
  const lineSchema = z.object({ journalId: z.string(), seq: z.int(), at: z.string(), type: z.string() });
  const wholeLineSchema = z.looseObject({ payload: z.unknown(), hash: z.string() });
  const linesIn = (out: string) =>
    out
      .trimEnd()
      .split('\n')
      .map((line) => lineSchema.parse(JSON.parse(line)));

  it('given a server that holds the journal, when it is backed up and restored, then both say what they did', async () => {
    const head = journal.head();
    const backup = await run('backup', 'copy.sqlite');
    expect(backup).toMatchObject({ exitCode: 0, problem: '' });
    expect(backup.out).toMatch(/copy\.sqlite\nBacked up and verified: \d+ bytes in [\d.]+ s\.\n/);
    expect(backup.out).toMatch(new RegExp(`Journal 0197a000\\S+, event ${head}, hash [0-9a-f]{64}\\n$`));
    const again = await run('backup', 'copy.sqlite');
    expect(again.exitCode).toBe(1);
    expect(again.problem).toMatch(/is there already/);
    const refused = await run('restore', 'copy.sqlite');
    expect(refused.exitCode).toBe(1);
    expect(refused.problem).toMatch(/^Another Okienko server/);
    journal.close();
    const restored = await run('restore', 'copy.sqlite', '--skip', '300');
    expect(restored).toMatchObject({ exitCode: 0, problem: '' });
    expect(restored.out).toMatch(/Today's numbers of every letter skip 300\./);
    expect(restored.out).toMatch(/is kept in .*before-restore-\d{8}T\d{6}Z/);
    expect(restored.out).toMatch(/Next: start the server\./);
    expect(readdirSync(join(folder, '.okienko')).filter((name) => name.startsWith('before-restore'))).toHaveLength(1);
    const verified = await run('verify');
    expect(verified.out).toMatch(
      new RegExp(`Restored \\S+Z at event ${head}, from 0197a000\\S+; numbers skip 300\\.\\nJournal `),
    );
  });

  it('given a journal, when it is exported, then each event is a line with every column, of a day or all', async () => {
    const all = await run('export');
    expect(all).toMatchObject({ exitCode: 0, problem: '' });
    const lines = linesIn(all.out);
    expect(lines.map(({ seq }) => seq)).toEqual(Array.from({ length: journal.head() }, (_, index) => index + 1));
    const { payload, hash, ...columns } = wholeLineSchema.parse(JSON.parse(all.out.split('\n')[3] ?? ''));
    const { at: _, ...metadata } = recordOf(4).metadata;
    expect(columns).toEqual({
      journalId: '0197a000-0000-7000-8000-000000000001',
      seq: 4,
      at: '2026-11-24T09:00:00.000Z',
      type: 'TicketIssued',
      eventVersion: 1,
      ...metadata,
    });
    expect(payload).toMatchObject({ ticketNumber: 'D001', serviceId: 'dowod-wniosek' });
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    const second = linesIn((await run('export', '--from', '2026-11-25')).out);
    expect(second.map(({ type }) => type)).toEqual([
      'TicketClosed',
      'TicketClosed',
      'CounterSignedOff',
      'BusinessDayEnded',
      'BusinessDayStarted',
      'TicketIssued',
    ]);
    const first = linesIn((await run('export', '--to', '2026-11-24')).out);
    expect(first.at(-1)).toMatchObject({ seq: lines.length - 6, type: 'TicketCalled' });
    const called = await run('export', '--from', '2026-11-24T10:05+01:00', '--to', '2026-11-24T10:06+01:00');
    expect(linesIn(called.out)).toHaveLength(1);
    expect((await run('export', '--from', '2030-01-01')).out).toBe('');
  });

  it('given a damaged row, when exported, then the lines before it come, the row is named and the code is 1', async () => {
    tamper('UPDATE events SET at = at + 1 WHERE seq = 5');
    const { exitCode, out, problem } = await run('export');
    expect(exitCode).toBe(1);
    expect(linesIn(out).map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
    expect(problem).toMatch(/broken at event 5/);
  });

  it('given a damaged state at the beginning, when exported or told of, then that is said and the code is 1', async () => {
    tamper(`INSERT INTO anchors (seq, at, hash, snapshot) VALUES (1, 0, zeroblob(32), '{')`);
    for (const command of [['export'], ['story', 'D001']]) {
      const { exitCode, problem } = await run(...command);
      expect(exitCode).toBe(1);
      expect(problem).toMatch(/broken at event 1: the state at its beginning cannot be read/);
    }
  });

  it('given a ticket, then its day is told; of another day and in another language where asked', async () => {
    const [newest, first, none, noDay, english] = await Promise.all([
      run('story', 'd001'),
      run('story', 'D001', '--date', '2026-11-24'),
      run('story', 'D042', '--date', '2026-11-24'),
      run('story', 'D001', '--date', '2026-11-30'),
      run('story', 'D002', '--date', '2026-11-24', '--language', 'en'),
    ]);
    expect(newest.exitCode).toBe(0);
    expect(newest.out).toMatch(/^Bilet D001, środa, 25 listopada 2026, .*\n04:05 {2}wydano w kiosku/);
    expect(first.out).toMatch(
      /10:05 {2}wezwano do stanowiska 2 .*\n2026-11-25 04:05 {2}koniec dnia: nikt się nie zgłosił/,
    );
    expect(none).toMatchObject({ exitCode: 1, out: '' });
    expect(none.problem).toBe('Dnia 2026-11-24 nie wydano biletu D042. Wydano: D001–D002.\n');
    expect(noDay.problem).toBe('W dzienniku nie ma dnia 2026-11-30. Dni od 2026-11-24 do 2026-11-25 są w tym pliku.\n');
    expect(english.out).toMatch(/^Ticket D002, Tuesday[\s\S]*end of day: not called\.\n$/);
  });

  it.each([
    [['story'], /Which ticket\?/],
    [['story', 'forty-two'], /forty-two is no ticket number/],
    [['story', 'D001', '--language', 'de'], /pl, en or uk is expected/],
    [['backup'], /Which file\? None is named/],
    [['restore', 'a', '--skip', '7'], /--skip 7: a number from 50 to/],
    [['export', '--from', 'noon'], /--from noon: a day such as/],
    [['export', '--skip', '70'], /--skip is not for export\.[\s\S]*Usage:/],
    [['story', 'D001', 'missing.sqlite'], /There is no journal at .*missing\.sqlite/],
  ])('given the arguments %j, then it refuses in words', async (args, words) => {
    const { exitCode, problem } = await run(...args);
    expect(problem).toMatch(words);
    expect(exitCode).toBe(1);
  });
});
