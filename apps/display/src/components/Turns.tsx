import { browserMachineClock } from '@okienko/kit';
import type { DurationMs } from '@okienko/shared';
import { type ReactNode, useState } from 'react';
import { shortestHoldMs } from '../announcementQueue.ts';

type Properties = { readonly heldUntilMs: DurationMs; readonly waitingCount: number };

/** How many calls wait for the large place, and how soon the next one gets it; the words beside say the same. */
export function Turns({ heldUntilMs, waitingCount }: Properties): ReactNode {
  const [elapsedMs] = useState(() => shortestHoldMs - (heldUntilMs - browserMachineClock.nowMs()));
  return (
    <div className="turns" aria-hidden="true">
      <i>
        <b style={{ animationDuration: `${shortestHoldMs}ms`, animationDelay: `${-elapsedMs}ms` }} />
      </i>
      {Array.from({ length: waitingCount }, (_, index) => (
        <i key={index} />
      ))}
    </div>
  );
}
