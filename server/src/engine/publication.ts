import { type Epoch, type JournalId, required } from '@okienko/shared';
import type { Publication } from './engineRequest.ts';
import type { PlannedTurn } from './turn.ts';

/**
 * One envelope for each audience: all that this turn means to it, over the same positions for all.
 *
 * An audience that learns nothing still gets the positions, so that a gap always means a loss.
 */
export function publicationOf(plan: PlannedTurn, journalId: JournalId, epoch: Epoch): Publication {
  const fromSeq = required(plan.stored[0], 'the first event of a published turn').seq;
  const toSeq = required(plan.stored.at(-1), 'the last event of a published turn').seq;
  const stamp = { journalId, epoch, fromSeq, toSeq };
  return {
    display: { ...stamp, events: plan.published.flatMap(({ display }) => display) },
    kiosk: { ...stamp, events: plan.published.flatMap(({ kiosk }) => kiosk) },
    counter: { ...stamp, events: plan.published.flatMap(({ counter }) => counter) },
  };
}
