import { idSchemas, seqOf } from '@okienko/shared';
import { beforeEach, describe, expect, it } from 'vitest';
import { commandIdOf, recordOf } from './exampleRecords.ts';
import { createFaultyJournal, type FaultyJournal, SimulatedCrash } from './faultyJournal.ts';
import { createMemoryDisk, type MemoryDisk, openMemoryJournal } from './memoryJournal.ts';

describe('a faulty journal', () => {
  let disk: MemoryDisk;
  let faulty: FaultyJournal;
  beforeEach(() => {
    disk = createMemoryDisk(idSchemas.journal.parse('0197a000-0000-7000-8000-000000000001'));
    faulty = createFaultyJournal(openMemoryJournal(disk));
  });

  it('given a failure before the commit, then nothing is there and the next append works', () => {
    faulty.failNextAppend();
    expect(() => faulty.journal.append([recordOf(1)])).toThrow(expect.objectContaining({ kind: 'io' }));
    expect(faulty.journal.head()).toBe(0);
    faulty.journal.append([recordOf(1)]);
    expect(faulty.journal.head()).toBe(1);
  });

  it('given a crash after the commit, then whoever opens the disk again finds the command', () => {
    faulty.crashAfterNextAppend();
    expect(() => faulty.journal.append([recordOf(1)])).toThrow(SimulatedCrash);
    const reopened = openMemoryJournal(disk);
    expect(reopened.findCommand(commandIdOf(1))).toEqual({ firstSeq: 1, eventCount: 1 });
    expect(reopened.read(seqOf(1), seqOf(1))).toHaveLength(1);
  });

  it('given a full disk, then writing and probing fail while reading goes on, until there is room', () => {
    faulty.journal.append([recordOf(1)]);
    faulty.setFull(true);
    expect(() => faulty.journal.append([recordOf(2)])).toThrow(expect.objectContaining({ kind: 'full' }));
    expect(() => faulty.journal.probe()).toThrow(expect.objectContaining({ kind: 'full' }));
    expect(faulty.journal.read(seqOf(1), seqOf(1))).toHaveLength(1);
    faulty.setFull(false);
    faulty.journal.probe();
    faulty.journal.append([recordOf(2)]);
    expect(faulty.journal.head()).toBe(2);
  });
});
