import { browserMachineClock } from '@okienko/kit';
import { type ReactNode, useState } from 'react';
import type { LargeCall } from '@okienko/shared';

type Properties = { readonly large: LargeCall; readonly waitingCount: number };

/** How many calls wait for the large place, and how soon the next one gets it; the words beside say the same. */
export function Turns({ large, waitingCount }: Properties): ReactNode {
  const { heldUntilMs, holdMs } = large;
  const [elapsedMs] = useState(() => holdMs - (heldUntilMs - browserMachineClock.nowMs()));
  return (
    <div className="turns" aria-hidden="true">
      <i>
        <b style={{ animationDuration: `${holdMs}ms`, animationDelay: `${-elapsedMs}ms` }} />
      </i>
      {Array.from({ length: waitingCount }, (_, index) => (
        <i key={index} />
      ))}
    </div>
  );
}
