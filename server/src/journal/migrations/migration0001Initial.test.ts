import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migration0001Initial } from './migration0001Initial.ts';

describe('the first schema', () => {
  let database: Database.Database;
  beforeEach(() => {
    database = new Database(':memory:');
    database.exec(migration0001Initial.statements);
  });
  afterEach(() => database.close());
  const insertEvent = (seq: number, fields: { readonly at?: unknown; readonly clerkId?: unknown } = {}) =>
    database
      .prepare(
        `INSERT INTO events VALUES (@seq, @at, 'CounterResumed', 1, 'bronowice', 'counter-1', @clerkId,
           '0197a000-0000-7000-8000-000000000001', 'f00d', '{"counterId":"counter-1"}', x'00')`,
      )
      .run({ seq, at: 1_795_510_800_000, clerkId: null, ...fields });

  it('given nothing before it, then it leads to version 1 and has these tables', () => {
    const names = database.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`).pluck().all();
    expect(migration0001Initial.version).toBe(1);
    expect(names).toEqual(['anchors', 'commands', 'events', 'journal', 'probe', 'quarantine', 'snapshots']);
  });

  it('given an event, then its seq is taken and its columns keep their types', () => {
    insertEvent(1, { clerkId: 'anna' });
    expect(() => insertEvent(1)).toThrow(/UNIQUE/);
    expect(() => insertEvent(2, { at: 'noon' })).toThrow(/cannot store TEXT value in INTEGER column/);
    expect(database.prepare('SELECT seq, at, clerkId FROM events').all()).toEqual([
      { seq: 1, at: 1_795_510_800_000, clerkId: 'anna' },
    ]);
  });

  it('given a command, then it is accepted once', () => {
    const accept = database.prepare(`INSERT INTO commands VALUES ('day-end:2026-11-24', 1, 3)`);
    accept.run();
    expect(() => accept.run()).toThrow(/UNIQUE/);
  });

  it('given a journal, then a file holds one', () => {
    database.exec(`INSERT INTO journal VALUES (1, '0197a000-0000-7000-8000-000000000001', 0)`);
    expect(() => database.exec(`INSERT INTO journal VALUES (2, 'another', 0)`)).toThrow(/CHECK/);
  });
});
