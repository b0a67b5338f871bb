/** Full console, docked column, or the strip over another program. */
export type ConsoleForm = 'full' | 'dock' | 'strip';

const leastFullWidthPx = 1_000;
const leastDockHeightPx = 260;

/** The form for a window of this size in CSS pixels: 1366×768 is full, 360×768 a dock, 360×120 the strip. */
export function consoleFormOf(widthPx: number, heightPx: number): ConsoleForm {
  if (widthPx >= leastFullWidthPx && heightPx >= leastDockHeightPx) return 'full';
  return heightPx >= leastDockHeightPx ? 'dock' : 'strip';
}
