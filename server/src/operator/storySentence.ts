import {
  assertNever,
  type Configuration,
  type CounterId,
  type EventOf,
  type JournalEvent,
  type Language,
  localMoment,
  type Instant,
  type PrinterId,
  type PrintResult,
  textIn,
} from '@okienko/shared';
import type { Translate } from '@okienko/shared/text';

/** What a sentence is told with: the configuration in force at its moment, and the reader's language. */
export type StoryContext = {
  readonly configuration: Configuration;
  readonly language: Language;
  readonly text: Translate;
};

/** One event of a ticket's day in words; null for events that are no part of a ticket's story. */
export function storySentence(event: JournalEvent, context: StoryContext): string | null {
  const { text } = context;
  switch (event.type) {
    case 'TicketIssued':
      return issued(event, context);
    case 'PrintResultRecorded':
      return printed(event.printerId, event.outcome, context);
    case 'TicketReprinted':
      return text('story.reprinted', {
        counter: counterLabel(event.counterId, context),
        printer: printerName(event.printJob.printerId, context),
      });
    case 'TicketCalled':
      return called(event, context);
    case 'TicketRecalled':
      return text('story.recalled', { counter: counterLabel(event.counterId, context), count: event.callCount });
    case 'ServiceStarted':
      return text('story.started', { counter: counterLabel(event.counterId, context) });
    case 'TicketMarkedNoShow':
      return text('story.missed', { counter: counterLabel(event.counterId, context) });
    case 'TicketReinstated':
      return text('story.reinstated');
    case 'TicketClosed':
      return closed(event, context);
    case 'ClockCorrected':
      return text('story.clockCorrected', { from: timeOf(event.from, context), to: timeOf(event.to, context) });
    case 'JournalRestored':
      return text('story.restored', { count: event.numberSkip });
    case 'ConfigurationChanged':
    case 'BusinessDayStarted':
    case 'BusinessDayEnded':
    case 'CounterOpened':
    case 'CounterPaused':
    case 'CounterResumed':
    case 'CounterSignedOff':
      return null;
    default:
      return assertNever(event);
  }
}

function timeOf(at: Instant, { configuration }: StoryContext): string {
  return localMoment(at, configuration.branch.timeZone).time;
}

function issued(event: EventOf<'TicketIssued'>, context: StoryContext): string {
  const { text } = context;
  const { origin, peopleAhead, waitRange, priorityClass, printJob } = event;
  return [
    text('story.issued', { origin, service: serviceName(event.serviceId, context), priorityClass }),
    text('story.issued.ahead', { count: peopleAhead }),
    ...(waitRange === null
      ? []
      : [text('story.issued.wait', { from: waitRange.fromMinutes, to: waitRange.toMinutes })]),
    ...(printJob === null
      ? [text('story.issued.withoutPaper')]
      : [text('story.issued.paper', { printer: printerName(printJob.printerId, context) })]),
  ].join(' ');
}

function printed(printerId: PrinterId, outcome: PrintResult, context: StoryContext): string {
  const reason = outcome.result === 'failed' ? outcome.reason : '';
  return context.text('story.printed', { result: outcome.result, printer: printerName(printerId, context), reason });
}

function called(event: EventOf<'TicketCalled'>, context: StoryContext): string {
  const { text, configuration } = context;
  const { rule, waitedMs, targetMinutes, score, runnerUp, overtaken } = event.reason;
  const clerk = configuration.clerks.find(({ id }) => id === event.clerkId)?.name ?? event.clerkId;
  const waited = Math.floor(waitedMs / 60_000);
  return [
    text('story.called', { counter: counterLabel(event.counterId, context), clerk, waited, target: targetMinutes }),
    text('story.called.why', { rule, score: rounded(score) }),
    ...(runnerUp === null
      ? []
      : [text('story.called.runnerUp', { number: runnerUp.ticketNumber, score: rounded(runnerUp.score) })]),
    ...(overtaken === 0 ? [] : [text('story.called.overtaken', { count: overtaken })]),
  ].join(' ');
}

function closed({ reason, counterId, outcomeId }: EventOf<'TicketClosed'>, context: StoryContext): string {
  const { text, configuration, language } = context;
  const outcome = configuration.outcomes.find(({ id }) => id === outcomeId);
  return [
    text('story.closed', { reason, counter: counterId === null ? 'none' : counterLabel(counterId, context) }),
    ...(outcomeId === null
      ? []
      : [
          text('story.closed.outcome', { outcome: outcome === undefined ? outcomeId : textIn(outcome.name, language) }),
        ]),
  ].join(' ');
}

function rounded(score: number): number {
  return Math.round(score * 100) / 100;
}

function counterLabel(counterId: CounterId, { configuration }: StoryContext): string {
  return configuration.counters.find(({ id }) => id === counterId)?.label ?? counterId;
}

function printerName(printerId: PrinterId, { configuration }: StoryContext): string {
  return configuration.printers.find(({ id }) => id === printerId)?.name ?? printerId;
}

function serviceName(
  serviceId: EventOf<'TicketIssued'>['serviceId'],
  { configuration, language }: StoryContext,
): string {
  const service = configuration.services.find(({ id }) => id === serviceId);
  return service === undefined ? serviceId : textIn(service.name, language);
}
