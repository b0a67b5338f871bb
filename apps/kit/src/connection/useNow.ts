import type { Instant, Replica } from '@okienko/shared';
import { useEffect, useState } from 'react';
import { repaintDelay } from './repaintDelay.ts';

/** How soon the clock is looked at again while the server has not yet said what time it is, in milliseconds. */
const firstLookMs = 100;

/**
 * Server time, repainted at whole multiples of `everyMs`, so that all screens of a hall change their minute together;
 * null before the first heartbeat. It goes on while the connection is lost.
 */
export function useNow(
  replica: Pick<Replica<unknown, unknown>, 'now' | 'state'>,
  everyMs: number = 1_000,
): Instant | null {
  const [now, setNow] = useState(() => replica.now());
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tick = () => {
      const current = replica.now();
      setNow(current);
      const { clockRate } = replica.state();
      timer = setTimeout(tick, current === null ? firstLookMs : repaintDelay(current, everyMs, clockRate));
    };
    tick();
    return () => clearTimeout(timer);
  }, [replica, everyMs]);
  return now;
}
