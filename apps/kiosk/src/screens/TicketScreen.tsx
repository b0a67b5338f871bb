import { accentStyle, formatMinutesRange, Plate, ServiceName, TicketNumber, useText } from '@okienko/kit';
import { type KioskConfiguration, type KioskView, type Replica, textIn } from '@okienko/shared';
import { Fragment, type ReactNode } from 'react';
import { Header } from '../components/Header.tsx';
import { useKiosk } from '../components/KioskContext.ts';
import { PaperNext, PaperNotice } from '../components/PaperWord.tsx';
import { TopBar } from '../components/TopBar.tsx';
import type { IssuedTicket, Step } from '../journey.ts';
import { isPaperMissing, paperOf } from '../paper.ts';

type Properties = {
  readonly replica: Pick<Replica<unknown, unknown>, 'now' | 'state'>;
  readonly configuration: KioskConfiguration;
  readonly step: Extract<Step, { at: 'ticket' }>;
  readonly prints: KioskView['prints'];
  readonly secondsLeft: number | null;
};

/** The confirmed number across the page, what happens next, and whether there is paper to take. */
export function TicketScreen({ replica, configuration, step, prints, secondsLeft }: Properties): ReactNode {
  const text = useText();
  const { settings } = useKiosk();
  const { isLow } = settings;
  const { branch, services, serviceGroups } = configuration;
  const { ticket } = step;
  const paper = paperOf(ticket.printJobId, prints, step.printWait);
  const service = services.find(({ id }) => id === ticket.serviceId);
  const hasNotice = isPaperMissing(paper);
  const top = <TopBar languages={branch.languages} back={null} />;
  return (
    <>
      <Header replica={replica} branch={branch} />
      {!isLow && top}
      <main
        className={hasNotice ? 'ticket-page has-notice' : 'ticket-page'}
        style={service && accentStyle(serviceGroups, service.group, 'light')}
      >
        <PaperNotice paper={paper} />
        <div className="your-number">
          <h1 tabIndex={-1}>{text('ticket.number.label')}</h1>
          <p data-testid="ticket-number">
            <TicketNumber value={ticket.ticketNumber} />
          </p>
          {service !== undefined && (
            <p className="what">
              <ServiceName name={textIn(service.name, settings.language)} />
            </p>
          )}
        </div>
        <NextSteps configuration={configuration} ticket={ticket} />
        <PaperNext paper={paper} />
        {isLow && top}
        <FinishKeys secondsLeft={secondsLeft} />
      </main>
    </>
  );
}

type NextProperties = { readonly configuration: KioskConfiguration; readonly ticket: IssuedTicket };

function NextSteps({ configuration, ticket }: NextProperties): ReactNode {
  const text = useText();
  const { settings, layout } = useKiosk();
  const isShort = layout === 'small' || settings.isLarge;
  const labels = ticket.counterIds.flatMap((id) => configuration.counters.filter((counter) => counter.id === id));
  return (
    <dl className="next">
      <div>
        <dt>{text('ticket.ahead.label')}</dt>
        <dd>{text('ticket.ahead.value', { count: ticket.peopleAhead })}</dd>
      </div>
      {ticket.waitRange !== null && (
        <div>
          <dt>{text('ticket.wait.label')}</dt>
          <dd>{formatMinutesRange(text, ticket.waitRange)}</dd>
        </div>
      )}
      {labels.length > 0 && (
        <div>
          <dt>{text(isShort ? 'ticket.counter.label' : 'kiosk.ticket.counters')}</dt>
          <dd className="plates">
            {labels.map(({ id, label }, index) => (
              <Fragment key={id}>
                {index > 0 && <span>{index === labels.length - 1 ? text('kiosk.ticket.or') : ','}</span>}
                <Plate label={label} />
              </Fragment>
            ))}
          </dd>
        </div>
      )}
    </dl>
  );
}

function FinishKeys({ secondsLeft }: Pick<Properties, 'secondsLeft'>): ReactNode {
  const text = useText();
  const { dispatch } = useKiosk();
  return (
    <div className="finish">
      {secondsLeft !== null && <p>{text('kiosk.ticket.homeIn', { seconds: secondsLeft })}</p>}
      <div>
        <button type="button" className="key" data-testid="longer" onClick={() => dispatch({ type: 'touched' })}>
          {text('kiosk.ticket.longer')}
        </button>
        <button type="button" className="main-key" data-testid="done" onClick={() => dispatch({ type: 'finished' })}>
          {text('kiosk.ticket.done')}
        </button>
      </div>
    </div>
  );
}
