import { z } from 'zod/mini';
import { idSchemas } from '../base/ids.ts';
import type { CounterId, TicketId } from '../base/ids.ts';
import type { DeepReadonly } from '../base/readonly.ts';
import { instantSchema } from '../base/time.ts';
import { type CounterState, counterStateSchema } from '../model/counter.ts';
import { languageSchema } from '../model/language.ts';
import { printResultSchema } from '../model/printing.ts';
import { closeReasons } from '../model/ticket.ts';
import { counterConfigurationSchema } from './screenConfiguration.ts';

const counterPrintSchema = z.object({
  printerId: idSchemas.printer,
  isCopy: z.boolean(),
  outcome: z.nullable(printResultSchema),
});
const base = {
  ticketId: idSchemas.ticket,
  ticketNumber: idSchemas.ticketNumber,
  serviceId: idSchemas.service,
  priorityClass: idSchemas.priorityClass,
  language: languageSchema,
  issuedAt: instantSchema,
  waitingSince: instantSchema,
  callCount: z.int(),
  /** The newest paper that was asked for, its outcome null until it is known; null where there is to be none. */
  print: z.nullable(counterPrintSchema),
};
const atCounter = { counterId: idSchemas.counter, calledAt: instantSchema, lastAnnouncedAt: instantSchema };

const waitingSchema = z.object({ ...base, state: z.literal('waiting') });
const counterTicketSchema = z.discriminatedUnion('state', [
  waitingSchema,
  z.object({ ...base, ...atCounter, state: z.literal('called') }),
  z.object({ ...base, ...atCounter, state: z.literal('serving'), startedAt: instantSchema }),
  z.object({ ...base, ...atCounter, state: z.literal('noShow'), missedAt: instantSchema }),
]);
const pastVisitSchema = z.object({
  ticketId: idSchemas.ticket,
  ticketNumber: idSchemas.ticketNumber,
  serviceId: idSchemas.service,
  counterId: z.nullable(idSchemas.counter),
  reason: z.enum(closeReasons),
  outcomeId: z.nullable(idSchemas.outcome),
  closedAt: instantSchema,
});
const ticket = { ticketId: idSchemas.ticket };
const counter = { counterId: idSchemas.counter };
const moment = { at: instantSchema };

/** A console knows the branch's living tickets and who works where; never a PIN, a priority reason, an address. */
export const counterEventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('consoleConfigured'), configuration: counterConfigurationSchema }),
  z.object({ type: z.literal('dayStarted') }),
  z.object({ type: z.literal('clockCorrected'), from: instantSchema, to: instantSchema }),
  z.object({ type: z.literal('ticketIssued'), ticket: waitingSchema }),
  z.object({ type: z.literal('ticketCalled'), ...ticket, ...counter, ...moment, callCount: z.int() }),
  z.object({ type: z.literal('ticketRecalled'), ...ticket, ...moment, callCount: z.int() }),
  z.object({ type: z.literal('serviceStarted'), ...ticket, ...moment }),
  z.object({ type: z.literal('ticketMissed'), ...ticket, ...moment }),
  z.object({ type: z.literal('ticketReinstated'), ...ticket }),
  z.object({ type: z.literal('ticketClosed'), visit: pastVisitSchema }),
  z.object({ type: z.literal('printOrdered'), ...ticket, printerId: idSchemas.printer, isCopy: z.boolean() }),
  z.object({ type: z.literal('printSettled'), ...ticket, outcome: printResultSchema }),
  z.object({
    type: z.literal('counterOpened'),
    ...counter,
    ...moment,
    clerkId: idSchemas.clerk,
    deviceId: idSchemas.device,
  }),
  z.object({ type: z.literal('counterPaused'), ...counter, ...moment, reasonId: idSchemas.breakReason }),
  z.object({ type: z.literal('counterResumed'), ...counter }),
  z.object({ type: z.literal('counterSignedOff'), ...counter }),
]);
export const counterViewSchema = z.object({
  configuration: z.nullable(counterConfigurationSchema),
  tickets: z.record(idSchemas.ticket, counterTicketSchema),
  counters: z.record(idSchemas.counter, counterStateSchema),
  /** Newest first. */
  pastVisits: z.array(pastVisitSchema),
});

export type CounterTicket = DeepReadonly<z.output<typeof counterTicketSchema>>;
export type PastVisit = DeepReadonly<z.output<typeof pastVisitSchema>>;
export type CounterEvent = DeepReadonly<z.output<typeof counterEventSchema>>;
export type CounterView = {
  readonly configuration: DeepReadonly<z.output<typeof counterConfigurationSchema>> | null;
  readonly tickets: { readonly [Id in TicketId]?: CounterTicket };
  readonly counters: { readonly [Id in CounterId]?: CounterState };
  readonly pastVisits: readonly PastVisit[];
};

export const keptVisits = 40;

export const emptyCounterView: CounterView = { configuration: null, tickets: {}, counters: {}, pastVisits: [] };
