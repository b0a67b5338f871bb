import {
  type CounterConfiguration,
  type CounterEvent,
  type CounterView,
  counterContract,
  foldCounterView,
  idSchemas,
  type Instant,
  instantOf,
  type PrintResult,
  required,
  type TicketId,
  type TicketNumber,
} from '@okienko/shared';
import { type Desk, findDesk } from '../desk/findDesk.ts';
import type { Situation } from '../keys/keyMeaning.ts';

/** A Tuesday, 14:05 in Kraków. */
export const testNow: Instant = instantOf(Date.parse('2026-11-24T13:05:00Z'));
export const testDevice = idSchemas.device.parse('counter-3');
export const counter3 = idSchemas.counter.parse('c3');
export const counter2 = idSchemas.counter.parse('c2');
export const dowod = idSchemas.service.parse('dowod');
export const pojazd = idSchemas.service.parse('pojazd');
const clerk3 = idSchemas.clerk.parse('clerk-3');
const clerk2 = idSchemas.clerk.parse('clerk-2');
export const submitted = idSchemas.outcome.parse('submitted');
export const lunch = idSchemas.breakReason.parse('lunch');

const card = { bring: { pl: ['dowód'] }, fee: { pl: 'bez opłat' }, takes: { pl: 'od ręki' } };
const service = (id: string, letter: string, name: string) => ({
  id,
  group: 'dokumenty',
  letter,
  name: { pl: name },
  typicalServiceMinutes: 12,
  targetWaitMinutes: 15,
  card,
});
const configuration = {
  branch: { id: 'pom', name: { pl: 'Punkt' }, timeZone: 'Europe/Warsaw', languages: ['pl'], isDemo: false },
  serviceGroups: [{ id: 'dokumenty', name: { pl: 'Dokumenty' }, accent: { onLight: '#0A4DA2', onDark: '#7FB4FF' } }],
  services: [service('dowod', 'D', 'Dowód osobisty'), service('pojazd', 'P', 'Rejestracja pojazdu')],
  counters: [
    { id: 'c2', label: '2', services: ['dowod', 'pojazd'] },
    { id: 'c3', label: '3', services: ['dowod'] },
  ],
  breakReasons: [{ id: 'lunch', name: { pl: 'przerwa obiadowa' } }],
  outcomes: [
    { id: 'settled', name: { pl: 'sprawa załatwiona' } },
    { id: 'submitted', name: { pl: 'wniosek przyjęty' } },
  ],
  clerks: [
    { id: 'clerk-2', name: 'Pracownik 2' },
    { id: 'clerk-3', name: 'Pracownik 3' },
  ],
  printers: [],
  ordinaryClass: 'ordinary',
  counterRules: { callNextClosesCurrent: true, serviceStartsAtCall: false, isOutcomeRequired: false },
};

type Rules = Partial<CounterConfiguration['counterRules']>;

/** A branch of two counters where nobody has come yet. */
export function testView(rules: Rules = {}): CounterView {
  const counterRules = { ...configuration.counterRules, ...rules };
  const input = { configuration: { ...configuration, counterRules }, tickets: {}, counters: {}, pastVisits: [] };
  const parsed = counterContract.parseView(input);
  if (!parsed.isValid) throw new Error(`${parsed.path}: ${parsed.problem}`);
  return parsed.value;
}

/** The id of the test ticket number `count`. */
export function ticketIdOf(count: number): TicketId {
  return idSchemas.ticket.parse(`00000000-0000-7000-8000-${String(count).padStart(12, '0')}`);
}

/** The number on the paper of the test ticket number `count`. */
export function numberOf(letter: string, count: number): TicketNumber {
  return idSchemas.ticketNumber.parse(`${letter}${String(count).padStart(3, '0')}`);
}

/** Somebody took a ticket `minutesAgo`. */
export function issued(count: number, minutesAgo: number, serviceId = dowod): CounterEvent {
  const at = instantOf(testNow - minutesAgo * 60_000);
  return {
    type: 'ticketIssued',
    ticket: {
      ticketId: ticketIdOf(count),
      ticketNumber: numberOf(serviceId === dowod ? 'D' : 'P', count),
      serviceId,
      priorityClass: idSchemas.priorityClass.parse('ordinary'),
      language: 'pl',
      issuedAt: at,
      waitingSince: at,
      callCount: 0,
      print: null,
      state: 'waiting',
    },
  };
}

export const opened: CounterEvent = {
  type: 'counterOpened',
  counterId: counter3,
  clerkId: clerk3,
  deviceId: testDevice,
  at: testNow,
};
export const openedBeside: CounterEvent = {
  type: 'counterOpened',
  counterId: counter2,
  clerkId: clerk2,
  deviceId: idSchemas.device.parse('counter-2'),
  at: testNow,
};
export const paused: CounterEvent = { type: 'counterPaused', counterId: counter3, reasonId: lunch, at: testNow };
export const called = (count: number): CounterEvent => ({
  type: 'ticketCalled',
  ticketId: ticketIdOf(count),
  counterId: counter3,
  at: testNow,
  callCount: 1,
});
export const started = (count: number): CounterEvent => ({
  type: 'serviceStarted',
  ticketId: ticketIdOf(count),
  at: testNow,
});
export const missed = (count: number): CounterEvent => ({
  type: 'ticketMissed',
  ticketId: ticketIdOf(count),
  at: testNow,
});

/** The view after these events. */
export function viewAfter(events: readonly CounterEvent[], rules: Rules = {}): CounterView {
  return foldCounterView(testView(rules), events);
}

/** The desk of counter 3 after these events; the counter was opened first. */
export function deskAfter(events: readonly CounterEvent[], rules: Rules = {}): Desk {
  return required(findDesk(viewAfter([opened, ...events], rules), testDevice), 'the desk');
}

export const hallPrinter = { id: idSchemas.printer.parse('hall'), name: 'Drukarka kiosku 1' };
export const deskPrinter = { id: idSchemas.printer.parse('desk'), name: 'Drukarka przy stanowisku 2' };

/** The same desk in a branch with these printers. */
export function withPrinters(desk: Desk, ...printers: readonly (typeof hallPrinter)[]): Desk {
  return { ...desk, configuration: { ...desk.configuration, printers } };
}

/** Paper was asked for a ticket. */
export const printOrdered = (count: number, isCopy: boolean, printerId = hallPrinter.id): CounterEvent => ({
  type: 'printOrdered',
  ticketId: ticketIdOf(count),
  printerId,
  isCopy,
});
/** The printer's word on it. */
export const printSettled = (count: number, outcome: PrintResult): CounterEvent => ({
  type: 'printSettled',
  ticketId: ticketIdOf(count),
  outcome,
});

/** A live, idle page around a desk. */
export function situationOf(desk: Desk, changes: Partial<Situation> = {}): Situation {
  return {
    desk,
    connection: 'live',
    isWritable: true,
    isSenderIdle: true,
    outcomeId: null,
    isPanelOpen: false,
    hasRoomForPanels: true,
    ...changes,
  };
}

/** A ticket of the desk's list by its count. */
export function waitingTicketOf(desk: Desk, count: number) {
  const tickets = desk.waiting.flatMap((group) => group.tickets);
  return required(
    tickets.find(({ ticketId }) => ticketId === ticketIdOf(count)),
    'the waiting ticket',
  );
}
