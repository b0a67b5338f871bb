import { type BoardFigures, type BoardView, instantOf, seqOf } from '@okienko/shared';
import { describe, expect, it } from 'vitest';
import { isBoardClosed } from './isBoardClosed.ts';
import { calledAtMs, callOf, configuration } from '@okienko/shared/testing/boardCalls';

const closed: BoardFigures = {
  seq: seqOf(1),
  opening: { state: 'closed', opensAt: null, isToday: false, isTomorrow: false },
};
const open: BoardFigures = { seq: seqOf(1), opening: { state: 'open', closesAt: null } };
const view = (...calls: BoardView['calls']): BoardView => ({ configuration, calls, lastAnnouncementNumber: 1 });
const now = (minutes: number) => instantOf(calledAtMs + minutes * 60_000);

describe('a board after the doors close', () => {
  it('given nobody called, says when it opens', () => {
    expect(isBoardClosed(view(), closed, now(0))).toBe(true);
  });
  it('given somebody still called, or called within half an hour, stays up', () => {
    expect(isBoardClosed(view(callOf(1, 1)), closed, now(600))).toBe(false);
    expect(isBoardClosed(view(callOf(1, 1, { isStillCalled: false })), closed, now(30))).toBe(false);
    expect(isBoardClosed(view(callOf(1, 1, { isStillCalled: false })), closed, now(31))).toBe(true);
  });
  it('given opening hours or no word of them, stays up', () => {
    expect(isBoardClosed(view(), open, now(0))).toBe(false);
    expect(isBoardClosed(view(), null, now(0))).toBe(false);
    expect(isBoardClosed(view(), closed, null)).toBe(false);
  });
});
