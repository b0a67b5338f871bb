import type { Journal } from './journal.ts';
import { JournalFault } from './journalFault.ts';

/** A journal whose storage fails when a test or the simulation says so, and the switches that make it. */
export type FaultyJournal = {
  readonly journal: Journal;
  /** The next append throws a JournalFault `io`, and nothing of it is there. */
  readonly failNextAppend: () => void;
  /** The next append is kept, but its caller meets a SimulatedCrash: the process died between commit and answer. */
  readonly crashAfterNextAppend: () => void;
  /** While full, every write and every probe throws a JournalFault `full`; reading goes on. */
  readonly setFull: (isFull: boolean) => void;
};

/** Stands for the death of the process: whoever catches it throws the engine away and opens the journal again. */
export class SimulatedCrash extends Error {
  override readonly name = 'SimulatedCrash';
}

function fullDisk(): JournalFault {
  return new JournalFault('full', 'The simulated disk is full.');
}

/** Puts the switches before `inner`; without any of them set it is `inner`. */
export function createFaultyJournal(inner: Journal): FaultyJournal {
  let isFull = false;
  let nextAppend: 'works' | 'failsBeforeCommit' | 'crashesAfterCommit' = 'works';

  const whileRoom = <Argument>(write: (argument: Argument) => void) => {
    return (argument: Argument): void => {
      if (isFull) throw fullDisk();
      write(argument);
    };
  };
  const append = whileRoom((records: Parameters<Journal['append']>[0]) => {
    const behaviour = nextAppend;
    nextAppend = 'works';
    if (behaviour === 'failsBeforeCommit') throw new JournalFault('io', 'The simulated disk failed.');
    inner.append(records);
    if (behaviour === 'crashesAfterCommit') throw new SimulatedCrash('The simulated process died after its commit.');
  });

  return {
    journal: {
      ...inner,
      append,
      saveSnapshot: whileRoom(inner.saveSnapshot),
      saveDayEnd: whileRoom(inner.saveDayEnd),
      remove: (removal) => {
        if (isFull) throw fullDisk();
        return inner.remove(removal);
      },
      quarantine: whileRoom(inner.quarantine),
      probe: () => whileRoom(inner.probe)(undefined),
    },
    failNextAppend: () => {
      nextAppend = 'failsBeforeCommit';
    },
    crashAfterNextAppend: () => {
      nextAppend = 'crashesAfterCommit';
    },
    setFull: (value) => {
      isFull = value;
    },
  };
}
