const firstDelayMs = 500;
const longestDelayMs = 30_000;

/**
 * How long to wait before a page is opened again, in milliseconds, after `failures` others in a row: 500 ms, doubled
 * each time, never more than 30 s.
 */
export function reloadDelayMs(failures: number): number {
  return Math.min(longestDelayMs, firstDelayMs * 2 ** Math.min(failures, 16));
}
