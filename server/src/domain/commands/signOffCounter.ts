import type { CommandOf } from '@okienko/shared';
import type { BranchState } from '../branchState.ts';
import { accepted, type Decision, type DecisionContext, rejected } from '../decision.ts';
import { ownCounter } from './guards.ts';

/**
 * The clerk leaves the counter, which closes.
 *
 * Rejections: those of the counter, `CounterBusy` while a ticket is there: a visit is never left without a clerk.
 */
export function signOffCounter(
  state: BranchState,
  command: CommandOf<'SignOffCounter'>,
  context: DecisionContext,
): Decision {
  const own = ownCounter(state, command.counterId, context.actor, 'SignOffCounter');
  if (!own.isOk) return rejected(own.rejection);
  const { counter } = own.value;
  if (counter.state === 'open' && counter.currentTicketId !== null) return rejected({ reason: 'CounterBusy' });
  return accepted({ type: 'CounterSignedOff', counterId: command.counterId });
}
