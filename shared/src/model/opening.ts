import { z } from 'zod/mini';
import type { DeepReadonly } from '../base/readonly.ts';
import { calendarDateSchema, instantSchema, localTimeSchema } from '../base/time.ts';

const moment = { date: calendarDateSchema, at: instantSchema, time: localTimeSchema };

/** Whether the branch serves at this moment, until when, or when it opens next (null: nothing within a year). */
export const openingSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('open'), closesAt: z.nullable(z.object(moment)) }),
  z.object({
    state: z.literal('closed'),
    opensAt: z.nullable(z.object(moment)),
    isToday: z.boolean(),
    isTomorrow: z.boolean(),
  }),
]);
export type Opening = DeepReadonly<z.output<typeof openingSchema>>;
