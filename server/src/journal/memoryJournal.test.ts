import { idSchemas, instantOf, required } from '@okienko/shared';
import { createFaultyJournal, type FaultyJournal } from './faultyJournal.ts';
import { describeJournalContract, type TestStorage } from './journalContract.ts';
import { backUpDisk, createMemoryDisk, memoryPages, openMemoryJournal, restoreDisk } from './memoryJournal.ts';
import { verifyJournal } from './verify.ts';

describeJournalContract('a memory journal', createMemoryStorage);

function createMemoryStorage(): TestStorage {
  let disk = createMemoryDisk(idSchemas.journal.parse('0197a000-0000-7000-8000-000000000001'));
  let faulty: FaultyJournal | null = null;
  const open = () => {
    faulty?.journal.close();
    faulty = createFaultyJournal(openMemoryJournal(disk));
    return faulty.journal;
  };
  return {
    open,
    backUp: () => {
      const backup = backUpDisk(disk);
      return Promise.resolve((restore) => {
        disk = restoreDisk(backup, { ...restore, restoredAt: instantOf(0) });
        return Promise.resolve(open());
      });
    },
    breakWrites: () => {
      faulty?.setFull(true);
      return () => faulty?.setFull(false);
    },
    alterPayload: (seq, payload) => {
      const row = required(disk.events[seq - 1], 'the event');
      disk.events[seq - 1] = { ...row, payload: Buffer.from(payload) };
    },
    verify: () => verifyJournal(memoryPages(disk)),
    dispose: () => faulty?.journal.close(),
  };
}
