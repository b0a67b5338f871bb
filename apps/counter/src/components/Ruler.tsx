import { useNow, useText } from '@okienko/kit';
import { durationBetween, milliseconds } from '@okienko/shared';
import type { CSSProperties, ReactNode } from 'react';
import { useConfiguration, usePage } from '../console/Page.tsx';
import { type CurrentTicket, serviceOf } from '../desk/findDesk.ts';
import { elapsedText } from '../desk/waitState.ts';

/** After this long a called person is usually called again, in seconds: a mark on the ruler, not a rule. */
const recallMarkSeconds = 30;
/** Where the mark stands on the track, in percent: there is room behind it for what takes longer. */
const markPercent = 72;

type TrackStyle = CSSProperties & { readonly '--filled': string };

/** The time of the visit against what is usual, or of the call against the moment to call again; by the server's clock. */
export function Ruler({ ticket }: { readonly ticket: CurrentTicket }): ReactNode {
  const text = useText();
  const { elapsedMs, markMs } = useVisitTime(ticket);
  const time = elapsedText(elapsedMs);
  const filled = Math.min(100, (elapsedMs / markMs) * markPercent);
  const style: TrackStyle = { '--filled': `${filled}%` };
  const isServing = ticket.state === 'serving';
  return (
    <div className="ruler">
      <b aria-label={text(isServing ? 'counter.ruler.serving' : 'counter.ruler.called', { time })} role="timer">
        {time}
      </b>
      <div className="track" style={style}>
        <i />
        <u />
        <span>
          {isServing
            ? text('counter.ruler.usual', { minutes: markMs / 60_000 })
            : text('counter.ruler.recall', { seconds: markMs / 1_000 })}
        </span>
      </div>
    </div>
  );
}

/** How long the current step of the visit lasts, and the mark it is measured against, both in milliseconds. */
export function useVisitTime(ticket: CurrentTicket) {
  const { replica } = usePage();
  const configuration = useConfiguration();
  const since = ticket.state === 'serving' ? ticket.startedAt : ticket.lastAnnouncedAt;
  const now = useNow(replica) ?? since;
  const usualMinutes = serviceOf(configuration, ticket.serviceId)?.typicalServiceMinutes ?? 1;
  const markMs = ticket.state === 'serving' ? usualMinutes * 60_000 : recallMarkSeconds * 1_000;
  return { elapsedMs: milliseconds(Math.max(0, durationBetween(since, now))), markMs };
}
