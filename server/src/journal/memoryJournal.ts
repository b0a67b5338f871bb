import { assert, type CommandId, type JournalId, seqOf } from '@okienko/shared';
import { type ChainLink, encodeRecords, type EventRow, readRows } from './eventRow.ts';
import { genesisHash } from './hashChain.ts';
import {
  type CommandEntry,
  type Journal,
  JournalFault,
  type QuarantineEntry,
  type Restore,
  type Snapshot,
} from './journal.ts';
import type { JournalPages } from './verify.ts';

/** What a memory journal leaves behind when its process ends: open it again and the journal goes on. */
export type MemoryDisk = {
  /** The id at creation, which the chain is bound to. */
  readonly genesisId: JournalId;
  readonly restores: Restore[];
  readonly events: EventRow[];
  readonly commands: Map<CommandId, CommandEntry>;
  readonly snapshots: Snapshot[];
  readonly quarantine: Map<CommandId, QuarantineEntry>;
};

/** An empty disk for tests and the simulation. */
export function createMemoryDisk(genesisId: JournalId): MemoryDisk {
  return { genesisId, restores: [], events: [], commands: new Map(), snapshots: [], quarantine: new Map() };
}

/** What a backup keeps: the disk as it is now, untouched by what happens later. */
export function backUpDisk(disk: MemoryDisk): MemoryDisk {
  return {
    genesisId: disk.genesisId,
    restores: [...disk.restores],
    events: [...disk.events],
    commands: new Map(disk.commands),
    snapshots: [...disk.snapshots],
    quarantine: new Map(disk.quarantine),
  };
}

/** A disk that goes on from a backup under a new id, as `restoreJournal` makes a file; the backup stays as it is. */
export function restoreDisk(
  backup: MemoryDisk,
  restore: Pick<Restore, 'journalId' | 'restoredAt' | 'numberSkip'>,
): MemoryDisk {
  const disk = backUpDisk(backup);
  const seq = seqOf(disk.events.length);
  disk.restores.push({ ...restore, previousJournalId: currentId(disk), seq });
  return disk;
}

/**
 * The journal's promise without a file: events go through the same bytes, chain and upcasters as on a real disk, so
 * that one that cannot be read back fails here too.
 */
export function openMemoryJournal(disk: MemoryDisk): Journal {
  let isOpen = true;
  const whileOpen = <Result>(task: () => Result): Result => {
    if (!isOpen) throw new JournalFault('closed', 'The journal is closed.');
    return task();
  };
  const head = () => seqOf(disk.events.length);
  return {
    journalId: currentId(disk),
    restored: disk.restores.at(-1) ?? null,
    head,
    append: (records) =>
      whileOpen(() => {
        const encoded = encodeRecords(records, linkAt(disk, disk.events.length));
        const newIds = new Set(encoded.commands.map(({ commandId }) => commandId));
        assert(newIds.size === records.length, 'a command is appended twice in one transaction');
        for (const id of newIds) assert(!disk.commands.has(id), `the command ${id} is already in the journal`);
        disk.events.push(...encoded.events);
        for (const { commandId, firstSeq, eventCount } of encoded.commands) {
          disk.commands.set(commandId, { firstSeq, eventCount });
        }
      }),
    findCommand: (commandId) => whileOpen(() => disk.commands.get(commandId) ?? null),
    read: (fromSeq, toSeq) =>
      whileOpen(() => {
        const first = Math.max(fromSeq, 1);
        const last = seqOf(Math.min(toSeq, disk.events.length));
        return first > last ? [] : readRows(disk.events.slice(first - 1, last), linkAt(disk, first - 1), last);
      }),
    newestSnapshot: () =>
      whileOpen(() => disk.snapshots.reduce<Snapshot | null>((a, b) => (a !== null && a.seq > b.seq ? a : b), null)),
    saveSnapshot: (snapshot) =>
      whileOpen(() => {
        assert(
          snapshot.seq >= 0 && snapshot.seq <= head(),
          `a snapshot at ${snapshot.seq} is beyond the head ${head()}`,
        );
        disk.snapshots.push(snapshot);
      }),
    quarantine: (entry) =>
      whileOpen(() => {
        if (!disk.quarantine.has(entry.commandId)) disk.quarantine.set(entry.commandId, entry);
      }),
    isQuarantined: (commandId) => disk.quarantine.has(commandId),
    quarantined: () => whileOpen(() => [...disk.quarantine.values()]),
    probe: () => whileOpen(() => undefined),
    close: () => {
      isOpen = false;
    },
  };
}

/** The disk as `verifyJournal` reads it. */
export function memoryPages(disk: MemoryDisk): JournalPages {
  const acting = [...disk.commands.values()].filter(({ eventCount }) => eventCount > 0);
  return {
    genesisId: disk.genesisId,
    restores: disk.restores,
    anchor: linkAt(disk, 0),
    head: seqOf(disk.events.length),
    rowsAfter: (seq, limit) => disk.events.slice(seq, seq + limit),
    findCommand: (commandId) => disk.commands.get(commandId) ?? null,
    totals: { commandCount: acting.length, eventCount: acting.reduce((sum, { eventCount }) => sum + eventCount, 0) },
  };
}

function currentId({ genesisId, restores }: MemoryDisk): JournalId {
  return restores.at(-1)?.journalId ?? genesisId;
}

function linkAt(disk: MemoryDisk, seq: number): ChainLink {
  return { seq: seqOf(seq), hash: disk.events[seq - 1]?.hash ?? genesisHash(disk.genesisId) };
}
