import type { Instant } from '@okienko/shared';
import type { WaitingGroup } from './findDesk.ts';
import { type WaitState, waitStateOf, wholeMinutesBetween } from './waitState.ts';

/** The longest wait among the groups in whole minutes; null where nobody waits. */
export function longestWaitOf(waiting: readonly WaitingGroup[], now: Instant): number | null {
  const waits = waiting.flatMap(({ tickets }) =>
    tickets.slice(0, 1).map((ticket) => wholeMinutesBetween(ticket.waitingSince, now)),
  );
  return waits.length === 0 ? null : Math.max(...waits);
}

/** How many people stand in the worst state that anybody is in: what a column that has no room for a list must say. */
export function worstWaitOf(
  waiting: readonly WaitingGroup[],
  now: Instant,
): { readonly state: WaitState; readonly count: number } {
  const counts: Record<WaitState, number> = { ok: 0, near: 0, late: 0 };
  for (const { service, tickets } of waiting) {
    for (const ticket of tickets) {
      counts[waitStateOf(wholeMinutesBetween(ticket.waitingSince, now), service.targetWaitMinutes)] += 1;
    }
  }
  if (counts.late > 0) return { state: 'late', count: counts.late };
  return counts.near > 0 ? { state: 'near', count: counts.near } : { state: 'ok', count: counts.ok };
}
