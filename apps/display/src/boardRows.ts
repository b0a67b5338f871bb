import type { AnnouncementQueue, BoardCall } from '@okienko/shared';

/** What stands beside the large place: who is called and waits for it, and who was called before. */
export type BoardRows = { readonly soon: readonly BoardCall[]; readonly recent: readonly BoardCall[] };

/** Rows that fit beside the large place without getting smaller. */
const rowsWithoutQueue = 6;
/** The second heading takes the height of about one row. */
const rowsWithQueue = 5;

/** The rows of the board: each ticket once, never the one in the large place; the queue goes before the past. */
export function boardRows(calls: readonly BoardCall[], queue: AnnouncementQueue): BoardRows {
  const largeNumber = queue.large?.call.ticketNumber;
  const soon = queue.waiting.filter((call) => call.ticketNumber !== largeNumber).slice(0, rowsWithoutQueue);
  const shown = new Set([largeNumber, ...queue.waiting.map((call) => call.ticketNumber)]);
  const free = soon.length === 0 ? rowsWithoutQueue : Math.max(0, rowsWithQueue - soon.length);
  return { soon, recent: calls.filter((call) => !shown.has(call.ticketNumber)).slice(0, free) };
}
