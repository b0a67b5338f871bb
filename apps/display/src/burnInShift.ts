import type { Instant } from '@okienko/shared';

const stepMs = 600_000;
const stepPx = 2;
const corners = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
] as const;

/**
 * Where the whole picture stands at this moment, in screen pixels: one corner of a square of 2 px after the other,
 * ten minutes each, so that no edge burns into a panel that shows the same frame all day.
 */
export function burnInShift(now: Instant): { readonly xPx: number; readonly yPx: number } {
  const [x, y] = corners[Math.floor(now / stepMs) % corners.length] ?? corners[0];
  return { xPx: x * stepPx, yPx: y * stepPx };
}
