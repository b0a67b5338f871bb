import { assert, type CommandId, idSchemas, type JournalId, required, type Seq, seqOf } from '@okienko/shared';
import { signAnchor, type SignedAnchor } from './anchor.ts';
import { type AnchorKey, createAnchorKey } from './anchorKey.ts';
import { type ChainLink, encodeRecords, type EventRow, readRows } from './eventRow.ts';
import { genesisHash } from './hashChain.ts';
import {
  type CommandEntry,
  type DayEnd,
  type Journal,
  JournalFault,
  type QuarantineEntry,
  type Removal,
  type Restore,
  type Snapshot,
} from './journal.ts';
import type { JournalPages } from './verify.ts';

/** What a memory journal leaves behind when its process ends: open it again and the journal goes on. */
export type MemoryDisk = {
  /** The id at creation, which the chain is bound to. */
  readonly genesisId: JournalId;
  readonly restores: Restore[];
  /** Those after the newest anchor. */
  readonly events: EventRow[];
  readonly dayEnds: DayEnd[];
  readonly anchors: SignedAnchor[];
  readonly anchorKey: AnchorKey;
  readonly commands: Map<CommandId, CommandEntry>;
  readonly snapshots: Snapshot[];
  readonly quarantine: Map<CommandId, QuarantineEntry>;
};

/** An empty disk for tests and the simulation. */
export function createMemoryDisk(genesisId: JournalId): MemoryDisk {
  return {
    genesisId,
    restores: [],
    events: [],
    dayEnds: [],
    anchors: [],
    anchorKey: createAnchorKey(),
    commands: new Map(),
    snapshots: [],
    quarantine: new Map(),
  };
}

/** What a backup keeps: the disk as it is now, untouched by what happens later. */
export function backUpDisk(disk: MemoryDisk): MemoryDisk {
  return {
    genesisId: disk.genesisId,
    restores: [...disk.restores],
    events: [...disk.events],
    dayEnds: [...disk.dayEnds],
    anchors: [...disk.anchors],
    anchorKey: disk.anchorKey,
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
  const seq = headOf(disk);
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
  const head = () => headOf(disk);
  return {
    journalId: currentId(disk),
    restored: disk.restores.at(-1) ?? null,
    head,
    append: (records) =>
      whileOpen(() => {
        const encoded = encodeRecords(records, linkAt(disk, head()));
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
        const first = Math.max(fromSeq, startOf(disk) + 1);
        const last = seqOf(Math.min(toSeq, head()));
        return first > last ? [] : readRows(rowsFrom(disk, first), linkAt(disk, first - 1), last);
      }),
    newestSnapshot: () =>
      whileOpen(() => disk.snapshots.reduce<Snapshot | null>((a, b) => (a !== null && a.seq > b.seq ? a : b), null)),
    saveSnapshot: (snapshot) =>
      whileOpen(() => {
        assert(
          snapshot.seq >= startOf(disk) && snapshot.seq <= head(),
          `a snapshot at ${snapshot.seq} is beyond the head ${head()}`,
        );
        disk.snapshots.push(snapshot);
      }),
    start: () => {
      const anchor = disk.anchors.at(-1);
      return {
        seq: startOf(disk),
        snapshot: anchor === undefined ? null : { seq: startOf(disk), text: anchor.snapshot },
      };
    },
    saveDayEnd: (dayEnd) =>
      whileOpen(() => {
        assert(dayEnd.snapshot.seq === head(), 'a day end is kept while it is the head');
        disk.dayEnds.push(dayEnd);
      }),
    remove: (removal) => whileOpen(() => removeFrom(disk, removal)),
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
    anchor: linkAt(disk, startOf(disk)),
    signed: disk.anchors.at(-1) ?? null,
    head: headOf(disk),
    rowsAfter: (seq, limit) => rowsFrom(disk, seq + 1).slice(0, limit),
    findCommand: (commandId) => disk.commands.get(commandId) ?? null,
    totals: { commandCount: acting.length, eventCount: acting.reduce((sum, { eventCount }) => sum + eventCount, 0) },
  };
}

function currentId({ genesisId, restores }: MemoryDisk): JournalId {
  return restores.at(-1)?.journalId ?? genesisId;
}

function startOf({ anchors }: MemoryDisk): Seq {
  return anchors.at(-1)?.link.seq ?? seqOf(0);
}

function headOf(disk: MemoryDisk): Seq {
  return seqOf(startOf(disk) + disk.events.length);
}

function rowsFrom(disk: MemoryDisk, seq: number): readonly EventRow[] {
  return disk.events.slice(seq - startOf(disk) - 1);
}

function linkAt(disk: MemoryDisk, seq: number): ChainLink {
  const start = startOf(disk);
  const anchor = disk.anchors.at(-1)?.link ?? { seq: seqOf(0), hash: genesisHash(disk.genesisId) };
  return seq === start
    ? anchor
    : { seq: seqOf(seq), hash: required(disk.events[seq - start - 1], `event ${seq}`).hash };
}

/** Memory takes no time: everything goes at the first call. */
function removeFrom(disk: MemoryDisk, { before, keptDays, at }: Removal): boolean {
  const start = startOf(disk);
  const old = disk.dayEnds.slice(0, Math.max(0, disk.dayEnds.length - keptDays));
  const dayEnd = old.findLast(({ businessDate, snapshot }) => businessDate < before && snapshot.seq > start);
  if (dayEnd === undefined) return false;
  const { businessDate, snapshot } = dayEnd;
  const link = linkAt(disk, snapshot.seq);
  const facts = { journalId: currentId(disk), link, snapshot: snapshot.text, businessDate, at };
  const anchor = signAnchor(facts, disk.anchorKey);
  for (const { commandId } of disk.events.slice(0, snapshot.seq - start))
    disk.commands.delete(idSchemas.command.parse(commandId));
  disk.events.splice(0, snapshot.seq - start);
  disk.dayEnds.splice(0, disk.dayEnds.indexOf(dayEnd) + 1);
  disk.snapshots.splice(0, disk.snapshots.length, ...disk.snapshots.filter(({ seq }) => seq >= snapshot.seq));
  disk.anchors.push(anchor);
  return false;
}
