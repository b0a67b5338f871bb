import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { calendarDateSchema, idSchemas } from '@okienko/shared';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type DayKeys, dayKeysFileName, openDayKeys } from './dayKeys.ts';
import { JournalFault } from './journal.ts';
import { publicTokenOf } from './publicToken.ts';

const monday = calendarDateSchema.parse('2026-11-23');
const tuesday = calendarDateSchema.parse('2026-11-24');
const ticketId = idSchemas.ticket.parse('0197a000-0000-7000-8000-000000000001');

describe('day keys', () => {
  let folder: string;
  let keys: DayKeys;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'okienko-keys-'));
    keys = openDayKeys(folder);
  });
  afterEach(() => {
    keys.close();
    rmSync(folder, { recursive: true });
  });
  const reopen = () => {
    keys.close();
    keys = openDayKeys(folder);
  };
  const filesHolding = (bytes: Buffer) =>
    readdirSync(folder).filter((name) => readFileSync(join(folder, name)).includes(bytes));

  it('given a day, then it has one key of 256 bits, the same after a restart, and another day has another', () => {
    const key = Buffer.from(keys.keyOf(monday));
    expect(key).toHaveLength(32);
    reopen();
    expect(Buffer.from(keys.keyOf(monday))).toEqual(key);
    expect(Buffer.from(keys.keyOf(tuesday))).not.toEqual(key);
    expect(statSync(join(folder, dayKeysFileName)).mode & 0o077).toBe(0);
  });

  it('given the end of a day, then the bytes of its key are nowhere in the folder, and the day to come keeps its own', () => {
    const old = Buffer.from(keys.keyOf(monday));
    const next = Buffer.from(keys.keyOf(tuesday));
    expect(filesHolding(old)).toEqual([dayKeysFileName]);
    keys.keepOnly(tuesday);
    expect(filesHolding(old)).toEqual([]);
    expect(filesHolding(next)).toEqual([dayKeysFileName]);
    reopen();
    expect(Buffer.from(keys.keyOf(tuesday))).toEqual(next);
    expect(Buffer.from(keys.keyOf(monday))).not.toEqual(old);
  });

  it('given a file that is no database, then the start is refused with what it costs to go on without', () => {
    keys.close();
    writeFileSync(join(folder, dayKeysFileName), 'x'.repeat(8_192));
    expect(() => openDayKeys(folder)).toThrow(expect.objectContaining({ kind: 'damaged' }));
    rmSync(join(folder, dayKeysFileName));
    keys = openDayKeys(folder);
  });

  it('given storage that fails, then no key is given out that would be lost, and none is said to be destroyed', () => {
    const key = Buffer.from(keys.keyOf(monday));
    const other = new Database(join(folder, dayKeysFileName));
    other.exec('BEGIN EXCLUSIVE');
    expect(() => keys.keyOf(tuesday)).toThrow(JournalFault);
    expect(() => keys.keepOnly(tuesday)).toThrow(JournalFault);
    other.close();
    expect(filesHolding(key)).toEqual([dayKeysFileName]);
    keys.keepOnly(tuesday);
    expect(filesHolding(key)).toEqual([]);
  });
});

describe('public tokens', () => {
  it('given a key and a ticket, then the known HMAC, cut to 128 bits', () => {
    const key = Uint8Array.from({ length: 32 }, (_, index) => index);
    // printf %s 0197a000-0000-7000-8000-000000000001 | openssl dgst -sha256 -mac HMAC -macopt hexkey:000102…1f
    expect(publicTokenOf(key, ticketId)).toBe(
      Buffer.from('cd8cf1b50ff6925521211a107891721b', 'hex').toString('base64url'),
    );
    expect(publicTokenOf(key, ticketId)).toHaveLength(22);
  });
});
