import { type Instant, type Opening, textIn } from '@okienko/shared';
import { type BranchState, configurationOf, counterOf } from '../domain/branchState.ts';
import { countWaiting } from '../domain/queueOrder.ts';
import { estimateWait, middleOf } from '../domain/waitEstimate.ts';

/** The answer of `GET /api/v1/queues`: how every queue stands, for other programs; no ticket and nobody is in it. */
export type QueuesReport = {
  readonly branch: { readonly id: string; readonly name: string };
  /** Business time in milliseconds since the epoch. */
  readonly at: Instant;
  readonly services: readonly {
    readonly id: string;
    readonly letter: string;
    readonly name: string;
    readonly isOpen: boolean;
    readonly waiting: number;
    readonly openCounters: number;
    /** The number called last today, or null. */
    readonly lastCalled: string | null;
    readonly estimatedWaitMinutes: number | null;
  }[];
};

/** The state of every queue at `now`, in the order of the configuration. */
export function queuesReport(state: BranchState, now: Instant, opening: Opening): QueuesReport {
  const { branch, services, counters } = configurationOf(state);
  return {
    branch: { id: branch.id, name: textIn(branch.name, 'pl') },
    at: now,
    services: services.map((service) => ({
      id: service.id,
      letter: service.letter,
      name: textIn(service.name, 'pl'),
      isOpen: opening.state === 'open',
      waiting: countWaiting(state.lines, service.id),
      openCounters: counters.filter(
        ({ id, services: served }) => served.includes(service.id) && counterOf(state, id).state === 'open',
      ).length,
      lastCalled: state.lastCalled.get(service.id) ?? null,
      estimatedWaitMinutes: middleOf(estimateWait(state, service.id).waitRange),
    })),
  };
}
