import { seqOf } from '@okienko/shared';
import { configurationOf, emptyBranchState } from '../../domain/branchState.ts';
import { evolve } from '../../domain/evolve.ts';
import type { TestBranch } from '../../domain/testing/given.ts';
import { project, type TurnEvents } from '../audienceViews.ts';

/** What each event of a branch's life became for each audience, in order, as the engine projects it. */
export function turnsOf({ events }: TestBranch): readonly TurnEvents[] {
  const state = emptyBranchState();
  return events.map(({ event, at }, index) => {
    evolve(state, event, seqOf(index + 1), at);
    return project({ event, at, configuration: configurationOf(state) });
  });
}
