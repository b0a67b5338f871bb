import { idSchemas, required } from '@okienko/shared';
import { createFaultyJournal, type FaultyJournal } from './faultyJournal.ts';
import { describeJournalContract, type TestStorage } from './journalContract.ts';
import { createMemoryDisk, memoryPages, openMemoryJournal } from './memoryJournal.ts';
import { verifyJournal } from './verify.ts';

describeJournalContract('a memory journal', createMemoryStorage);

function createMemoryStorage(): TestStorage {
  const disk = createMemoryDisk(idSchemas.journal.parse('0197a000-0000-7000-8000-000000000001'));
  let faulty: FaultyJournal | null = null;
  return {
    open: () => {
      faulty?.journal.close();
      faulty = createFaultyJournal(openMemoryJournal(disk));
      return faulty.journal;
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
