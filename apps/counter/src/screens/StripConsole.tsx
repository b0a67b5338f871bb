import { accentStyle, formatTimeWithSeconds, keepShortWords, ServiceName, useText } from '@okienko/kit';
import { textIn } from '@okienko/shared';
import { type ReactNode, useEffect } from 'react';
import { Clock } from '../components/Clock.tsx';
import { usePausedTime } from '../components/EmptyDesk.tsx';
import { MainKey } from '../components/MainKey.tsx';
import { useVisitTime } from '../components/Ruler.tsx';
import { CurrentNumber } from '../components/Visit.tsx';
import { useConsole } from '../console/Console.tsx';
import { useConfiguration, usePage } from '../console/Page.tsx';
import { type CurrentTicket, type Desk, serviceOf } from '../desk/findDesk.ts';
import { needsWholeWidth } from '../desk/stripLayout.ts';
import { elapsedText } from '../desk/waitState.ts';
import { rejectionWords } from '../words/rejectionWords.ts';

/** How long a refusal stands in the place of the visit's facts, in milliseconds: there is no other room for it. */
const refusalShownMs = 6_000;

/** The strip over another program: number, service, language, time, waiting count and the main key. */
export function StripConsole(): ReactNode {
  const { state } = usePage();
  const { desk } = useConsole();
  const { serviceGroups } = useConfiguration();
  const ticket = desk.currentTicket;
  const service = ticket === null ? null : serviceOf(desk.configuration, ticket.serviceId);
  return (
    <main
      className={`counter strip ${state.connection === 'live' ? '' : 'stale'}`}
      style={service === null ? undefined : accentStyle(serviceGroups, service.group, 'light')}
    >
      <div className="info">
        {ticket !== null && <CurrentNumber ticket={ticket} />}
        <StripWords />
      </div>
      <MainKey />
    </main>
  );
}

function StripWords(): ReactNode {
  const text = useText();
  const { state, language, settled, senderState } = usePage();
  const { desk } = useConsole();
  const { rejected, dismiss } = settled;
  const rejectedId = rejected?.commandId;
  useEffect(() => {
    if (rejectedId === undefined) return undefined;
    const timer = setTimeout(dismiss, refusalShownMs);
    return () => clearTimeout(timer);
  }, [rejectedId, dismiss]);
  if (state.connection === 'stale' || state.connection === 'refused') return <StaleWords />;
  if (rejected !== null && rejected.command.type !== 'OpenCounter') {
    const words = rejectionWords(rejected.rejection, { view: state.view, language, text });
    return <Alert words={words} testId="rejection" />;
  }
  if (senderState.phase === 'pending' && (senderState.progress === 'fault' || senderState.progress === 'unanswered')) {
    return <Alert words={text(`counter.pending.${senderState.progress}`)} />;
  }
  if (desk.currentTicket !== null) return <VisitWords ticket={desk.currentTicket} />;
  return desk.counter.state === 'paused' ? <PausedWords counter={desk.counter} /> : <FreeWords desk={desk} />;
}

function Alert({ words, testId }: { readonly words: string; readonly testId?: string }): ReactNode {
  return (
    <p className="alert" role="alert" data-testid={testId}>
      <span className="sign" aria-hidden="true">
        !
      </span>
      {keepShortWords(words)}
    </p>
  );
}

function VisitWords({ ticket }: { readonly ticket: CurrentTicket }): ReactNode {
  const text = useText();
  const { language } = usePage();
  const { elapsedMs, markMs } = useVisitTime(ticket);
  const service = serviceOf(useConfiguration(), ticket.serviceId);
  const name = service === null ? '' : textIn(service.name, language);
  const time = elapsedText(elapsedMs);
  const isWide = needsWholeWidth(name);
  return (
    <div className={isWide ? 'words is-wide' : 'words'}>
      <p>
        <b>
          <ServiceName name={name} />
        </b>
        <span>
          {ticket.language.toUpperCase()} ·{' '}
          {ticket.state === 'serving'
            ? text('counter.ruler.short.usual', { time, minutes: markMs / 60_000 })
            : text('counter.ruler.short.called', { time })}
        </span>
      </p>
      <Counts hasClock={!isWide} />
    </div>
  );
}

function FreeWords({ desk }: { readonly desk: Desk }): ReactNode {
  const text = useText();
  return (
    <div className="words">
      <p>
        <b>{text('counter.place', { counter: desk.settings.label })}</b>
        <span>{text(desk.waitingCount === 0 ? 'counter.free.nobody' : 'counter.free.ready')}</span>
      </p>
      <Counts hasClock />
    </div>
  );
}

function PausedWords({ counter }: Parameters<typeof PausedTime>[0]): ReactNode {
  const text = useText();
  return (
    <div className="words">
      <p>
        <b>{text('counter.paused.title')}</b>
        <PausedTime counter={counter} />
      </p>
      <Counts hasClock />
    </div>
  );
}

function PausedTime({ counter }: { readonly counter: Parameters<typeof usePausedTime>[0] }): ReactNode {
  return <span>{usePausedTime(counter)}</span>;
}

function StaleWords(): ReactNode {
  const text = useText();
  const { state, language } = usePage();
  const { timeZone } = useConfiguration().branch;
  return (
    <div className="words">
      <p role="alert">
        <b>{text('counter.strip.stale')}</b>
        {state.lastHeartbeatAt !== null && (
          <span>
            {text('counter.strip.staleSince', {
              time: formatTimeWithSeconds(state.lastHeartbeatAt, timeZone, language),
            })}
          </span>
        )}
      </p>
      <Counts hasClock />
    </div>
  );
}

function Counts({ hasClock }: { readonly hasClock: boolean }): ReactNode {
  const text = useText();
  const { state } = usePage();
  const { desk } = useConsole();
  const alarmCount = state.figures?.alarms.length ?? 0;
  return (
    <p className="queue">
      <span>
        <b>{desk.waitingCount}</b> {text('counter.waiting.short', { count: desk.waitingCount })}
      </span>
      {alarmCount > 0 ? (
        <span className="alarm-mark" role="alert">
          ! <span className="sr-only">{text('counter.alarm.count', { count: alarmCount })}</span>
        </span>
      ) : (
        hasClock && <Clock />
      )}
    </p>
  );
}
