import { formatTime, keepShortWords, useNow, useText } from '@okienko/kit';
import { type CounterState, durationBetween, milliseconds, textIn } from '@okienko/shared';
import type { Translate } from '@okienko/shared/text';
import type { ReactNode } from 'react';
import { useConsole } from '../console/Console.tsx';
import { useConfiguration, usePage } from '../console/Page.tsx';
import { longestWaitOf } from '../desk/longestWait.ts';
import { elapsedText } from '../desk/waitState.ts';

/** Words in the number's place while nobody is at the counter. */
export function FreeDesk(): ReactNode {
  const text = useText();
  const { desk } = useConsole();
  const longest = useLongestWait();
  return (
    <>
      <p className="label">{text('counter.visit.now')}</p>
      <p className="big-words">{text(desk.waitingCount === 0 ? 'counter.free.nobody' : 'counter.free.ready')}</p>
      <p className="sub">
        {keepShortWords(
          desk.waitingCount === 0 ? text('counter.free.nobody.sub') : waitingSentence(desk.waitingCount, longest, text),
        )}
      </p>
    </>
  );
}

/** The break: its reason, since when, and how long already. */
export function PausedDesk({ counter }: { readonly counter: Extract<CounterState, { state: 'paused' }> }): ReactNode {
  const text = useText();
  const { language } = usePage();
  const { branch, breakReasons } = useConfiguration();
  const elapsed = usePausedTime(counter);
  const reason = breakReasons.find(({ id }) => id === counter.reasonId);
  return (
    <>
      <p className="label">{text('counter.visit.now')}</p>
      <p className="big-words">{text('counter.paused.title')}</p>
      <p className="sub">
        {text('counter.paused.since', {
          reason: reason === undefined ? text('counter.paused.title') : textIn(reason.name, language),
          time: formatTime(counter.pausedAt, branch.timeZone, language),
        })}{' '}
        · <b role="timer">{elapsed}</b>
      </p>
    </>
  );
}

/** How long the break lasts, as `4:12`, by the server's clock. */
export function usePausedTime(counter: Extract<CounterState, { state: 'paused' }>): string {
  const { replica } = usePage();
  const now = useNow(replica) ?? counter.pausedAt;
  return elapsedText(milliseconds(durationBetween(counter.pausedAt, now)));
}

function useLongestWait(): number | null {
  const { replica } = usePage();
  const { desk } = useConsole();
  const now = useNow(replica);
  return now === null ? null : longestWaitOf(desk.waiting, now);
}

function waitingSentence(count: number, longestMinutes: number | null, text: Translate): string {
  const people = text('counter.waiting.count', { count });
  return longestMinutes === null
    ? people
    : `${people}, ${text('counter.waiting.longest', { minutes: longestMinutes })}.`;
}
