import { z } from 'zod/mini';
import { idSchemas } from '../base/ids.ts';
import type { DeepReadonly } from '../base/readonly.ts';
import { languageSchema } from '../model/language.ts';
import { ticketStates } from '../model/ticket.ts';

const counter = { counterId: idSchemas.counter };
const onTicket = { ...counter, ticketId: idSchemas.ticket, seenState: z.enum(ticketStates) };
const replacing = { currentTicketId: z.nullable(idSchemas.ticket), outcomeId: z.nullable(idSchemas.outcome) };

/**
 * What a screen may ask for. It differs from the domain's command where only the server knows or may know something:
 * a kiosk does not choose its printer, and a PIN ends in the session that checks it.
 */
export const clientCommandSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('IssueTicket'),
    serviceId: idSchemas.service,
    priorityClass: idSchemas.priorityClass,
    language: languageSchema,
  }),
  z.strictObject({ type: z.literal('CallNext'), ...counter, ...replacing }),
  z.strictObject({ type: z.literal('CallTicket'), ...onTicket, ...replacing }),
  z.strictObject({ type: z.literal('RecallTicket'), ...onTicket, seenCallCount: z.int() }),
  z.strictObject({ type: z.literal('StartService'), ...onTicket }),
  z.strictObject({ type: z.literal('CloseTicket'), ...onTicket, outcomeId: z.nullable(idSchemas.outcome) }),
  z.strictObject({ type: z.literal('MarkNoShow'), ...onTicket }),
  z.strictObject({ type: z.literal('ReinstateTicket'), ...onTicket }),
  z.strictObject({ type: z.literal('CancelTicket'), ...onTicket }),
  z.strictObject({ type: z.literal('ReprintTicket'), ...onTicket, printerId: idSchemas.printer }),
  z.strictObject({
    type: z.literal('OpenCounter'),
    ...counter,
    pin: z.string().check(z.regex(/^[0-9]{6}$/, 'expected six digits')),
    isTakeover: z.boolean(),
  }),
  z.strictObject({ type: z.literal('PauseCounter'), ...counter, reasonId: idSchemas.breakReason }),
  z.strictObject({ type: z.literal('ResumeCounter'), ...counter }),
  z.strictObject({ type: z.literal('SignOffCounter'), ...counter }),
]);
export type ClientCommand = DeepReadonly<z.output<typeof clientCommandSchema>>;

/** One press: the id stays the same over every resend, `ageMs` grows. */
export const commandEnvelopeSchema = z.strictObject({
  protocolVersion: z.int(),
  commandId: idSchemas.clientCommand,
  ageMs: z.number().check(z.gte(0)),
  command: clientCommandSchema,
});
export type CommandEnvelope = DeepReadonly<z.output<typeof commandEnvelopeSchema>>;
