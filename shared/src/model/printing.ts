import { z } from 'zod/mini';
import { idSchemas } from '../base/ids.ts';
import type { DeepReadonly } from '../base/readonly.ts';

/** Why not a byte of a ticket was sent; `expired` = it waited so long that its customer has gone on without it. */
export const printFailureReasons = [
  'unreachable',
  'offline',
  'coverOpen',
  'paperOut',
  'connectionLost',
  'fault',
  'expired',
] as const;
export type PrintFailureReason = (typeof printFailureReasons)[number];

/** What is known of a job: `sentUnconfirmed` = the printer never answers status, `unknown` = it should have and did not. */
export const printResultSchema = z.discriminatedUnion('result', [
  z.object({ result: z.literal('printed') }),
  z.object({ result: z.literal('failed'), reason: z.enum(printFailureReasons) }),
  z.object({ result: z.literal('sentUnconfirmed') }),
  z.object({ result: z.literal('unknown') }),
]);
export type PrintResult = DeepReadonly<z.output<typeof printResultSchema>>;

/** One order to print one ticket once; a reprint is another job. */
export const printJobSchema = z.object({
  jobId: idSchemas.job,
  ticketId: idSchemas.ticket,
  printerId: idSchemas.printer,
  isCopy: z.boolean(),
});
export type PrintJob = DeepReadonly<z.output<typeof printJobSchema>>;

/** The newest job of a ticket and what came of it; null until its result is recorded. */
export const printStateSchema = z.object({
  jobId: idSchemas.job,
  printerId: idSchemas.printer,
  isCopy: z.boolean(),
  outcome: z.nullable(printResultSchema),
});
export type PrintState = DeepReadonly<z.output<typeof printStateSchema>>;

/** Why a printer does not print; `unknown` = the last ticket was sent and never confirmed. */
export const printerTroubles = [...printFailureReasons, 'unknown'] as const;

/**
 * What is known of a printer between its jobs: `paperLow` prints and wants a new roll soon, `notPrinting` with the
 * reason.
 */
export const printerConditionSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('ready') }),
  z.object({ state: z.literal('paperLow') }),
  z.object({ state: z.literal('notPrinting'), reason: z.enum(printerTroubles) }),
]);
export type PrinterCondition = DeepReadonly<z.output<typeof printerConditionSchema>>;
