import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Migration } from './migrations/migration.ts';
import { migrate, newestSchemaVersion, schemaVersionOf } from './sqliteMigrations.ts';

const steps: readonly Migration[] = [
  { version: 1, statements: 'CREATE TABLE calls (label TEXT NOT NULL) STRICT' },
  { version: 2, statements: `ALTER TABLE calls ADD COLUMN counter TEXT; UPDATE calls SET counter = substr(label, 6)` },
];

describe('migrations', () => {
  let database: Database.Database;
  beforeEach(() => {
    database = new Database(':memory:');
  });
  afterEach(() => database.close());

  it('given a new database, then every step runs once, in order', () => {
    migrate(database, steps);
    migrate(database, steps);
    expect(schemaVersionOf(database)).toBe(2);
    expect(newestSchemaVersion(steps)).toBe(2);
  });

  it('given rows of an older schema, then they are carried over', () => {
    migrate(database, steps.slice(0, 1));
    database.exec(`INSERT INTO calls (label) VALUES ('D042 3')`);
    migrate(database, steps);
    expect(database.prepare('SELECT label, counter FROM calls').all()).toEqual([{ label: 'D042 3', counter: '3' }]);
  });

  it('given a newer schema, then it is refused before anything changes', () => {
    migrate(database, steps);
    expect(() => migrate(database, steps.slice(0, 1))).toThrow(expect.objectContaining({ kind: 'newerProgram' }));
    expect(schemaVersionOf(database)).toBe(2);
  });

  it('given a step that fails halfway, then the schema is as before it', () => {
    const broken = { version: 3, statements: 'DROP TABLE calls; INSERT INTO nowhere VALUES (1)' };
    migrate(database, steps);
    expect(() => migrate(database, [...steps, broken])).toThrow(/nowhere/);
    expect(schemaVersionOf(database)).toBe(2);
    expect(database.prepare('SELECT count(*) FROM calls').pluck().get()).toBe(0);
  });

  it('given steps out of order, then that is a bug', () => {
    expect(() => migrate(database, [...steps].reverse())).toThrow(/migration 2 stands at place 1/);
  });
});
