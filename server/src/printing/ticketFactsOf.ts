import { type Configuration, type EventOf, type Instant, localMoment, textIn } from '@okienko/shared';
import type { TicketFacts } from './ticketFacts.ts';

/**
 * What the paper of an issued ticket says, from its event and the configuration in force.
 *
 * The range and the people ahead are those of the issue, as the event keeps them; `closesAt` is the closing time of
 * the day of printing, where there is one.
 */
export function ticketFactsOf(
  event: EventOf<'TicketIssued'>,
  issuedAt: Instant,
  configuration: Configuration,
  closesAt: string | null,
): TicketFacts | null {
  const { branch, services, counters, policy } = configuration;
  const service = services.find(({ id }) => id === event.serviceId);
  if (service === undefined) return null;
  const { date, time } = localMoment(issuedAt, branch.timeZone);
  return {
    placeName: textIn(branch.name, event.language).split(' – '),
    ticketNumber: event.ticketNumber,
    serviceName: textIn(service.name, event.language),
    isPriority: event.priorityClass !== policy.priorityClasses[0]?.id,
    language: event.language,
    peopleAhead: event.peopleAhead,
    waitRange: event.waitRange,
    counterLabels: counters.filter(({ id }) => event.counterIds.includes(id)).map(({ label }) => label),
    bring: service.card.bring[event.language] ?? service.card.bring.pl,
    issuedAtText: { date: date.split('-').toReversed().join('.'), time },
    closesAtText: closesAt,
    followUrl: null,
    copy: null,
  };
}
