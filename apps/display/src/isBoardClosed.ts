import { type BoardFigures, type BoardView, durationBetween, type Instant, minutes } from '@okienko/shared';

/** People who took their ticket in time are called after the doors close: for so long after a call the board stays up. */
const quietAfterLastCallMs = minutes(30);

/** Whether the board shows when the branch opens next instead of calls. */
export function isBoardClosed(view: BoardView, figures: BoardFigures | null, now: Instant | null): boolean {
  if (figures?.opening.state !== 'closed' || now === null) return false;
  return view.calls.every((call) => !call.isStillCalled && durationBetween(call.at, now) > quietAfterLastCallMs);
}
