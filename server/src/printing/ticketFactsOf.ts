import { type Configuration, localMoment, textIn } from '@okienko/shared';
import type { PaperOrder } from './paperOrder.ts';
import type { TicketFacts } from './ticketFacts.ts';

/**
 * What the paper of a ticket says, from its order and the configuration in force; null where the configuration no
 * longer has its service.
 *
 * @param now the closing time of the day of printing and the ticket's public address, where there are any.
 */
export function ticketFactsOf(
  order: PaperOrder,
  configuration: Configuration,
  now: { readonly closesAt: string | null; readonly followUrl: string | null },
): TicketFacts | null {
  const { branch, services, counters, policy } = configuration;
  const { language, atIssue, copiedAt } = order;
  const service = services.find(({ id }) => id === order.serviceId);
  if (service === undefined) return null;
  const { date, time } = localMoment(order.issuedAt, branch.timeZone);
  return {
    placeName: textIn(branch.name, language).split(' – '),
    ticketNumber: order.ticketNumber,
    serviceName: textIn(service.name, language),
    isPriority: order.priorityClass !== policy.priorityClasses[0]?.id,
    language,
    peopleAhead: atIssue.peopleAhead,
    waitRange: atIssue.waitRange,
    counterLabels: counters.filter(({ id }) => atIssue.counterIds.includes(id)).map(({ label }) => label),
    bring: service.card.bring[language] ?? service.card.bring.pl,
    issuedAtText: { date: date.split('-').toReversed().join('.'), time },
    closesAtText: now.closesAt,
    followUrl: now.followUrl,
    copy: copiedAt === null ? null : { printedAtTime: localMoment(copiedAt, branch.timeZone).time },
  };
}
