import { z } from 'zod/mini';
import { idSchemas } from '../base/ids.ts';
import type { DeepReadonly } from '../base/readonly.ts';
import { rejectionSchema } from '../model/rejections.ts';
import { waitRangeSchema } from '../model/ticket.ts';

/** What only the caller needs; derived from the journal again when the command is resent. */
export const commandResultSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('ticketIssued'),
    ticketId: idSchemas.ticket,
    ticketNumber: idSchemas.ticketNumber,
    serviceId: idSchemas.service,
    peopleAhead: z.int(),
    waitRange: z.nullable(waitRangeSchema),
    counterIds: z.array(idSchemas.counter),
    printJobId: z.nullable(idSchemas.job),
    /** Where the ticket can be followed on a phone, until the day ends; null without a public address. */
    followUrl: z.nullable(z.string()),
  }),
  z.object({ type: z.literal('ticketCalled'), ticketId: idSchemas.ticket, ticketNumber: idSchemas.ticketNumber }),
  z.object({ type: z.literal('reprintOrdered'), ticketId: idSchemas.ticket, printJobId: idSchemas.job }),
  z.object({ type: z.literal('done') }),
]);
export type CommandResult = DeepReadonly<z.output<typeof commandResultSchema>>;

/**
 * The answer to one command. `accepted` is durable before it is sent; `rejected` is final for the id; `fault` is not:
 * nothing is known to have happened and the same id is sent again.
 */
export const acknowledgementSchema = z.discriminatedUnion('answer', [
  z.object({
    answer: z.literal('accepted'),
    journalId: idSchemas.journal,
    seq: idSchemas.seq,
    result: commandResultSchema,
  }),
  z.object({ answer: z.literal('rejected'), rejection: rejectionSchema }),
  z.object({ answer: z.literal('fault'), fault: z.enum(['journal', 'bug', 'overloaded', 'stopping']) }),
]);
export type Acknowledgement = DeepReadonly<z.output<typeof acknowledgementSchema>>;
