import { assertNever, type BoardEvent, localMoment } from '@okienko/shared';
import { boardConfigurationOf } from './screenConfiguration.ts';
import type { Happening } from './happening.ts';

/** What a board learns from one event: calls, their end, and how it is configured. */
export function projectBoard({ event, at, configuration }: Happening): readonly BoardEvent[] {
  switch (event.type) {
    case 'ConfigurationChanged':
      return [configured({ event, at, configuration })];
    case 'BusinessDayStarted':
      return [{ type: 'boardCleared' }, configured({ event, at, configuration })];
    case 'TicketCalled':
    case 'TicketRecalled': {
      const { announcementNumber, ticketNumber, counterId, serviceId, language } = event;
      const call = { announcementNumber, ticketNumber, counterId, serviceId, language, at };
      return [{ type: 'announced', call: { ...call, isRecall: event.type === 'TicketRecalled', isStillCalled: true } }];
    }
    case 'ServiceStarted':
    case 'TicketMarkedNoShow':
      return [{ type: 'callEnded', ticketNumber: event.ticketNumber }];
    case 'TicketClosed':
      return event.from === 'called' ? [{ type: 'callEnded', ticketNumber: event.ticketNumber }] : [];
    case 'BusinessDayEnded':
    case 'TicketReprinted':
    case 'ClockCorrected':
    case 'JournalRestored':
    case 'CounterOpened':
    case 'CounterPaused':
    case 'CounterResumed':
    case 'CounterSignedOff':
    case 'TicketIssued':
    case 'TicketReinstated':
    case 'PrintResultRecorded':
      return [];
    default:
      return assertNever(event);
  }
}

function configured({ at, configuration }: Happening): BoardEvent {
  const today = localMoment(at, configuration.branch.timeZone).date;
  return { type: 'boardConfigured', configuration: boardConfigurationOf(configuration, today) };
}
