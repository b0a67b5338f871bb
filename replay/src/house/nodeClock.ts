import { performance } from 'node:perf_hooks';
import { type MachineClock, milliseconds } from '@okienko/shared';

/** The monotonic clock of this process, at real speed. */
export const nodeClock: MachineClock = {
  nowMs: () => milliseconds(performance.now()),
  schedule: (delayMs, task) => {
    const timer = setTimeout(task, delayMs);
    return () => clearTimeout(timer);
  },
};
