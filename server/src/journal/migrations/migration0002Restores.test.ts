import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seqOf } from '@okienko/shared';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqliteJournal } from '../sqliteJournal.ts';
import { journalApplicationId, journalFileName } from '../sqliteFile.ts';
import { verifySqliteJournal } from '../sqliteVerify.ts';
import { migration0001Initial } from './migration0001Initial.ts';
import { migration0002Restores } from './migration0002Restores.ts';

/** Rows as a server of schema 1 wrote them. */
const rowsOfSchema1 = `
  INSERT INTO journal VALUES (1, '0197a000-0000-7000-8000-000000000001', 1795510800000);
  INSERT INTO anchors VALUES
    (0, 1795510800000, x'6E147A1AF70B032C07D87886B6739B05F4FC0BEE86AF108C98F4EB452BE17EBD');
  INSERT INTO commands VALUES ('day-end:before-2026-11-24', 1, 1), ('0197a000-0000-7000-8000-000000000012', 2, 2);
  INSERT INTO events VALUES
    (1, 1795510801000, 'BusinessDayStarted', 1, 'bronowice', 'server', NULL, 'day-end:before-2026-11-24', 'f00d',
     '{"businessDate":"2026-11-24"}', x'D129337801F6F95A6194193427B17BBB02E2D081878F62CC3B2809D84EE06905'),
    (2, 1795510802000, 'CounterOpened', 1, 'bronowice', 'counter-1', 'anna', '0197a000-0000-7000-8000-000000000012',
     'f00d', '{"counterId":"counter-1","clerkId":"anna","deviceId":"counter-1","isTakeover":false}',
     x'0FA3BA21C502293B25CE769C55F710AB87F739BD15D23C42783BFC3F9797BA7F'),
    (3, 1795510802000, 'CounterPaused', 1, 'bronowice', 'counter-1', 'anna', '0197a000-0000-7000-8000-000000000012',
     'f00d', '{"counterId":"counter-1","reasonId":"lunch"}',
     x'187F14131FC19BC6E91DF0586CC3AB3F7B2B9D57A223D0178ECF97F9C0B3CA61');
`;

describe('the schema with restores', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'okienko-schema2-'));
    file = join(folder, journalFileName);
    const database = new Database(file);
    database.pragma(`application_id = ${journalApplicationId}`);
    database.exec(migration0001Initial.statements);
    database.pragma('user_version = 1');
    database.exec(rowsOfSchema1);
    database.close();
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('given a journal of schema 1, then it is sound as it is, and a server opens it with its id and its events', () => {
    expect(migration0002Restores.version).toBe(2);
    expect(verifySqliteJournal(file)).toMatchObject({ isSound: true, events: 3, commands: 2 });
    const neverCalled = () => {
      throw new Error('the journal is there');
    };
    const journal = openSqliteJournal({ folder, newJournalId: neverCalled, now: neverCalled });
    expect(journal.journalId).toBe('0197a000-0000-7000-8000-000000000001');
    expect(journal.read(seqOf(1), seqOf(3)).map(({ event }) => event.type)).toEqual([
      'BusinessDayStarted',
      'CounterOpened',
      'CounterPaused',
    ]);
    journal.close();
    expect(verifySqliteJournal(file)).toMatchObject({ isSound: true, events: 3, commands: 2 });
  });

  it('given a restore, then its id is new and its columns keep their types', () => {
    const database = new Database(file);
    database.exec(migration0002Restores.statements);
    const restore = database.prepare(`INSERT INTO restores VALUES (NULL, @journalId, 'before', 3, @restoredAt, 50)`);
    restore.run({ journalId: 'second', restoredAt: 1 });
    restore.run({ journalId: 'third', restoredAt: 2 });
    expect(() => restore.run({ journalId: 'third', restoredAt: 3 })).toThrow(/UNIQUE/);
    expect(() => restore.run({ journalId: 'fourth', restoredAt: 'noon' })).toThrow(/cannot store TEXT/);
    expect(database.prepare('SELECT id, journalId FROM restores ORDER BY id').all()).toEqual([
      { id: 1, journalId: 'second' },
      { id: 2, journalId: 'third' },
    ]);
    database.close();
  });
});
