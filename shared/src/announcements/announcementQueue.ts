import type { JournalId } from '../base/ids.ts';
import { type DurationMs, durationBetween, type Instant, milliseconds, seconds } from '../base/time.ts';
import type { BoardCall } from '../views/boardView.ts';

/** What is older when the board first sees it is not announced: the person has gone, or was told by a voice. */
export const oldestAnnouncementMs = seconds(60);
/** How long a call keeps the large place at least, in business time, so that none is flashed away. */
export const shortestHoldMs = seconds(8);

/** How far a display has announced, in which journal: what it keeps over a reload of its page. */
export type AnnouncedMark = { readonly journalId: JournalId; readonly announcementNumber: number };

/** What the board knows at one moment: its calls, and business time now. */
export type BoardPicture = {
  readonly journalId: JournalId;
  readonly calls: readonly BoardCall[];
  readonly lastAnnouncementNumber: number;
  readonly now: Instant;
  /** Business milliseconds in a real one: a replayed day holds its calls for as much shorter. */
  readonly clockRate: number;
};

/** The call in the large place, and until when (machine time) it keeps it whatever happens. */
export type LargeCall = {
  readonly call: BoardCall;
  readonly heldUntilMs: DurationMs;
  /** How long it keeps the place in all, in machine time. */
  readonly holdMs: DurationMs;
  readonly isAnnounced: boolean;
};

export type AnnouncementQueue = {
  readonly journalId: JournalId | null;
  /** The highest announcement number that was looked at; what is not above it is never announced. */
  readonly lastTaken: number;
  /** Calls on their way to the large place, by announcement number. */
  readonly waiting: readonly BoardCall[];
  readonly large: LargeCall | null;
};

type Turn = {
  readonly queue: AnnouncementQueue;
  /** The call that has just got the large place and is to be sounded now. */
  readonly announced: BoardCall | null;
};

/** The queue of a display that has seen nothing yet, or of one that was reloaded and kept its mark. */
export function newAnnouncementQueue(mark: AnnouncedMark | null): AnnouncementQueue {
  const journalId = mark?.journalId ?? null;
  return { journalId, lastTaken: mark?.announcementNumber ?? 0, waiting: [], large: null };
}

/** What a reload must remember: everything up to this number was announced, or never will be. */
export function announcedMark(queue: AnnouncementQueue): AnnouncedMark | null {
  if (queue.journalId === null) return null;
  const [next] = queue.waiting;
  return {
    journalId: queue.journalId,
    announcementNumber: next === undefined ? queue.lastTaken : next.announcementNumber - 1,
  };
}

/**
 * Takes what is new in the picture and lets the next call into the large place where its time has come.
 *
 * Announced are only numbers above the last one and, when first seen, not older than a minute; each one once, in
 * order. Two calls that arrive together each get the large place for at least eight seconds of business time. A display that does not
 * know the journal starts at its picture and announces nothing of it. May be called as often as one likes: the same
 * picture at the same moment changes nothing.
 *
 * @param nowMs machine time, which is what holding is measured in; a picture's own time is business time.
 */
export function takePicture(queue: AnnouncementQueue, picture: BoardPicture, nowMs: DurationMs): Turn {
  const isKnownJournal = queue.journalId === picture.journalId;
  const known = isKnownJournal ? queue : startAt(picture);
  const taken = takeNewCalls(known, picture);
  return letNextIn(taken, picture, nowMs);
}

/** Drops what waited through a loss of the connection for too long: nobody waits in front of a counter that long. */
export function dropStaleCalls(queue: AnnouncementQueue, now: Instant): AnnouncementQueue {
  return { ...queue, waiting: queue.waiting.filter((call) => isFresh(call, now)) };
}

/** When (machine time) the picture must be taken again although nothing arrives; null: not before something does. */
export function nextTurnMs(queue: AnnouncementQueue, picture: BoardPicture): DurationMs | null {
  if (queue.large === null) return null;
  const isOver = !isStillCalled(queue.large.call, picture);
  return queue.waiting.length > 0 || isOver ? queue.large.heldUntilMs : null;
}

function startAt(picture: BoardPicture): AnnouncementQueue {
  return { journalId: picture.journalId, lastTaken: picture.lastAnnouncementNumber, waiting: [], large: null };
}

function takeNewCalls(queue: AnnouncementQueue, picture: BoardPicture): AnnouncementQueue {
  const fresh = picture.calls
    .filter((call) => call.announcementNumber > queue.lastTaken && call.isStillCalled && isFresh(call, picture.now))
    .toSorted((one, other) => one.announcementNumber - other.announcementNumber);
  const stillWaiting = queue.waiting.filter(
    (call) => isStillCalled(call, picture) && !fresh.some(({ ticketNumber }) => ticketNumber === call.ticketNumber),
  );
  return {
    ...queue,
    lastTaken: Math.max(queue.lastTaken, picture.lastAnnouncementNumber),
    waiting: [...stillWaiting, ...fresh],
  };
}

function letNextIn(queue: AnnouncementQueue, picture: BoardPicture, nowMs: DurationMs): Turn {
  const { large } = queue;
  const [next, ...waiting] = queue.waiting;
  // A recall of the call in the large place needs no free place: it is the same place, sounded again.
  const isOwnRecall = large !== null && next?.ticketNumber === large.call.ticketNumber;
  const isFree = large === null || nowMs >= large.heldUntilMs || isOwnRecall;
  if (!isFree) return { queue, announced: null };
  if (next !== undefined) {
    const holdMs = milliseconds(shortestHoldMs / picture.clockRate);
    const heldUntilMs = milliseconds(nowMs + holdMs);
    return {
      queue: { ...queue, waiting, large: { call: next, heldUntilMs, holdMs, isAnnounced: true } },
      announced: next,
    };
  }
  if (large !== null && isStillCalled(large.call, picture)) return { queue, announced: null };
  return { queue: { ...queue, large: stillCalledBefore(picture, nowMs) }, announced: null };
}

/** The newest call that still stands: it is shown again without a sound, for it is still true. */
function stillCalledBefore(picture: BoardPicture, nowMs: DurationMs): LargeCall | null {
  const newest = picture.calls
    .filter((call) => call.isStillCalled)
    .toSorted((one, other) => other.announcementNumber - one.announcementNumber)[0];
  return newest === undefined
    ? null
    : { call: newest, heldUntilMs: nowMs, holdMs: milliseconds(0), isAnnounced: false };
}

function isStillCalled(call: BoardCall, picture: BoardPicture): boolean {
  return picture.calls.some(
    ({ ticketNumber, isStillCalled: isCalled, announcementNumber }) =>
      ticketNumber === call.ticketNumber && isCalled && announcementNumber >= call.announcementNumber,
  );
}

function isFresh(call: BoardCall, now: Instant): boolean {
  return durationBetween(call.at, now) <= oldestAnnouncementMs;
}
