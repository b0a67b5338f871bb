import { z } from 'zod/mini';
import { idSchemas } from '../base/ids.ts';
import type { DeepReadonly } from '../base/readonly.ts';
import { instantSchema } from '../base/time.ts';
import { ticketStates } from './ticket.ts';

const plainReasons = [
  'QueueEmpty',
  'CounterUnknown',
  'CounterNotOpen',
  'CounterPaused',
  'CounterBusy',
  'NotYourCounter',
  'TicketUnknown',
  'ServiceUnknown',
  'ServiceNotAtCounter',
  'PriorityClassUnknown',
  'OutcomeUnknown',
  'OutcomeRequired',
  'BreakReasonUnknown',
  'PrintJobUnknown',
  'PrintPending',
  'PrinterUnknown',
  'BranchClosed',
  'TooOld',
  'Quarantined',
  'UnsupportedVersion',
  'DeviceUnknown',
  'NotForThisDevice',
  'PriorityClassInUse',
] as const;

/** Why a command was not done: a value, final for its command id, with what a screen needs to say it in words. */
export const rejectionSchema = z.discriminatedUnion('reason', [
  z.object({ reason: z.enum(plainReasons) }),
  z.object({ reason: z.literal('SituationChanged'), state: z.nullable(z.enum(ticketStates)) }),
  z.object({ reason: z.literal('NotAllowed'), state: z.enum(ticketStates), action: z.string() }),
  z.object({ reason: z.literal('CounterTaken'), clerkId: idSchemas.clerk }),
  z.object({ reason: z.literal('ClerkElsewhere'), counterId: idSchemas.counter }),
  z.object({ reason: z.literal('WrongPin'), triesLeft: z.int() }),
  z.object({ reason: z.literal('PinLocked'), until: instantSchema }),
  z.object({ reason: z.literal('ServiceWithOpenTickets'), serviceIds: z.array(idSchemas.service) }),
  z.object({ reason: z.literal('Malformed'), path: z.string(), problem: z.string() }),
]);
export type Rejection = DeepReadonly<z.output<typeof rejectionSchema>>;
export type RejectionReason = Rejection['reason'];
