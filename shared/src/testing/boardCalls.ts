import {
  type BoardCall,
  type BoardConfiguration,
  boardConfigurationSchema,
  idSchemas,
  instantOf,
  parse,
  required,
  ticketNumberOf,
  weekdays,
} from '../index.ts';

/** When every call of the tests was made, unless the test says otherwise; milliseconds since the epoch. */
export const calledAtMs = 1_000_000;

function valid<Value>(parsed: { readonly isValid: true; readonly value: Value } | { readonly isValid: false }): Value {
  return required(parsed.isValid ? parsed.value : null, 'a valid value');
}

export const journalId = valid(parse(idSchemas.journal, '00000000-0000-7000-8000-000000000001'));
export const otherJournalId = valid(parse(idSchemas.journal, '00000000-0000-7000-8000-000000000002'));
export const epoch = valid(parse(idSchemas.epoch, '00000000-0000-7000-8000-00000000000e'));

/** A call of ticket D00n at counter 3, still standing. */
export function callOf(announcementNumber: number, ticketCount: number, more: Partial<BoardCall> = {}): BoardCall {
  return {
    announcementNumber,
    ticketNumber: ticketNumberOf('D', ticketCount),
    counterId: valid(parse(idSchemas.counter, 'c3')),
    serviceId: valid(parse(idSchemas.service, 'dowod')),
    language: 'pl',
    at: instantOf(calledAtMs),
    isRecall: false,
    isStillCalled: true,
    ...more,
  };
}

/** A branch of one counter and one service group. */
export const configuration: BoardConfiguration = valid(
  parse(boardConfigurationSchema, {
    branch: { id: 'b', name: { pl: 'Punkt' }, timeZone: 'Europe/Warsaw', languages: ['pl', 'en'], isDemo: false },
    serviceGroups: [{ id: 'dokumenty', name: { pl: 'Dokumenty' }, accent: { onLight: '#0A4DA2', onDark: '#7FB4FF' } }],
    openingHours: Object.fromEntries(weekdays.map((day) => [day, null])),
    specialDays: [],
    counters: [{ id: 'c3', label: '3' }],
    groupOfService: { dowod: 'dokumenty' },
  }),
);
