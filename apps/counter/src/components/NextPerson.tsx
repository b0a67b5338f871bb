import { accentStyle, keepShortWords, StateLight, TicketNumber, useNow, useText } from '@okienko/kit';
import {
  type CounterConfiguration,
  type CounterFigures,
  type CounterView,
  type Language,
  textIn,
} from '@okienko/shared';
import type { Translate } from '@okienko/shared/text';
import type { ReactNode } from 'react';
import { useConsole } from '../console/Console.tsx';
import { useConfiguration, usePage } from '../console/Page.tsx';
import { type Desk, type ServiceSettings, serviceOf, type WaitingTicket } from '../desk/findDesk.ts';
import { waitStateOf, wholeMinutesBetween } from '../desk/waitState.ts';
import { listOf } from '../words/coverWords.ts';

type NextFigures = NonNullable<CounterFigures['next'][keyof CounterFigures['next']]>;

/** Whom an automatic call would take now, and their wait in whole minutes. */
export type NextInLine = {
  readonly ticket: WaitingTicket;
  readonly service: ServiceSettings;
  readonly waitedMinutes: number;
  readonly figures: NextFigures;
};

/** The next person of this counter by the newest figures; null while the figures are older than the picture. */
export function useNextInLine(): NextInLine | null {
  const { state, replica } = usePage();
  const { desk } = useConsole();
  const configuration = useConfiguration();
  const now = useNow(replica);
  const figures = state.figures?.next[desk.settings.id];
  const ticket = figures === undefined || figures === null ? undefined : state.view.tickets[figures.ticketId];
  if (figures === undefined || figures === null || ticket?.state !== 'waiting' || now === null) return null;
  const service = serviceOf(configuration, ticket.serviceId);
  if (service === null) return null;
  return { ticket, service, waitedMinutes: wholeMinutesBetween(ticket.waitingSince, now), figures };
}

/** Next in line, with the reason in a sentence; or what else waits in the branch. */
export function NextPerson(): ReactNode {
  const text = useText();
  const { state, language } = usePage();
  const { desk } = useConsole();
  const configuration = useConfiguration();
  const next = useNextInLine();
  if (desk.waitingCount === 0) {
    return (
      <div className="why nobody">
        <p>
          <b>{text('counter.next.nobody')}</b>
          {keepShortWords(otherServices(desk, state.view, language, text))}
        </p>
      </div>
    );
  }
  if (next === null) {
    return (
      <div className="why">
        <p>
          <b>{text('counter.next.title')}</b>
          {text('counter.next.unknown')}
        </p>
      </div>
    );
  }
  const { service, waitedMinutes, ticket } = next;
  const light = waitStateOf(waitedMinutes, service.targetWaitMinutes);
  return (
    <div className="why" style={accentStyle(configuration.serviceGroups, service.group, 'light')}>
      <TicketNumber value={ticket.ticketNumber} />
      <p data-testid="why-next">
        <b>{text('counter.next.title')}</b>
        {keepShortWords(whySentence(next, configuration, language, text))}
      </p>
      <StateLight light={light}>{text(`counter.wait.${light}`)}</StateLight>
    </div>
  );
}

function whySentence(
  { figures, service, waitedMinutes }: NextInLine,
  configuration: CounterConfiguration,
  language: Language,
  text: Translate,
): string {
  const why = text(`counter.why.${figures.reason.rule}`, { waited: waitedMinutes, target: service.targetWaitMinutes });
  const labels = configuration.counters.filter(({ id }) => figures.alsoSeenBy.includes(id)).map(({ label }) => label);
  if (labels.length === 0) return why;
  return `${why} ${text('counter.next.alsoSeen', { count: labels.length, list: listOf(labels, language) })}`;
}

function otherServices(desk: Desk, view: CounterView, language: Language, text: Translate): string {
  const counts = new Map<string, number>();
  for (const ticket of Object.values(view.tickets)) {
    if (ticket?.state === 'waiting') counts.set(ticket.serviceId, (counts.get(ticket.serviceId) ?? 0) + 1);
  }
  const items = desk.configuration.services
    .map((service) => ({ name: textIn(service.name, language), count: counts.get(service.id) ?? 0 }))
    .filter(({ count }) => count > 0)
    .map((item) => text('counter.next.others.item', item));
  if (items.length === 0) return text('counter.next.others.none');
  return text('counter.next.others', { list: items.join('; ') });
}
