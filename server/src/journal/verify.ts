import { type CalendarDate, type CommandId, type EventOf, type JournalId, type Seq, seqOf } from '@okienko/shared';
import { type AnchorReading, readAnchor, type SignedAnchor } from './anchor.ts';
import { fingerprintOf } from './anchorKey.ts';
import { type ChainLink, readRow } from './eventRow.ts';
import { genesisHash } from './hashChain.ts';
import type { CommandEntry, Restore } from './journal.ts';

/** What a verification found: everything that can be proven from the file alone, or the first thing that is wrong. */
export type Verification =
  | {
      readonly isSound: true;
      /** The id that the journal has now. */
      readonly journalId: JournalId;
      /** Every restore that it went through, oldest first. */
      readonly restores: readonly Restore[];
      /** Where the events begin after older ones were removed, and whose key signed it; null where nothing was. */
      readonly anchor: { readonly seq: Seq; readonly businessDate: CalendarDate; readonly fingerprint: string } | null;
      readonly events: number;
      readonly commands: number;
      /** The newest seq and its hash: written down elsewhere, it proves later that the end was not cut off. */
      readonly head: ChainLink;
    }
  | { readonly isSound: false; readonly seq: Seq; readonly problem: string };

/** A journal as a verification reads it: as it was when its head was looked up. */
export type JournalPages = {
  /** The id at creation, which the first anchor is bound to. */
  readonly genesisId: JournalId;
  readonly restores: readonly Restore[];
  /** Where the chain begins in this file. */
  readonly anchor: ChainLink;
  /** What was signed before older rows went; null where nothing was removed. */
  readonly signed: SignedAnchor | null;
  readonly head: Seq;
  /** The next `limit` event rows at most, in order. */
  readonly rowsAfter: (seq: Seq, limit: number) => readonly unknown[];
  readonly findCommand: (commandId: CommandId) => CommandEntry | null;
  /** The commands after the anchor that have events, and how many they claim; counted at the moment of `head`. */
  readonly totals: { readonly commandCount: number; readonly eventCount: number };
};

/**
 * Walks from the anchor to the head: seqs are gapless, every hash continues the chain over the bytes as stored, every
 * event parses, and the events are exactly those of the accepted commands, each command once and in one piece. Each
 * restore continues the id before it.
 */
export function verifyJournal(pages: JournalPages): Verification {
  const { genesisId, anchor, head } = pages;
  if (anchor.seq === 0 && !genesisHash(genesisId).equals(anchor.hash)) {
    return { isSound: false, seq: anchor.seq, problem: 'the first anchor is not that of this journal' };
  }
  const signed = readSigned(pages);
  if (signed !== null && !signed.isSound) {
    return { isSound: false, seq: anchor.seq, problem: `the anchor proves nothing: ${signed.problem}` };
  }
  const strayRestore = findStrayRestore(pages);
  if (strayRestore !== null) return strayRestore;
  const state: Walk = { end: anchor, run: null, runCount: 0 };
  while (state.end.seq < head) {
    const rows = pages.rowsAfter(state.end.seq, Math.min(pageSize, head - state.end.seq));
    // An empty page still has a next row to miss.
    for (const row of rows.length === 0 ? [undefined] : rows) {
      const problem = step(pages, state, row);
      if (problem !== null) return problem;
    }
  }
  return finishRun(pages, state) ?? compareTotals(pages, state);
}

const pageSize = 1_000;

/** Successive events of one command. */
type Run = { readonly commandId: CommandId; readonly firstSeq: Seq; readonly eventCount: number };
type Walk = { end: ChainLink; run: Run | null; runCount: number };
type Unsound = Extract<Verification, { isSound: false }>;

function step(pages: JournalPages, walk: Walk, row: unknown): Unsound | null {
  const reading = readRow(row, walk.end);
  if (!reading.isSound) return reading;
  const { seq, metadata, event } = reading.stored;
  walk.end = { seq, hash: reading.hash };
  if (event.type === 'JournalRestored' && !isKnownRestore(pages, event)) {
    return { isSound: false, seq, problem: `its restore as ${event.journalId} is not among the restores` };
  }
  if (walk.run?.commandId === metadata.commandId) {
    walk.run = { ...walk.run, eventCount: walk.run.eventCount + 1 };
    return null;
  }
  const problem = finishRun(pages, walk);
  walk.run = { commandId: metadata.commandId, firstSeq: seq, eventCount: 1 };
  walk.runCount += 1;
  return problem;
}

function readSigned({ anchor, signed, genesisId, restores }: JournalPages): AnchorReading | null {
  if (signed === null) return anchor.seq === 0 ? null : { isSound: false, problem: 'it is not signed' };
  const reading = readAnchor(signed);
  if (!reading.isSound) return reading;
  const { journalId } = reading.statement;
  const isOurs = journalId === genesisId || restores.some((restore) => restore.journalId === journalId);
  return isOurs ? reading : { isSound: false, problem: 'it was signed for another journal' };
}

/** The first restore that does not continue the id before it, or stands where no event is. */
function findStrayRestore({ genesisId, restores, head }: JournalPages): Unsound | null {
  const stray = restores.find(
    ({ previousJournalId, seq }, index) =>
      previousJournalId !== (restores[index - 1]?.journalId ?? genesisId) ||
      seq < (restores[index - 1]?.seq ?? 0) ||
      seq > head,
  );
  if (stray === undefined) return null;
  return {
    isSound: false,
    seq: stray.seq,
    problem: `the restore as ${stray.journalId} does not continue this journal`,
  };
}

function isKnownRestore({ restores }: JournalPages, event: EventOf<'JournalRestored'>): boolean {
  const restore = restores.find(({ journalId }) => journalId === event.journalId);
  return restore?.previousJournalId === event.previousJournalId && restore.numberSkip === event.numberSkip;
}

function finishRun(pages: JournalPages, { run }: Walk): Unsound | null {
  if (run === null) return null;
  const entry = pages.findCommand(run.commandId);
  if (entry?.firstSeq === run.firstSeq && entry.eventCount === run.eventCount) return null;
  const found = `events ${run.firstSeq} to ${run.firstSeq + run.eventCount - 1}`;
  const problem =
    entry === null
      ? `its command ${run.commandId} is not among the accepted ones`
      : `its command ${run.commandId} was accepted with ${entry.eventCount} from ${entry.firstSeq}, found ${found}`;
  return { isSound: false, seq: run.firstSeq, problem };
}

/** Each run found its command; with equal totals no command is left over whose events are gone. */
function compareTotals(pages: JournalPages, { end, runCount }: Walk): Verification {
  const events = end.seq - pages.anchor.seq;
  const { totals } = pages;
  if (totals.commandCount === runCount && totals.eventCount === events) {
    const { restores, genesisId } = pages;
    const journalId = restores.at(-1)?.journalId ?? genesisId;
    return {
      isSound: true,
      journalId,
      restores,
      anchor: foundAnchor(pages.signed),
      events,
      commands: runCount,
      head: end,
    };
  }
  const problem = `the accepted commands have ${totals.eventCount} events, the journal holds ${events}`;
  return { isSound: false, seq: seqOf(end.seq + 1), problem };
}

function foundAnchor(signed: SignedAnchor | null) {
  const reading = signed === null ? null : readAnchor(signed);
  if (signed === null || reading === null || !reading.isSound) return null;
  const { seq, businessDate } = reading.statement;
  return { seq, businessDate, fingerprint: fingerprintOf(signed.publicKey) };
}
