import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migration0001Initial } from './migration0001Initial.ts';
import { migration0002Restores } from './migration0002Restores.ts';
import { migration0003Retention } from './migration0003Retention.ts';

/** Rows as a server of schema 2 wrote them. */
const rowsOfSchema2 = `
  INSERT INTO journal VALUES (1, '0197a000-0000-7000-8000-000000000001', 1795510800000);
  INSERT INTO anchors VALUES
    (0, 1795510800000, x'6E147A1AF70B032C07D87886B6739B05F4FC0BEE86AF108C98F4EB452BE17EBD');
  INSERT INTO snapshots VALUES (3, '{"state":{}}', x'00');
`;

describe('the schema with retention', () => {
  let database: Database.Database;
  beforeEach(() => {
    database = new Database(':memory:');
    database.exec(migration0001Initial.statements);
    database.exec(migration0002Restores.statements);
    database.exec(rowsOfSchema2);
  });
  afterEach(() => database.close());

  it('given a journal of schema 2, then its first anchor stays as it was, without a signature', () => {
    const before = database.prepare('SELECT * FROM anchors').get();
    database.exec(migration0003Retention.statements);
    expect(migration0003Retention.version).toBe(3);
    const unsigned = { snapshot: null, statement: null, publicKey: null, signature: null };
    expect(database.prepare('SELECT * FROM anchors').all()).toEqual([Object.assign({}, before, unsigned)]);
    expect(database.prepare('SELECT count(*) FROM snapshots').pluck().get()).toBe(1);
  });

  it('given the end of a day, then it is kept once for its place', () => {
    database.exec(migration0003Retention.statements);
    const insert = database.prepare(`INSERT INTO dayEnds VALUES (7, '2026-11-23', 1795510800000, '{}')`);
    insert.run();
    expect(() => insert.run()).toThrow(/UNIQUE/);
  });
});
