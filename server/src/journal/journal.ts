import type {
  BranchId,
  CalendarDate,
  ClerkId,
  CommandId,
  DeviceId,
  Instant,
  JournalEvent,
  JournalId,
  Seq,
} from '@okienko/shared';

/**
 * The truth of one service point: an append-only, gapless, hash-chained list of events with the commands that caused
 * them. One writer holds it; every method is synchronous. What the storage cannot do is thrown as a `JournalFault`;
 * a caller that breaks a promise of its own (a command appended twice) meets an `AssertionFailure`.
 */
export type Journal = {
  /** New at creation and at each restore: with a seq it makes an id for the outside. */
  readonly journalId: JournalId;
  /** The newest restore from a backup; null in a journal that was never restored. */
  readonly restored: Restore | null;
  /** The newest seq; 0 while the journal is empty. */
  readonly head: () => Seq;
  /**
   * Writes all records in one transaction that is synced when this returns, with gapless seqs in their order.
   *
   * @throws JournalFault, and then nothing of the records is there.
   */
  readonly append: (records: readonly CommandRecord[]) => void;
  /** Where an accepted command's events stand; null for a command that was never accepted here. */
  readonly findCommand: (commandId: CommandId) => CommandEntry | null;
  /**
   * The events from `fromSeq` to `toSeq`, both included, cut at the anchor and the head, in order, at their newest version.
   *
   * @throws JournalFault `corrupt` where a row is missing, does not parse or does not continue the hash chain.
   */
  readonly read: (fromSeq: Seq, toSeq: Seq) => readonly StoredEvent[];
  /** The snapshot with the greatest seq, proven to be what was saved at that place of the chain; null without any. */
  readonly newestSnapshot: () => Snapshot | null;
  /** Keeps a state at or below the head, so that opening reads it and the tail, not history. */
  readonly saveSnapshot: (snapshot: Snapshot) => void;
  /** Where the events begin, and the state there: what older ones, gone after their retention, had led to. */
  readonly start: () => { readonly seq: Seq; readonly snapshot: Snapshot | null };
  /** Keeps the state after a business day, at the head: a place where the journal may be cut later. */
  readonly saveDayEnd: (dayEnd: DayEnd) => void;
  /**
   * Removes business days older than `before` up to a kept day end: signs an anchor first, then removes some rows at
   * each call, and with them the memory of their commands.
   *
   * @returns whether there is more to remove.
   */
  readonly remove: (removal: Removal) => boolean;
  /** Remembers, in a transaction of its own, a command that broke an assertion. The first entry of a command stays. */
  readonly quarantine: (entry: QuarantineEntry) => void;
  readonly isQuarantined: (commandId: CommandId) => boolean;
  /** Every quarantined command, oldest first. */
  readonly quarantined: () => readonly QuarantineEntry[];
  /**
   * Writes and syncs a few bytes beside the events: tells when a full or failed disk works again.
   *
   * @throws JournalFault while it does not.
   */
  readonly probe: () => void;
  /** Ends the use of this journal; every later call but `close` throws a `JournalFault` `closed`. */
  readonly close: () => void;
};

/** A backup became the journal: from the event after `seq` on it goes by its new id, and the day's numbers skip. */
export type Restore = {
  readonly journalId: JournalId;
  readonly previousJournalId: JournalId;
  readonly seq: Seq;
  readonly restoredAt: Instant;
  readonly numberSkip: number;
};

/** Who, when and under which configuration: the same for every event of one command. */
export type EventMetadata = {
  readonly at: Instant;
  readonly branchId: BranchId;
  readonly deviceId: DeviceId;
  readonly clerkId: ClerkId | null;
  readonly commandId: CommandId;
  readonly configHash: string;
};

/** An accepted command and what it did; without events it changed nothing and is remembered all the same. */
export type CommandRecord = { readonly metadata: EventMetadata; readonly events: readonly JournalEvent[] };

export type StoredEvent = { readonly seq: Seq; readonly metadata: EventMetadata; readonly event: JournalEvent };

/** The place of a command's events; one without events stands before the next seq that was free. */
export type CommandEntry = { readonly firstSeq: Seq; readonly eventCount: number };

/** A state after the event `seq`, as text that only the engine reads. */
export type Snapshot = { readonly seq: Seq; readonly text: string };

/** The state after `businessDate` had ended and the next day had begun. */
export type DayEnd = { readonly businessDate: CalendarDate; readonly at: Instant; readonly snapshot: Snapshot };

/**
 * `before`: the first business day to keep; `keptDays`: so many of the newest ended days stay whatever their dates, for
 * a night with a wrong clock makes all others look old; `at`: now; at most `rowLimit` events go, so that nobody waits.
 */
export type Removal = {
  readonly before: CalendarDate;
  readonly keptDays: number;
  readonly at: Instant;
  readonly rowLimit: number;
};

export type QuarantineEntry = { readonly commandId: CommandId; readonly at: Instant; readonly trace: string };

export { JournalFault, type JournalFaultKind } from './journalFault.ts';
