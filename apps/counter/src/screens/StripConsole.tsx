import { accentStyle, CheckIcon, DemoLabel, formatTimeWithSeconds, keepShortWords, useText } from '@okienko/kit';
import { type Alarm, textIn } from '@okienko/shared';
import { type ReactNode, useEffect } from 'react';
import { Clock } from '../components/Clock.tsx';
import { usePausedTime } from '../components/EmptyDesk.tsx';
import { MainKey } from '../components/MainKey.tsx';
import { isUnconfirmed } from '../components/Notices.tsx';
import { useVisitTime } from '../components/Ruler.tsx';
import { CurrentNumber } from '../components/Visit.tsx';
import { useConsole } from '../console/Console.tsx';
import { useConfiguration, usePage } from '../console/Page.tsx';
import { type CurrentTicket, type Desk, serviceOf } from '../desk/findDesk.ts';
import { needsWholeWidth, stripName } from '../desk/stripLayout.ts';
import { elapsedText } from '../desk/waitState.ts';
import { alarmWords } from '../words/alarmWords.ts';
import { rejectionWords } from '../words/rejectionWords.ts';

/** How long news of a press stand in the place of the visit's facts, in milliseconds: there is no other room. */
const newsShownMs = 6_000;

/** The strip over another program: number, service, language, time, waiting count and the main key. */
export function StripConsole(): ReactNode {
  const text = useText();
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
      <h1 className="sr-only">{text('counter.place', { counter: desk.settings.label })}</h1>
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
  const { state, language, settled, senderState, copy } = usePage();
  const { desk } = useConsole();
  const { rejected, dismiss } = settled;
  useEndAfterAWhile(rejected?.commandId, dismiss);
  useEndAfterAWhile(copy.news?.id, copy.dismiss);
  if (state.connection === 'stale' || state.connection === 'refused') return <StaleWords />;
  if (rejected !== null && rejected.command.type !== 'OpenCounter') {
    const words = rejectionWords(rejected.rejection, { view: state.view, language, text });
    return <Alert words={words} testId="rejection" />;
  }
  if (isUnconfirmed(senderState)) {
    return <Alert words={text(`counter.pending.${senderState.progress}`)} />;
  }
  if (copy.news !== null) return <Alert words={copy.news.words} isGood={copy.news.isPrinted} testId="copy-news" />;
  if (desk.currentTicket !== null) return <VisitWords ticket={desk.currentTicket} />;
  return desk.counter.state === 'paused' ? <PausedWords counter={desk.counter} /> : <FreeWords desk={desk} />;
}

function useEndAfterAWhile(id: string | number | undefined, end: () => void): void {
  useEffect(() => {
    if (id === undefined) return undefined;
    const timer = setTimeout(end, newsShownMs);
    return () => clearTimeout(timer);
  }, [id, end]);
}

type AlertProperties = { readonly words: string; readonly isGood?: boolean; readonly testId?: string };

function Alert({ words, isGood = false, testId }: AlertProperties): ReactNode {
  return (
    <p className="alert" role="alert" data-testid={testId}>
      <span className="sign" aria-hidden="true">
        {isGood ? <CheckIcon /> : '!'}
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
  return (
    <StripText
      headline={keepShortWords(stripName(name))}
      isWide={needsWholeWidth(name, language)}
      line={`${ticket.language.toUpperCase()} · ${
        ticket.state === 'serving'
          ? text('counter.ruler.short.usual', { time, minutes: markMs / 60_000 })
          : text('counter.ruler.short.called', { time })
      }`}
    />
  );
}

function FreeWords({ desk }: { readonly desk: Desk }): ReactNode {
  const text = useText();
  return (
    <StripText
      headline={
        <>
          {text('counter.place', { counter: desk.settings.label })} {desk.configuration.branch.isDemo && <DemoLabel />}
        </>
      }
      line={text(desk.waitingCount === 0 ? 'counter.free.nobody' : 'counter.free.ready')}
    />
  );
}

function PausedWords({ counter }: { readonly counter: Parameters<typeof usePausedTime>[0] }): ReactNode {
  const text = useText();
  return <StripText headline={text('counter.paused.title')} line={usePausedTime(counter)} />;
}

function StaleWords(): ReactNode {
  const text = useText();
  const { state, language } = usePage();
  const { timeZone } = useConfiguration().branch;
  const { lastHeartbeatAt } = state;
  return (
    <StripText
      headline={<span role="alert">{text('counter.strip.stale')}</span>}
      line={
        lastHeartbeatAt === null
          ? ''
          : text('counter.strip.staleSince', { time: formatTimeWithSeconds(lastHeartbeatAt, timeZone, language) })
      }
    />
  );
}

type TextProperties = { readonly headline: ReactNode; readonly line: string; readonly isWide?: boolean };

/** Two rows: what, and how many wait; how long, and the time of day, which gives way to a long name. */
function StripText({ headline, line, isWide = false }: TextProperties): ReactNode {
  return (
    <div className="words">
      <div>
        <p className="headline">{headline}</p>
        {!isWide && <WaitingCount />}
      </div>
      <div>
        <p className="line">{line}</p>
        {isWide ? <WaitingCount /> : <Clock />}
      </div>
    </div>
  );
}

function WaitingCount(): ReactNode {
  const text = useText();
  const { state, language } = usePage();
  const { timeZone } = useConfiguration().branch;
  const { desk } = useConsole();
  const alarms = state.figures?.alarms ?? [];
  const words = (alarm: Alarm) => alarmWords(alarm, { timeZone, language, text });
  return (
    <p className="count">
      {alarms.length > 0 && (
        <span className="alarm-mark" role="alert" title={alarms.map(words).join(' ')}>
          !{' '}
          <span className="sr-only">
            {text('counter.alarm.count', { count: alarms.length })}: {alarms.map(words).join(' ')}
          </span>
        </span>
      )}
      <b>{desk.waitingCount}</b> {text('counter.waiting.short', { count: desk.waitingCount })}
    </p>
  );
}
