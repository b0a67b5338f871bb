import { z } from 'zod/mini';
import { assertNever } from '../base/assert.ts';
import { idSchemas } from '../base/ids.ts';
import type { DeepReadonly } from '../base/readonly.ts';
import { instantSchema } from '../base/time.ts';
import { languageSchema } from '../model/language.ts';
import { boardConfigurationSchema } from './screenConfiguration.ts';

const callSchema = z.object({
  announcementNumber: z.int(),
  ticketNumber: idSchemas.ticketNumber,
  counterId: idSchemas.counter,
  serviceId: idSchemas.service,
  language: languageSchema,
  /** Business time of the announcement; a display never speaks what is older than a minute. */
  at: instantSchema,
  isRecall: z.boolean(),
  /** False once the person is being served, did not come, or left: the row stays as a past call. */
  isStillCalled: z.boolean(),
});

/** A board knows numbers, counters and colours; never a ticket id, a service's history, a clerk or a reason. */
export const boardEventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('boardConfigured'), configuration: boardConfigurationSchema }),
  z.object({ type: z.literal('boardCleared') }),
  z.object({ type: z.literal('announced'), call: callSchema }),
  z.object({ type: z.literal('callEnded'), ticketNumber: idSchemas.ticketNumber }),
]);
export const boardViewSchema = z.object({
  configuration: z.nullable(boardConfigurationSchema),
  /** Newest announcement first, one row a ticket. */
  calls: z.array(callSchema),
  lastAnnouncementNumber: z.int(),
});

export type BoardCall = DeepReadonly<z.output<typeof callSchema>>;
export type BoardEvent = DeepReadonly<z.output<typeof boardEventSchema>>;
export type BoardView = DeepReadonly<z.output<typeof boardViewSchema>>;

/** More rows than any layout draws, so that calls waiting for the large place are kept too. */
const keptCalls = 24;

export const emptyBoardView: BoardView = { configuration: null, calls: [], lastAnnouncementNumber: 0 };

/** The board after `events`, in order; a new object, the old view stays as it was. */
export function foldBoardView(view: BoardView, events: readonly BoardEvent[]): BoardView {
  return events.reduce(foldOne, view);
}

function foldOne(view: BoardView, event: BoardEvent): BoardView {
  switch (event.type) {
    case 'boardConfigured':
      return { ...view, configuration: event.configuration };
    case 'boardCleared':
      return { ...view, calls: [] };
    case 'announced': {
      const others = view.calls.filter((call) => call.ticketNumber !== event.call.ticketNumber);
      return {
        ...view,
        calls: [event.call, ...others].slice(0, keptCalls),
        lastAnnouncementNumber: event.call.announcementNumber,
      };
    }
    case 'callEnded':
      return {
        ...view,
        calls: view.calls.map((call) =>
          call.ticketNumber === event.ticketNumber ? { ...call, isStillCalled: false } : call,
        ),
      };
    default:
      return assertNever(event);
  }
}
