import { z } from 'zod/mini';
import { idSchemas } from '../base/ids.ts';
import type { DeepReadonly } from '../base/readonly.ts';
import { instantSchema } from '../base/time.ts';

const staffed = { clerkId: idSchemas.clerk, deviceId: idSchemas.device, openedAt: instantSchema };

/** A counter in exactly one state; only a staffed one has a clerk and the device that commands it. */
export const counterStateSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('closed') }),
  z.object({ ...staffed, state: z.literal('open'), currentTicketId: z.nullable(idSchemas.ticket) }),
  z.object({
    ...staffed,
    state: z.literal('paused'),
    reasonId: idSchemas.breakReason,
    pausedAt: instantSchema,
  }),
]);
export type CounterState = DeepReadonly<z.output<typeof counterStateSchema>>;

export const closedCounter: CounterState = { state: 'closed' };
