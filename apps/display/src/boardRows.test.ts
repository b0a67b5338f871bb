import { type AnnouncementQueue, milliseconds } from '@okienko/shared';
import { describe, expect, it } from 'vitest';
import { boardRows } from './boardRows.ts';
import { callOf, journalId } from '@okienko/shared/testing/boardCalls';

const calls = Array.from({ length: 12 }, (_, index) => callOf(12 - index, 12 - index));
const queueOf = (largeNumber: number, waiting: readonly number[]): AnnouncementQueue => ({
  journalId,
  lastTaken: 12,
  waiting: waiting.map((number) => callOf(number, number)),
  large: {
    call: callOf(largeNumber, largeNumber),
    heldUntilMs: milliseconds(0),
    holdMs: milliseconds(8_000),
    isAnnounced: true,
  },
});
const numbersOf = (rows: readonly { readonly announcementNumber: number }[]) =>
  rows.map(({ announcementNumber }) => announcementNumber);

describe('the rows beside the large place', () => {
  it('given nobody waiting for it, are the last six calls but the large one', () => {
    const { soon, recent } = boardRows(calls, queueOf(12, []));
    expect(soon).toEqual([]);
    expect(numbersOf(recent)).toEqual([11, 10, 9, 8, 7, 6]);
  });

  it('given calls that wait, show those first and each ticket once', () => {
    const { soon, recent } = boardRows(calls, queueOf(10, [11, 12]));
    expect(numbersOf(soon)).toEqual([11, 12]);
    expect(numbersOf(recent)).toEqual([9, 8, 7]);
  });

  it('given more waiting than fit, show six and no past', () => {
    const { soon, recent } = boardRows(calls, queueOf(4, [5, 6, 7, 8, 9, 10, 11, 12]));
    expect(numbersOf(soon)).toEqual([5, 6, 7, 8, 9, 10]);
    expect(recent).toEqual([]);
  });
});
