import { assertNever } from '../base/assert.ts';
import { after, durationBetween, type Instant } from '../base/time.ts';
import type { CounterState } from './counter.ts';

/** The business clock stood at `from` and was set to `to`. */
export type ClockCorrection = { readonly from: Instant; readonly to: Instant };

/**
 * A moment of the past in the corrected clock's terms.
 *
 * What lies after `to` was surely stamped by the wrong clock and moves back with it; what lies before it stays, because
 * nobody knows when the clock began to be wrong.
 */
export function correctedInstant(at: Instant, { from, to }: ClockCorrection): Instant {
  return to < from && at > to ? after(at, durationBetween(from, to)) : at;
}

/**
 * Since when people wait in the corrected clock's terms; they come in the order of their places, first one first.
 *
 * A correction must not let anybody be passed: neither by those behind them nor by those who come later.
 */
export function correctedWaits(inOrder: readonly Instant[], correction: ClockCorrection): readonly Instant[] {
  let behind = correction.to;
  return inOrder
    .toReversed()
    .map((waitingSince) => {
      const corrected = correctedInstant(waitingSince, correction);
      behind = corrected < behind ? corrected : behind;
      return behind;
    })
    .reverse();
}

/** A counter with its moments in the corrected clock's terms. */
export function correctedCounter(counter: CounterState, correction: ClockCorrection): CounterState {
  switch (counter.state) {
    case 'closed':
      return counter;
    case 'open':
      return { ...counter, openedAt: correctedInstant(counter.openedAt, correction) };
    case 'paused': {
      const pausedAt = correctedInstant(counter.pausedAt, correction);
      return { ...counter, pausedAt, openedAt: correctedInstant(counter.openedAt, correction) };
    }
    default:
      return assertNever(counter);
  }
}
