import {
  accentStyle,
  ConnectionBanner,
  DemoLabel,
  Plate,
  StateLight,
  TicketNumber,
  useNow,
  useText,
} from '@okienko/kit';
import { assertNever } from '@okienko/shared';
import type { ReactNode } from 'react';
import { ActionKeys } from '../components/ActionKeys.tsx';
import { AlarmNotices } from '../components/AlarmNotices.tsx';
import { BreakPanel } from '../components/BreakPanel.tsx';
import { CancelCurrentKey, CancelCurrentQuestion } from '../components/CancelCurrent.tsx';
import { CopyNotice } from '../components/CopyNotice.tsx';
import { Clock } from '../components/Clock.tsx';
import { FreeDesk, PausedDesk } from '../components/EmptyDesk.tsx';
import { KeyButton } from '../components/KeyButton.tsx';
import { MainKey } from '../components/MainKey.tsx';
import { useNextInLine } from '../components/NextPerson.tsx';
import { isUnconfirmed, PressNotice } from '../components/Notices.tsx';
import { OutcomeGroup } from '../components/OutcomeGroup.tsx';
import { PrinterPanel } from '../components/PrinterPanel.tsx';
import { ReprintKey } from '../components/ReprintKey.tsx';
import { Ruler } from '../components/Ruler.tsx';
import { LetterCounts } from '../components/ServiceCounts.tsx';
import { SignOffPanel } from '../components/SignOffPanel.tsx';
import { Status } from '../components/Status.tsx';
import { Announced, CurrentNumber, VisitFacts, VisitLabel, VisitService } from '../components/Visit.tsx';
import { type Console, useConsole } from '../console/Console.tsx';
import { useConfiguration, usePage } from '../console/Page.tsx';
import { type CurrentTicket, serviceOf } from '../desk/findDesk.ts';
import { worstWaitOf } from '../desk/longestWait.ts';
import { keyCaps, keyShortcuts } from '../keys/keyboard.ts';

/** A column beside another program: the visit, its keys, and in short who waits. */
export function DockConsole(): ReactNode {
  const text = useText();
  const { state, language } = usePage();
  const { desk, panel, askedTicketId } = useConsole();
  const { branch } = useConfiguration();
  return (
    <div className={`counter dock ${state.connection === 'live' ? '' : 'stale'}`}>
      <header className="topbar">
        <Plate label={desk.settings.label} />
        <h1 className="sr-only">{text('counter.place', { counter: desk.settings.label })}</h1>
        <Status />
        {branch.isDemo && <DemoLabel />}
        <span className="spacer" />
        <Clock />
      </header>
      <ConnectionBanner state={state} timeZone={branch.timeZone} language={language} />
      <main className="body">
        <DockBody panel={panel} askedTicketId={askedTicketId} />
      </main>
    </div>
  );
}

function DockBody({ panel, askedTicketId }: Pick<Console, 'panel' | 'askedTicketId'>): ReactNode {
  switch (panel) {
    case 'break':
      return <BreakPanel />;
    case 'signOff':
      return <SignOffPanel />;
    case 'printer':
      return <PrinterPanel ticketId={askedTicketId} />;
    case 'cancelCurrent':
    case null:
      return <DockDesk />;
    default:
      return assertNever(panel);
  }
}

function DockDesk(): ReactNode {
  const text = useText();
  const { desk, meanings, press } = useConsole();
  const isPaused = desk.counter.state === 'paused';
  return (
    <>
      {desk.currentTicket === null ? (
        <div className="free">
          {desk.counter.state === 'paused' ? <PausedDesk counter={desk.counter} /> : <FreeDesk />}
        </div>
      ) : (
        <DockVisit ticket={desk.currentTicket} />
      )}
      <MainKey />
      <ActionKeys>
        <KeyButton
          name="pause"
          meaning={meanings.pause}
          onPress={press}
          label={text(isPaused ? 'counter.key.pause.end' : 'counter.key.pause')}
          cap={keyCaps.pause}
          shortcut={keyShortcuts.pause}
          testId="pause"
        />
        {desk.currentTicket?.state === 'called' ? (
          <CancelCurrentKey />
        ) : (
          <KeyButton
            name="signOff"
            meaning={meanings.signOff}
            onPress={press}
            label={text('counter.key.signOff')}
            cap={keyCaps.signOff}
            shortcut={keyShortcuts.signOff}
            testId="sign-off"
          />
        )}
        <ReprintKey />
      </ActionKeys>
      {desk.currentTicket?.state === 'called' && <Announced ticket={desk.currentTicket} />}
      {desk.currentTicket?.state === 'serving' && <OutcomeGroup isCompact />}
      <DockFoot />
    </>
  );
}

function DockVisit({ ticket }: { readonly ticket: CurrentTicket }): ReactNode {
  const { desk } = useConsole();
  const { serviceGroups } = desk.configuration;
  const service = serviceOf(desk.configuration, ticket.serviceId);
  return (
    <div className="person" style={service === null ? undefined : accentStyle(serviceGroups, service.group, 'light')}>
      <VisitLabel ticket={ticket} />
      <CurrentNumber ticket={ticket} className="big" />
      <VisitService ticket={ticket} />
      <VisitFacts ticket={ticket} />
      <Ruler ticket={ticket} />
    </div>
  );
}

/** Who waits, in short; a question or a refused press takes its place, so that no key moves. */
function DockFoot(): ReactNode {
  const text = useText();
  const { replica, settled, senderState, state, copy } = usePage();
  const alarmCount = state.figures?.alarms.length ?? 0;
  const hasCopyNotice = copy.news !== null && !copy.news.isPrinted;
  const { desk, panel } = useConsole();
  const now = useNow(replica);
  const next = useNextInLine();
  if (panel === 'cancelCurrent' && desk.currentTicket !== null) {
    return <CancelCurrentQuestion ticket={desk.currentTicket} />;
  }
  const worst = now === null ? null : worstWaitOf(desk.waiting, now);
  const hasPressNotice = settled.rejected !== null || isUnconfirmed(senderState) || hasCopyNotice;
  const hasNotices = hasPressNotice || alarmCount > 0;
  return (
    <div className="line2">
      <PressNotice />
      <CopyNotice />
      {!hasPressNotice && <AlarmNotices limit={1} />}
      <p>
        <b>{text('counter.waiting.count', { count: desk.waitingCount })}</b>
        {worst !== null && worst.count > 0 && <StateLight light={worst.state}>{worstWords(worst, text)}</StateLight>}
      </p>
      {!hasNotices && <LetterCounts waiting={desk.waiting} />}
      {!hasNotices && next !== null && state.connection === 'live' && (
        <div className="nextline">
          <TicketNumber value={next.ticket.ticketNumber} />
          <p>{text('counter.next.short', { waited: next.waitedMinutes, target: next.service.targetWaitMinutes })}</p>
        </div>
      )}
    </div>
  );
}

function worstWords({ state, count }: ReturnType<typeof worstWaitOf>, text: ReturnType<typeof useText>): string {
  switch (state) {
    case 'late':
      return text('counter.wait.countLate', { count });
    case 'near':
      return text('counter.wait.countNear', { count });
    case 'ok':
      return text('counter.wait.allOk');
    default:
      return assertNever(state);
  }
}
