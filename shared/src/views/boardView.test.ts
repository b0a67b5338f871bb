import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idSchemas, ticketNumberOf } from '../base/ids.ts';
import { instantOf } from '../base/time.ts';
import { type BoardCall, type BoardEvent, boardViewSchema, emptyBoardView, foldBoardView } from './boardView.ts';

const call = (count: number, announcementNumber: number, changes: Partial<BoardCall> = {}): BoardCall => ({
  announcementNumber,
  ticketNumber: ticketNumberOf('D', count),
  counterId: idSchemas.counter.parse('c1'),
  serviceId: idSchemas.service.parse('dowod-wniosek'),
  language: 'pl',
  at: instantOf(announcementNumber * 1_000),
  isRecall: false,
  isStillCalled: true,
  ...changes,
});
const announced = (count: number, number: number, changes?: Partial<BoardCall>): BoardEvent => ({
  type: 'announced',
  call: call(count, number, changes),
});
const ended = (count: number): BoardEvent => ({ type: 'callEnded', ticketNumber: ticketNumberOf('D', count) });
const numbers = (events: readonly BoardEvent[]) =>
  foldBoardView(emptyBoardView, events).calls.map(({ ticketNumber }) => ticketNumber);

describe('the board', () => {
  it('given calls, then the newest is first', () => {
    expect(numbers([announced(1, 1), announced(2, 2), announced(3, 3)])).toEqual(['D003', 'D002', 'D001']);
  });

  it('given a recall, then the ticket keeps one row and moves to the top', () => {
    const view = foldBoardView(emptyBoardView, [announced(1, 1), announced(2, 2), announced(1, 3, { isRecall: true })]);
    expect(view.calls).toEqual([call(1, 3, { isRecall: true }), call(2, 2)]);
    expect(view.lastAnnouncementNumber).toBe(3);
  });

  it('given a call that ended, then its row stays as a past call', () => {
    const view = foldBoardView(emptyBoardView, [announced(1, 1), announced(2, 2), ended(1)]);
    expect(view.calls.map(({ isStillCalled }) => isStillCalled)).toEqual([true, false]);
  });

  it('given somebody who was missed and is called again, then the row is a live call again', () => {
    const view = foldBoardView(emptyBoardView, [announced(1, 1), ended(1), announced(1, 2)]);
    expect(view.calls).toEqual([call(1, 2)]);
  });

  it('given the end of a call that the board no longer shows, then nothing happens', () => {
    expect(foldBoardView(emptyBoardView, [ended(7)])).toEqual(emptyBoardView);
  });

  it('given a new day, then the rows go and the announcement number stays', () => {
    const view = foldBoardView(emptyBoardView, [announced(1, 1), announced(2, 2), { type: 'boardCleared' }]);
    expect(view).toEqual({ ...emptyBoardView, lastAnnouncementNumber: 2 });
  });

  it('given a whole day of calls, then only the last two dozen are kept', () => {
    const day = Array.from({ length: 100 }, (_, index) => announced(index + 1, index + 1));
    const kept = numbers(day);
    expect(kept).toHaveLength(24);
    expect([kept[0], kept.at(-1)]).toEqual(['D100', 'D077']);
  });

  it('given any events in any batches, then the picture is the same, fits its schema, and the old one is untouched', () => {
    const count = fc.integer({ min: 1, max: 40 });
    const event: fc.Arbitrary<BoardEvent> = fc.oneof(
      fc.tuple(count, fc.nat()).map(([ticket, number]) => announced(ticket, number)),
      count.map(ended),
      fc.constant<BoardEvent>({ type: 'boardCleared' }),
    );
    fc.assert(
      fc.property(fc.array(event, { maxLength: 60 }), fc.nat({ max: 60 }), (events, cut) => {
        const first = foldBoardView(emptyBoardView, events.slice(0, cut));
        const before = JSON.stringify(first);
        const whole = foldBoardView(emptyBoardView, events);
        expect(foldBoardView(first, events.slice(cut))).toEqual(whole);
        expect(JSON.stringify(first)).toBe(before);
        expect(boardViewSchema.parse(JSON.parse(JSON.stringify(whole)))).toEqual(whole);
        expect(new Set(whole.calls.map(({ ticketNumber }) => ticketNumber)).size).toBe(whole.calls.length);
      }),
    );
  });
});
