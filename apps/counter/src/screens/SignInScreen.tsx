import {
  accentStyle,
  ConnectionBanner,
  DemoLabel,
  keepShortWords,
  OfficeMark,
  ServiceName,
  ServiceTile,
  useNow,
  useText,
} from '@okienko/kit';
import { type CounterFigures, type CounterSettings, textIn } from '@okienko/shared';
import type { Translate } from '@okienko/shared/text';
import type { ReactNode } from 'react';
import { AlarmNotices } from '../components/AlarmNotices.tsx';
import { Clock } from '../components/Clock.tsx';
import { Notice } from '../components/Notice.tsx';
import { useConfiguration, usePage } from '../console/Page.tsx';
import { waitingByService } from '../desk/findDesk.ts';
import { longestWaitOf } from '../desk/longestWait.ts';
import { CounterChoice } from '../signIn/CounterChoice.tsx';
import { SignInForm } from '../signIn/SignInForm.tsx';
import { SignInStrip } from '../signIn/SignInStrip.tsx';
import { useSignIn } from '../signIn/useSignIn.ts';

/** Which counter, and who: the page of a console at which nobody is signed in. `notice` says what ended the last work. */
export function SignInScreen({ notice }: { readonly notice: string | null }): ReactNode {
  const text = useText();
  const { state, language, form } = usePage();
  const { counters, branch } = useConfiguration();
  const signIn = useSignIn();
  const chosen = counters.find(({ id }) => id === signIn.counterId) ?? null;
  if (form === 'strip') return <SignInStrip signIn={signIn} label={chosen?.label ?? null} notice={notice} />;
  return (
    <div className={`counter sign-in ${form} ${state.connection === 'live' ? '' : 'stale'}`}>
      <SignInBar />
      <div className="notices">
        <ConnectionBanner state={state} timeZone={branch.timeZone} language={language}>
          {keepShortWords(text('counter.stale.explain'))}
        </ConnectionBanner>
        {notice !== null && <Notice testId="taken-over">{notice}</Notice>}
        <AlarmNotices limit={3} />
      </div>
      <main className="desk">
        <section className="visit">
          <h1>{text('counter.signIn.title')}</h1>
          <p className="sub">{text('counter.signIn.remembers')}</p>
          <CounterChoice chosenId={signIn.counterId} onChoose={signIn.choose} />
          <p className="reason">{keepShortWords(text('counter.signIn.takeoverHint'))}</p>
        </section>
        <section className="waiting">
          {chosen !== null && <ChosenHead settings={chosen} />}
          <SignInForm signIn={signIn} label={chosen?.label ?? null} />
          {chosen !== null && <ChosenServices settings={chosen} />}
        </section>
      </main>
    </div>
  );
}

function SignInBar(): ReactNode {
  const text = useText();
  const { state, language } = usePage();
  const { branch } = useConfiguration();
  const isLive = state.connection === 'live';
  return (
    <header className="topbar">
      <OfficeMark ground="dark" className="brand" />
      <b>{textIn(branch.name, language)}</b>
      <span className={isLive ? 'dot' : 'dot is-lost'}>
        {text(isLive ? 'counter.status.connected' : 'counter.status.lost')}
      </span>
      {branch.isDemo && <DemoLabel />}
      <span className="spacer" />
      <Clock />
    </header>
  );
}

function ChosenHead({ settings }: { readonly settings: CounterSettings }): ReactNode {
  const text = useText();
  const { state, replica } = usePage();
  const configuration = useConfiguration();
  const now = useNow(replica);
  const waiting = waitingByService(state.view, configuration, settings);
  const count = waiting.reduce((sum, { tickets }) => sum + tickets.length, 0);
  const minutes = now === null ? null : longestWaitOf(waiting, now);
  const people =
    minutes === null ? text('counter.signIn.nobodyWaits') : text('counter.signIn.nowWaiting', { count, minutes });
  return (
    <>
      <h2 className="chosen">{text('counter.place', { counter: settings.label })}</h2>
      <p className="sub">{keepShortWords(`${people} ${openingWords(state.figures, text)}`)}</p>
    </>
  );
}

function ChosenServices({ settings }: { readonly settings: CounterSettings }): ReactNode {
  const text = useText();
  const { state, language } = usePage();
  const configuration = useConfiguration();
  return (
    <div className="mine">
      <h3>{text('counter.signIn.mine')}</h3>
      <ul className="serves">
        {waitingByService(state.view, configuration, settings).map(({ service, tickets }) => (
          <li key={service.id} style={accentStyle(configuration.serviceGroups, service.group, 'light')}>
            <ServiceTile letter={service.letter} groupId={service.group} />
            <span>
              <ServiceName name={textIn(service.name, language)} />
            </span>
            <span>{text('counter.main.waiting', { count: tickets.length })}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function openingWords(figures: CounterFigures | null, text: Translate): string {
  if (figures === null) return '';
  if (figures.opening.state === 'closed') return text('counter.signIn.closed');
  const closesAt = figures.opening.closesAt;
  return closesAt === null ? '' : text('counter.signIn.openUntil', { time: closesAt.time });
}
