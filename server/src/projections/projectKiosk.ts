import { assertNever, type KioskEvent, localMoment } from '@okienko/shared';
import { kioskConfigurationOf } from './screenConfiguration.ts';
import type { Happening } from './happening.ts';

/** What a kiosk learns from one event: how many wait, which counters are open, what became of a print. */
export function projectKiosk({ event, at, configuration }: Happening): readonly KioskEvent[] {
  switch (event.type) {
    case 'ConfigurationChanged':
      return [configured({ event, at, configuration })];
    case 'BusinessDayStarted':
      return [{ type: 'dayStarted' }, configured({ event, at, configuration })];
    case 'CounterOpened':
    case 'CounterResumed':
      return [{ type: 'counterChanged', counterId: event.counterId, state: 'open' }];
    case 'CounterPaused':
      return [{ type: 'counterChanged', counterId: event.counterId, state: 'paused' }];
    case 'CounterSignedOff':
      return [{ type: 'counterChanged', counterId: event.counterId, state: 'closed' }];
    case 'TicketIssued':
    case 'TicketReinstated':
      return [{ type: 'waitingChanged', serviceId: event.serviceId, by: 1 }];
    case 'TicketCalled':
      return [{ type: 'waitingChanged', serviceId: event.serviceId, by: -1 }];
    case 'TicketClosed':
      return event.from === 'waiting' ? [{ type: 'waitingChanged', serviceId: event.serviceId, by: -1 }] : [];
    case 'PrintResultRecorded': {
      const { jobId, printerId, outcome } = event;
      return [{ type: 'printSettled', print: { jobId, printerId, outcome } }];
    }
    case 'BusinessDayEnded':
    case 'TicketReprinted':
    case 'ClockCorrected':
    case 'JournalRestored':
    case 'TicketRecalled':
    case 'ServiceStarted':
    case 'TicketMarkedNoShow':
      return [];
    default:
      return assertNever(event);
  }
}

function configured({ at, configuration }: Happening): KioskEvent {
  const today = localMoment(at, configuration.branch.timeZone).date;
  return { type: 'kioskConfigured', configuration: kioskConfigurationOf(configuration, today) };
}
