import { after, type Instant, localMoment, minutes } from '@okienko/shared';
import type { Timeline } from './house/timeline.ts';
import type { Ledger } from './outcome/ledger.ts';

const hourMs = minutes(60);

/** Writes a line at each full hour of business time, until `isOver`. */
export async function tellProgress(
  {
    timeline,
    ledger,
    timeZone,
    write,
  }: {
    readonly timeline: Timeline;
    readonly ledger: Ledger;
    readonly timeZone: string;
    readonly write: (line: string) => void;
  },
  isOver: () => boolean,
): Promise<void> {
  for (;;) {
    const hour = nextHour(await timeline.now());
    await timeline.reach(hour);
    if (isOver()) return;
    const { issued, called, ended } = ledger.counts();
    write(
      `  ${localMoment(hour, timeZone).time}  issued ${issued}  called ${called}  waiting ${issued - called}  closed ${ended}`,
    );
  }
}

/** Time zones whose hours are not full ones of the world's time do without lines at their own full hour. */
function nextHour(now: Instant): Instant {
  return after(now, minutes((hourMs - (now % hourMs)) / minutes(1)));
}
