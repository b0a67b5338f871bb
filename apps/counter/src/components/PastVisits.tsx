import { accentStyle, formatTime, TicketNumber, useText } from '@okienko/kit';
import { type CounterConfiguration, type Language, type PastVisit, textIn } from '@okienko/shared';
import type { Translate } from '@okienko/shared/text';
import type { CSSProperties, ReactNode } from 'react';
import { useConsole } from '../console/Console.tsx';
import { useConfiguration, usePage } from '../console/Page.tsx';
import { type MissedTicket, serviceOf } from '../desk/findDesk.ts';
import { missedTicketsOf, pastVisitsOf } from '../desk/pastVisits.ts';
import { reinstateMeaning } from '../keys/keyMeaning.ts';
import { KeyButton } from './KeyButton.tsx';
import { PaperMark } from './PaperMark.tsx';
import { ReprintOther } from './ReprintKey.tsx';

/** The last visits of this counter, newest first, with the way back for those who did not come. */
export function LastVisits(): ReactNode {
  const text = useText();
  const { state, language } = usePage();
  const { desk } = useConsole();
  const configuration = useConfiguration();
  const entries = pastVisitsOf(state.view, desk.settings.id);
  return (
    <section className="before">
      <h2>{text('counter.past.title')}</h2>
      {entries.length === 0 && <p className="facts">{text('counter.past.none')}</p>}
      <ul>
        {entries.map((entry) =>
          entry.kind === 'missed' ? (
            <MissedRow key={entry.ticket.ticketId} ticket={entry.ticket} />
          ) : (
            <li key={entry.visit.ticketId} style={accentOf(configuration, entry.visit.serviceId)}>
              <TicketNumber value={entry.visit.ticketNumber} />
              <span>{formatTime(entry.visit.closedAt, configuration.branch.timeZone, language)}</span>
              <span>{endOf(entry.visit, configuration, language, text)}</span>
            </li>
          ),
        )}
      </ul>
    </section>
  );
}

/** Those who did not come, while another visit has the left side: their way back must not wait for its end. */
export function MissedTickets(): ReactNode {
  const text = useText();
  const { state } = usePage();
  const { desk } = useConsole();
  const missed = missedTicketsOf(state.view, desk);
  if (missed.length === 0) return null;
  return (
    <section className="parked">
      <h2>
        {text('counter.noShows.title')} <span>{text('counter.noShows.hint')}</span>
      </h2>
      <ul>
        {missed.map((ticket) => (
          <MissedRow key={ticket.ticketId} ticket={ticket} />
        ))}
      </ul>
    </section>
  );
}

function MissedRow({ ticket }: { readonly ticket: MissedTicket }): ReactNode {
  const text = useText();
  const { language } = usePage();
  const { situation, press } = useConsole();
  const configuration = useConfiguration();
  return (
    <li style={accentOf(configuration, ticket.serviceId)}>
      <TicketNumber value={ticket.ticketNumber} />
      <span>{formatTime(ticket.missedAt, configuration.branch.timeZone, language)}</span>
      <span>
        {text('counter.closed.noShow')} <PaperMark print={ticket.print} />
      </span>
      <ReprintOther ticket={ticket} />
      <KeyButton
        name={`reinstate:${ticket.ticketId}`}
        meaning={reinstateMeaning(situation, ticket)}
        onPress={press}
        label={text('counter.key.reinstate')}
        about={ticket.ticketNumber}
        className="small"
        testId="reinstate"
      />
    </li>
  );
}

function endOf(visit: PastVisit, configuration: CounterConfiguration, language: Language, text: Translate): string {
  const outcome = configuration.outcomes.find(({ id }) => id === visit.outcomeId);
  return outcome === undefined ? text(`counter.closed.${visit.reason}`) : textIn(outcome.name, language);
}

/** The group's colour of a ticket; none for a service that a changed configuration no longer has. */
function accentOf(configuration: CounterConfiguration, serviceId: PastVisit['serviceId']): CSSProperties | undefined {
  const service = serviceOf(configuration, serviceId);
  return service === null ? undefined : accentStyle(configuration.serviceGroups, service.group, 'light');
}
