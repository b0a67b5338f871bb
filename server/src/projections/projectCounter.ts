import { assertNever, type CounterEvent, type EventOf, type Instant } from '@okienko/shared';
import { counterConfigurationOf } from './screenConfiguration.ts';
import type { Happening } from './happening.ts';

/** What the consoles learn from one event: every step of a ticket and of a counter, no payload that they do not draw. */
export function projectCounter({ event, at, configuration }: Happening): readonly CounterEvent[] {
  switch (event.type) {
    case 'ConfigurationChanged':
      return [{ type: 'consoleConfigured', configuration: counterConfigurationOf(configuration) }];
    case 'BusinessDayStarted':
      return [{ type: 'dayStarted' }];
    case 'BusinessDayEnded':
    case 'JournalRestored':
      return [];
    case 'ClockCorrected':
      return [{ type: 'clockCorrected', from: event.from, to: event.to }];
    case 'CounterOpened': {
      const { counterId, clerkId, deviceId } = event;
      return [{ type: 'counterOpened', counterId, clerkId, deviceId, at }];
    }
    case 'CounterPaused':
      return [{ type: 'counterPaused', counterId: event.counterId, reasonId: event.reasonId, at }];
    case 'CounterResumed':
      return [{ type: 'counterResumed', counterId: event.counterId }];
    case 'CounterSignedOff':
      return [{ type: 'counterSignedOff', counterId: event.counterId }];
    case 'TicketIssued':
      return [issued(event, at)];
    case 'TicketCalled': {
      const { ticketId, counterId, callCount } = event;
      return [{ type: 'ticketCalled', ticketId, counterId, at, callCount }];
    }
    case 'TicketRecalled':
      return [{ type: 'ticketRecalled', ticketId: event.ticketId, at, callCount: event.callCount }];
    case 'ServiceStarted':
      return [{ type: 'serviceStarted', ticketId: event.ticketId, at }];
    case 'TicketMarkedNoShow':
      return [{ type: 'ticketMissed', ticketId: event.ticketId, at }];
    case 'TicketReinstated':
      return [{ type: 'ticketReinstated', ticketId: event.ticketId }];
    case 'TicketClosed': {
      const { ticketId, ticketNumber, serviceId, counterId, reason, outcomeId } = event;
      const visit = { ticketId, ticketNumber, serviceId, counterId, reason, outcomeId, closedAt: at };
      return [{ type: 'ticketClosed', visit }];
    }
    case 'TicketReprinted': {
      const { ticketId, printJob } = event;
      return [{ type: 'printOrdered', ticketId, printerId: printJob.printerId, isCopy: printJob.isCopy }];
    }
    case 'PrintResultRecorded':
      return [{ type: 'printSettled', ticketId: event.ticketId, outcome: event.outcome }];
    default:
      return assertNever(event);
  }
}

function issued(event: EventOf<'TicketIssued'>, at: Instant): CounterEvent {
  const { ticketId, ticketNumber, serviceId, priorityClass, language, slotAt, printJob } = event;
  const identity = { ticketId, ticketNumber, serviceId, priorityClass, language };
  const print = printJob === null ? null : { printerId: printJob.printerId, isCopy: printJob.isCopy, outcome: null };
  const ticket = { ...identity, issuedAt: at, waitingSince: slotAt ?? at, callCount: 0, print };
  return { type: 'ticketIssued', ticket: { ...ticket, state: 'waiting' } };
}
