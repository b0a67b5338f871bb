import { type MachineClock, milliseconds } from '@okienko/shared';

/** The browser's monotonic clock: never set back, real speed, milliseconds since the page was opened. */
export const browserMachineClock: MachineClock = {
  nowMs: () => milliseconds(performance.now()),
  schedule: (delayMs, task) => {
    const timer = setTimeout(task, delayMs);
    return () => clearTimeout(timer);
  },
};
