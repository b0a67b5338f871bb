import type { CommandOf, CounterId, Rejection } from '@okienko/shared';
import { type BranchState, configurationOf, counterOf } from '../branchState.ts';
import { accepted, type Decision, rejected } from '../decision.ts';

/**
 * A clerk, whose PIN the session has checked, sits down at a counter with the device that commands it from now on.
 *
 * The same clerk takes the counter over without being asked (a browser that died, another computer), also from a
 * break; another clerk only with `isTakeover`. The ticket at the counter stays there. A clerk works at one counter.
 * Rejections: `CounterUnknown`, `CounterTaken`, `ClerkElsewhere`.
 */
export function openCounter(state: BranchState, command: CommandOf<'OpenCounter'>): Decision {
  const { counterId, clerkId, deviceId, isTakeover } = command;
  if (!configurationOf(state).counters.some(({ id }) => id === counterId)) {
    return rejected({ reason: 'CounterUnknown' });
  }
  const elsewhere = placeElsewhere(state, counterId, command);
  if (elsewhere !== null) return rejected(elsewhere);
  const counter = counterOf(state, counterId);
  if (counter.state === 'closed') {
    return accepted({ type: 'CounterOpened', counterId, clerkId, deviceId, isTakeover: false });
  }
  if (counter.clerkId !== clerkId && !isTakeover) {
    return rejected({ reason: 'CounterTaken', clerkId: counter.clerkId });
  }
  return accepted({ type: 'CounterOpened', counterId, clerkId, deviceId, isTakeover: true });
}

function placeElsewhere(
  state: BranchState,
  counterId: CounterId,
  { clerkId, deviceId }: CommandOf<'OpenCounter'>,
): Rejection | null {
  for (const [otherId, other] of state.counters) {
    if (otherId === counterId || other.state === 'closed') continue;
    if (other.clerkId === clerkId) return { reason: 'ClerkElsewhere', counterId: otherId };
    // One device commanding two counters could not say at which of them its keys act.
    if (other.deviceId === deviceId) return { reason: 'ClerkElsewhere', counterId: otherId };
  }
  return null;
}
