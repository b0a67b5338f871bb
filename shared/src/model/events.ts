import { z } from 'zod/mini';
import { idSchemas } from '../base/ids.ts';
import type { DeepReadonly } from '../base/readonly.ts';
import { calendarDateSchema, instantSchema } from '../base/time.ts';
import { callReasonSchema } from './callReason.ts';
import { languageSchema } from './language.ts';
import { printJobSchema, printResultSchema } from './printing.ts';
import { atIssueSchema, closeReasons, ticketOrigins, ticketStates, waitRangeSchema } from './ticket.ts';

const ticket = { ticketId: idSchemas.ticket, ticketNumber: idSchemas.ticketNumber, serviceId: idSchemas.service };
const counter = { counterId: idSchemas.counter };
const call = { ...ticket, ...counter, language: languageSchema, announcementNumber: z.int(), callCount: z.int() };

/**
 * What the journal holds, each member at its newest version. A fact carries what its readers need (number, service,
 * language), so that projecting it asks nothing of the state.
 */
export const journalEventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ConfigurationChanged'), text: z.string(), configHash: z.string() }),
  z.object({ type: z.literal('BusinessDayStarted'), businessDate: calendarDateSchema }),
  z.object({ type: z.literal('BusinessDayEnded'), businessDate: calendarDateSchema }),
  z.object({ type: z.literal('ClockCorrected'), from: instantSchema, to: instantSchema }),
  z.object({
    type: z.literal('JournalRestored'),
    journalId: idSchemas.journal,
    previousJournalId: idSchemas.journal,
    numberSkip: z.int(),
  }),
  z.object({
    type: z.literal('CounterOpened'),
    ...counter,
    clerkId: idSchemas.clerk,
    deviceId: idSchemas.device,
    isTakeover: z.boolean(),
  }),
  z.object({ type: z.literal('CounterPaused'), ...counter, reasonId: idSchemas.breakReason }),
  z.object({ type: z.literal('CounterResumed'), ...counter }),
  z.object({ type: z.literal('CounterSignedOff'), ...counter }),
  z.object({
    type: z.literal('TicketIssued'),
    ...ticket,
    priorityClass: idSchemas.priorityClass,
    language: languageSchema,
    origin: z.enum(ticketOrigins),
    slotAt: z.nullable(instantSchema),
    peopleAhead: z.int(),
    waitRange: z.nullable(waitRangeSchema),
    counterIds: z.array(idSchemas.counter),
    printJob: z.nullable(printJobSchema),
  }),
  z.object({
    type: z.literal('TicketReprinted'),
    ...ticket,
    ...counter,
    priorityClass: idSchemas.priorityClass,
    language: languageSchema,
    issuedAt: instantSchema,
    atIssue: atIssueSchema,
    printJob: printJobSchema,
  }),
  z.object({ type: z.literal('TicketCalled'), ...call, clerkId: idSchemas.clerk, reason: callReasonSchema }),
  z.object({ type: z.literal('TicketRecalled'), ...call }),
  z.object({ type: z.literal('ServiceStarted'), ...ticket, ...counter }),
  z.object({
    type: z.literal('TicketClosed'),
    ...ticket,
    reason: z.enum(closeReasons),
    from: z.enum(ticketStates),
    counterId: z.nullable(idSchemas.counter),
    outcomeId: z.nullable(idSchemas.outcome),
  }),
  z.object({ type: z.literal('TicketMarkedNoShow'), ...ticket, ...counter }),
  z.object({ type: z.literal('TicketReinstated'), ...ticket }),
  z.object({
    type: z.literal('PrintResultRecorded'),
    ...ticket,
    jobId: idSchemas.job,
    printerId: idSchemas.printer,
    outcome: printResultSchema,
  }),
]);

export type JournalEvent = DeepReadonly<z.output<typeof journalEventSchema>>;
export type JournalEventType = JournalEvent['type'];
export type EventOf<Type extends JournalEventType> = Extract<JournalEvent, { type: Type }>;
