import type { CommandOf } from '@okienko/shared';
import { type BranchState, configurationOf } from '../branchState.ts';
import { accepted, type Decision, type DecisionContext, rejected } from '../decision.ts';
import { ownOpenCounter } from './guards.ts';

/**
 * A break with its reason, between two visits.
 *
 * Rejections: those of the counter, `CounterBusy` while a ticket is there, `BreakReasonUnknown`.
 */
export function pauseCounter(
  state: BranchState,
  command: CommandOf<'PauseCounter'>,
  context: DecisionContext,
): Decision {
  const own = ownOpenCounter(state, command.counterId, context.actor, 'PauseCounter');
  if (!own.isOk) return rejected(own.rejection);
  if (own.value.counter.currentTicketId !== null) return rejected({ reason: 'CounterBusy' });
  if (!configurationOf(state).breakReasons.some(({ id }) => id === command.reasonId)) {
    return rejected({ reason: 'BreakReasonUnknown' });
  }
  return accepted({ type: 'CounterPaused', counterId: command.counterId, reasonId: command.reasonId });
}
