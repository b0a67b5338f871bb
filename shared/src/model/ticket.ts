import { z } from 'zod/mini';
import { idSchemas } from '../base/ids.ts';
import type { DeepReadonly } from '../base/readonly.ts';
import { instantSchema } from '../base/time.ts';
import { languageSchema } from './language.ts';
import { printStateSchema } from './printing.ts';

export const ticketOrigins = ['kiosk', 'counter', 'booking', 'phone', 'contactCentre'] as const;
export const closeReasons = ['served', 'cancelled', 'noShow', 'expired', 'unfinished'] as const;

/** An honest range of minutes, rounded outward: never a promise. */
export const waitRangeSchema = z.object({ fromMinutes: z.int(), toMinutes: z.int() });
export type WaitRange = DeepReadonly<z.output<typeof waitRangeSchema>>;

/** What was true for a ticket when it was issued. */
export const atIssueSchema = z.object({
  peopleAhead: z.int(),
  waitRange: z.nullable(waitRangeSchema),
  counterIds: z.array(idSchemas.counter),
});
export type AtIssue = DeepReadonly<z.output<typeof atIssueSchema>>;

/** One thing settled in a visit; a ticket has one or more, under one number. */
const matterSchema = z.object({ serviceId: idSchemas.service });

/** Whose parked tickets a ticket lies among. */
export const poolSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('clerk'), clerkId: idSchemas.clerk }),
  z.object({ kind: z.literal('counter'), counterId: idSchemas.counter }),
  z.object({ kind: z.literal('branch') }),
]);

/** Where a transfer leads; another branch or a second line is a further member. */
export const transferTargetSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('service'), serviceId: idSchemas.service }),
  z.object({ kind: z.literal('counter'), counterId: idSchemas.counter }),
]);
export type TransferTarget = DeepReadonly<z.output<typeof transferTargetSchema>>;

const ticketBase = {
  ticketId: idSchemas.ticket,
  ticketNumber: idSchemas.ticketNumber,
  serviceId: idSchemas.service,
  matters: z.array(matterSchema).check(z.minLength(1)),
  issuedAt: instantSchema,
  /** What order is by, then `waitingSeq`: clocks can stand still, positions cannot. */
  waitingSince: instantSchema,
  waitingSeq: idSchemas.seq,
  slotAt: z.nullable(instantSchema),
  origin: z.enum(ticketOrigins),
  priorityClass: idSchemas.priorityClass,
  language: languageSchema,
  callCount: z.int(),
  /** What the paper said: a copy says it again, with the time when it was true. */
  atIssue: atIssueSchema,
  print: z.nullable(printStateSchema),
};
const atCounter = { counterId: idSchemas.counter, calledAt: instantSchema };

/** A ticket in exactly one state, with exactly that state's own fields. */
export const ticketSchema = z.discriminatedUnion('state', [
  z.object({ ...ticketBase, state: z.literal('waiting'), notBefore: z.nullable(instantSchema) }),
  z.object({ ...ticketBase, ...atCounter, state: z.literal('called'), announcementNumber: z.int() }),
  z.object({ ...ticketBase, ...atCounter, state: z.literal('serving'), startedAt: instantSchema }),
  z.object({
    ...ticketBase,
    state: z.literal('parked'),
    parkedAt: instantSchema,
    pool: poolSchema,
    reason: z.string(),
  }),
  z.object({ ...ticketBase, ...atCounter, state: z.literal('noShow'), missedAt: instantSchema }),
  z.object({
    ...ticketBase,
    state: z.literal('closed'),
    closedAt: instantSchema,
    reason: z.enum(closeReasons),
    counterId: z.nullable(idSchemas.counter),
    outcomeId: z.nullable(idSchemas.outcome),
  }),
]);

export type Ticket = DeepReadonly<z.output<typeof ticketSchema>>;
export type TicketState = Ticket['state'];
export type TicketIn<State extends TicketState> = Extract<Ticket, { state: State }>;
export type TicketOrigin = (typeof ticketOrigins)[number];
export type CloseReason = (typeof closeReasons)[number];
export const ticketStates = ['waiting', 'called', 'serving', 'parked', 'noShow', 'closed'] as const;
