import { assert, assertNever, type EventOf, type Instant } from '@okienko/shared';
import { type BranchState, counterOf } from './branchState.ts';

type CounterEvent = EventOf<'CounterOpened' | 'CounterPaused' | 'CounterResumed' | 'CounterSignedOff'>;

/** Applies an event about a counter's staff to the state, in place. */
export function evolveCounter(state: BranchState, event: CounterEvent, at: Instant): void {
  const { counterId } = event;
  const counter = counterOf(state, counterId);
  switch (event.type) {
    case 'CounterOpened': {
      const { clerkId, deviceId, isTakeover } = event;
      assert(
        isTakeover === (counter.state !== 'closed'),
        `counter ${counterId} is taken over only where it is staffed`,
      );
      const currentTicketId = counter.state === 'open' ? counter.currentTicketId : null;
      state.counters.set(counterId, { state: 'open', clerkId, deviceId, openedAt: at, currentTicketId });
      return;
    }
    case 'CounterPaused': {
      assert(counter.state === 'open' && counter.currentTicketId === null, `counter ${counterId} is open and free`);
      const { clerkId, deviceId, openedAt } = counter;
      const { reasonId } = event;
      state.counters.set(counterId, { state: 'paused', clerkId, deviceId, openedAt, reasonId, pausedAt: at });
      return;
    }
    case 'CounterResumed': {
      assert(counter.state === 'paused', `counter ${counterId} has a break to end`);
      const { clerkId, deviceId, openedAt } = counter;
      state.counters.set(counterId, { state: 'open', clerkId, deviceId, openedAt, currentTicketId: null });
      return;
    }
    case 'CounterSignedOff': {
      const isFree = counter.state === 'paused' || (counter.state === 'open' && counter.currentTicketId === null);
      assert(isFree, `counter ${counterId} is staffed and free`);
      state.counters.set(counterId, { state: 'closed' });
      return;
    }
    default:
      assertNever(event);
  }
}
