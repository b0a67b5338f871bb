import { accentStyle, useText } from '@okienko/kit';
import { assertNever } from '@okienko/shared';
import type { ReactNode } from 'react';
import { ActionKeys, RestLine } from '../components/ActionKeys.tsx';
import { BreakPanel } from '../components/BreakPanel.tsx';
import { CancelCurrentKey, CancelCurrentQuestion } from '../components/CancelCurrent.tsx';
import { FreeDesk, PausedDesk } from '../components/EmptyDesk.tsx';
import { MainKey } from '../components/MainKey.tsx';
import { NextPerson } from '../components/NextPerson.tsx';
import { Notices } from '../components/Notices.tsx';
import { OutcomeGroup } from '../components/OutcomeGroup.tsx';
import { LastVisits, MissedTickets } from '../components/PastVisits.tsx';
import { Ruler } from '../components/Ruler.tsx';
import { PrinterPanel } from '../components/PrinterPanel.tsx';
import { ReprintKey } from '../components/ReprintKey.tsx';
import { EmptyServices } from '../components/ServiceCounts.tsx';
import { SignOffPanel } from '../components/SignOffPanel.tsx';
import { TopBar } from '../components/TopBar.tsx';
import {
  Announced,
  CurrentNumber,
  ServiceCardLine,
  VisitFacts,
  VisitHistory,
  VisitLabel,
  VisitService,
} from '../components/Visit.tsx';
import { WaitingList } from '../components/WaitingList.tsx';
import { useConsole } from '../console/Console.tsx';
import { usePage } from '../console/Page.tsx';
import { type CurrentTicket, serviceOf } from '../desk/findDesk.ts';

/** The whole console: the visit and its keys on the left, who waits and why on the right. */
export function FullConsole(): ReactNode {
  const { state } = usePage();
  const { desk } = useConsole();
  return (
    <div className={`counter full ${state.connection === 'live' ? '' : 'stale'}`}>
      <TopBar />
      <Notices currentNumber={desk.currentTicket?.ticketNumber ?? null} />
      <main className="desk">
        <VisitSide />
        <section className="waiting">
          <WaitingSide />
        </section>
      </main>
    </div>
  );
}

function VisitSide(): ReactNode {
  const { desk } = useConsole();
  return (
    <section className="visit">
      {desk.currentTicket === null ? <NoVisit /> : <OpenVisit ticket={desk.currentTicket} />}
      <div className="go">
        <RestLine />
        <MainKey />
        <ActionKeys />
      </div>
    </section>
  );
}

function NoVisit(): ReactNode {
  const { desk } = useConsole();
  return (
    <div className="free">
      {desk.counter.state === 'paused' ? <PausedDesk counter={desk.counter} /> : <FreeDesk />}
      <LastVisits />
    </div>
  );
}

function OpenVisit({ ticket }: { readonly ticket: CurrentTicket }): ReactNode {
  const { desk, panel } = useConsole();
  const { serviceGroups } = desk.configuration;
  const service = serviceOf(desk.configuration, ticket.serviceId);
  return (
    <div className="person" style={service === null ? undefined : accentStyle(serviceGroups, service.group, 'light')}>
      <VisitLabel ticket={ticket} />
      <div className="line">
        <CurrentNumber ticket={ticket} />
        <div>
          <VisitService ticket={ticket} />
          <VisitFacts ticket={ticket} />
        </div>
      </div>
      <Ruler ticket={ticket} />
      <div className="history-row">
        <VisitHistory ticket={ticket} />
        <ReprintKey className="small" />
      </div>
      {ticket.state === 'called' && panel !== 'cancelCurrent' && (
        <div className="announced">
          <Announced ticket={ticket} />
          <CancelCurrentKey />
        </div>
      )}
      {panel === 'cancelCurrent' && <CancelCurrentQuestion ticket={ticket} />}
      {ticket.state === 'serving' && <OutcomeGroup />}
      <ServiceCardLine ticket={ticket} />
    </div>
  );
}

function WaitingSide(): ReactNode {
  const text = useText();
  const { desk, panel, askedTicketId } = useConsole();
  switch (panel) {
    case 'break':
      return <BreakPanel />;
    case 'signOff':
      return <SignOffPanel />;
    case 'printer':
      return <PrinterPanel ticketId={askedTicketId} />;
    case 'cancelCurrent':
    case null:
      return (
        <>
          <NextPerson />
          <section className="rows" aria-label={text('counter.list.label')}>
            {desk.waitingCount === 0 ? <EmptyServices waiting={desk.waiting} /> : <WaitingList />}
          </section>
          {desk.currentTicket !== null && <MissedTickets />}
        </>
      );
    default:
      return assertNever(panel);
  }
}
