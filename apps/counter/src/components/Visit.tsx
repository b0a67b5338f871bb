import { formatTime, formatTimeWithSeconds, ServiceName, TicketNumber, useText } from '@okienko/kit';
import { durationBetween, textIn } from '@okienko/shared';
import type { ReactNode } from 'react';
import { useConsole } from '../console/Console.tsx';
import { useConfiguration, usePage } from '../console/Page.tsx';
import { type CurrentTicket, serviceOf } from '../desk/findDesk.ts';
import { PaperMark } from './PaperMark.tsx';

type OfTicket = { readonly ticket: CurrentTicket };

/** The line above the number: called to this counter, or here now; and what became of the ticket's paper. */
export function VisitLabel({ ticket }: OfTicket): ReactNode {
  const text = useText();
  const { desk } = useConsole();
  return (
    <p className="label visit-label">
      <span>
        {ticket.state === 'called'
          ? text('counter.visit.called', { counter: desk.settings.label })
          : text('counter.visit.now')}
      </span>
      <PaperMark print={ticket.print} />
    </p>
  );
}

/** The number of the person at the counter, large. */
export function CurrentNumber({ ticket, className }: OfTicket & { readonly className?: string }): ReactNode {
  return (
    <span data-testid="current-ticket" className={className}>
      <TicketNumber value={ticket.ticketNumber} />
    </span>
  );
}

/** The service in full, in the clerk's language. */
export function VisitService({ ticket }: OfTicket): ReactNode {
  const { language } = usePage();
  const service = serviceOf(useConfiguration(), ticket.serviceId);
  return <h2 className="service">{service !== null && <ServiceName name={textIn(service.name, language)} />}</h2>;
}

/** Language, time in the queue, priority. */
export function VisitFacts({ ticket }: OfTicket): ReactNode {
  const text = useText();
  const { ordinaryClass } = useConfiguration();
  const waitedMs = durationBetween(ticket.waitingSince, ticket.calledAt);
  const minutes = Math.max(0, Math.floor(waitedMs / 60_000));
  return (
    <p className="facts">
      {text(`counter.language.${ticket.language}`)} · {text('counter.visit.inQueue')}{' '}
      <b>{text('counter.minutes', { minutes })}</b>
      {ticket.priorityClass !== ordinaryClass && <span className="mark">{text('counter.mark.priority')}</span>}
    </p>
  );
}

/** The steps of this ticket so far. */
export function VisitHistory({ ticket }: OfTicket): ReactNode {
  const text = useText();
  const { language } = usePage();
  const { desk } = useConsole();
  const { timeZone } = useConfiguration().branch;
  const steps = [
    { at: ticket.issuedAt, words: text('counter.history.issued') },
    { at: ticket.calledAt, words: text('counter.history.called', { counter: desk.settings.label }) },
    ...(ticket.state === 'serving' ? [{ at: ticket.startedAt, words: text('counter.history.started') }] : []),
  ];
  return (
    <ol className="history" aria-label={text('counter.history.label')}>
      {steps.map(({ at, words }) => (
        <li key={words}>
          <b>{formatTime(at, timeZone, language)}</b> {words}
        </li>
      ))}
    </ol>
  );
}

/** When the hall heard the call last, and how often so far. */
export function Announced({ ticket }: OfTicket): ReactNode {
  const text = useText();
  const { language } = usePage();
  const { timeZone } = useConfiguration().branch;
  const time = formatTimeWithSeconds(ticket.lastAnnouncedAt, timeZone, language);
  return <p className="shown">{text('counter.visit.announced', { time, count: ticket.callCount })}</p>;
}

/** The service card in one line: what to bring, the fee, how long it takes. */
export function ServiceCardLine({ ticket }: OfTicket): ReactNode {
  const text = useText();
  const { language } = usePage();
  const service = serviceOf(useConfiguration(), ticket.serviceId);
  if (service === null) return null;
  const { bring, fee, takes } = service.card;
  const items = [(bring[language] ?? bring.pl).join(', '), textIn(fee, language), textIn(takes, language)];
  return (
    <p className="service-card">
      <b>{text('counter.card.label')}</b> {items.join(' · ')}
    </p>
  );
}
