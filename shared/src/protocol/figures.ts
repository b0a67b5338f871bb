import { z } from 'zod/mini';
import { idSchemas } from '../base/ids.ts';
import type { DeepReadonly } from '../base/readonly.ts';
import { instantSchema } from '../base/time.ts';
import { callReasonSchema } from '../model/callReason.ts';
import { openingSchema } from '../model/opening.ts';
import { printerConditionSchema, printerTroubles } from '../model/printing.ts';
import { waitRangeSchema } from '../model/ticket.ts';

/** A fault that people must see until it is gone. */
export const alarmSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('journalFault'), since: instantSchema, problem: z.string() }),
  z.object({ kind: z.literal('clockJumped'), since: instantSchema, byMs: z.number() }),
  z.object({ kind: z.literal('commandQuarantined'), since: instantSchema, count: z.int() }),
  z.object({
    kind: z.literal('printerFault'),
    since: instantSchema,
    printerName: z.string(),
    problem: z.enum(printerTroubles),
  }),
  z.object({ kind: z.literal('paperLow'), since: instantSchema, printerName: z.string() }),
  z.object({ kind: z.literal('backupFailed'), since: instantSchema, problem: z.string() }),
]);
export type Alarm = DeepReadonly<z.output<typeof alarmSchema>>;

/** Every kind of alarm, so that a list of them anywhere is whole. */
export const alarmKinds: readonly Alarm['kind'][] = alarmSchema.def.options.flatMap(
  ({ shape }) => shape.kind.def.values,
);

const stamp = { seq: idSchemas.seq, opening: openingSchema };

/** What changes with time alone: sent beside the deltas at most once a second, never folded into a view. */
export const boardFiguresSchema = z.object(stamp);
export const kioskFiguresSchema = z.object({
  ...stamp,
  services: z.record(
    idSchemas.service,
    z.object({ peopleAhead: z.int(), waitRange: z.nullable(waitRangeSchema), counterIds: z.array(idSchemas.counter) }),
  ),
  /** The printer of each kiosk that has one; a kiosk looks itself up. */
  printers: z.record(idSchemas.device, printerConditionSchema),
});
export const counterFiguresSchema = z.object({
  ...stamp,
  /** For each staffed counter, whom an automatic call would take now, why, and which other open counters would too. */
  next: z.record(
    idSchemas.counter,
    z.nullable(
      z.object({ ticketId: idSchemas.ticket, reason: callReasonSchema, alsoSeenBy: z.array(idSchemas.counter) }),
    ),
  ),
  alarms: z.array(alarmSchema),
});

export type BoardFigures = DeepReadonly<z.output<typeof boardFiguresSchema>>;
export type KioskFigures = DeepReadonly<z.output<typeof kioskFiguresSchema>>;
export type CounterFigures = DeepReadonly<z.output<typeof counterFiguresSchema>>;
