import type { CommandOf } from '@okienko/shared';
import type { BranchState } from '../branchState.ts';
import { accepted, type Decision, type DecisionContext, rejected } from '../decision.ts';
import { ownCounter } from './guards.ts';

/** Ends a break. Rejections: those of the counter; `CounterBusy` where there is no break to end. */
export function resumeCounter(
  state: BranchState,
  command: CommandOf<'ResumeCounter'>,
  context: DecisionContext,
): Decision {
  const own = ownCounter(state, command.counterId, context.actor, 'ResumeCounter');
  if (!own.isOk) return rejected(own.rejection);
  return accepted({ type: 'CounterResumed', counterId: command.counterId });
}
