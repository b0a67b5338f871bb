import type { MachineClock } from '../base/time.ts';
import { milliseconds } from '../base/time.ts';
import type { BoardFigures } from '../protocol/figures.ts';
import type { Replica } from '../replica/replica.ts';
import type { BoardView } from '../views/boardView.ts';
import {
  type AnnouncedMark,
  announcedMark,
  type AnnouncementQueue,
  type BoardPicture,
  dropStaleCalls,
  newAnnouncementQueue,
  nextTurnMs,
  takePicture,
} from './announcementQueue.ts';
import { isTooFastForSound } from './isTooFastForSound.ts';

/** Where a display keeps how far it has announced, so that a reload of its page repeats nothing. */
export type MarkStore = { readonly load: () => AnnouncedMark | null; readonly save: (mark: AnnouncedMark) => void };

type Parts = {
  readonly replica: Replica<BoardView, BoardFigures>;
  readonly sounds: { readonly play: (sound: 'call' | 'repeat') => void };
  readonly machineClock: MachineClock;
  readonly marks: MarkStore;
};

/** The queue of one display, kept up with its replica; `queue` is a new object only when it changed. */
export type Announcer = {
  readonly queue: () => AnnouncementQueue;
  readonly onChange: (listener: () => void) => () => void;
};

/**
 * Feeds the announcement queue with each picture and with the passing of time, and sounds what gets the large place.
 *
 * While the picture is not live nothing moves: the board shows the last that it knew, and announces nothing that it
 * cannot be sure of.
 */
export function createAnnouncer(parts: Parts): Announcer {
  const { replica, machineClock, marks } = parts;
  const listeners = new Set<() => void>();
  let queue = newAnnouncementQueue(marks.load());
  let wasStale = false;
  let cancelTurn: (() => void) | null = null;

  const become = (next: AnnouncementQueue) => {
    if (JSON.stringify(next) === JSON.stringify(queue)) return;
    queue = next;
    const mark = announcedMark(queue);
    if (mark !== null) marks.save(mark);
    for (const listener of listeners) listener();
  };

  const step = () => {
    cancelTurn?.();
    cancelTurn = null;
    wasStale = wasStale || replica.state().connection === 'stale';
    const picture = livePictureOf(replica);
    if (picture === null) return;
    const nowMs = machineClock.nowMs();
    const fresh = wasStale ? dropStaleCalls(queue, picture.now) : queue;
    wasStale = false;
    const turn = takePicture(fresh, picture, nowMs);
    if (turn.announced !== null && !isTooFastForSound(picture.clockRate)) {
      parts.sounds.play(turn.announced.isRecall ? 'repeat' : 'call');
    }
    become(turn.queue);
    const turnMs = nextTurnMs(queue, picture);
    if (turnMs !== null) cancelTurn = machineClock.schedule(milliseconds(Math.max(0, turnMs - nowMs)), step);
  };

  replica.onChange(step);
  step();
  return {
    queue: () => queue,
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function livePictureOf(replica: Replica<BoardView, BoardFigures>): BoardPicture | null {
  const { connection, view, position, clockRate } = replica.state();
  const now = replica.now();
  if (connection !== 'live' || position === null || now === null) return null;
  const { calls, lastAnnouncementNumber } = view;
  return { journalId: position.journalId, calls, lastAnnouncementNumber, now, clockRate };
}
