import { z } from 'zod/mini';
import type { DeviceId } from '../base/ids.ts';
import type { DeepReadonly } from '../base/readonly.ts';

/** The most bytes of a ticket in one message; a longer ticket goes in several. */
export const pipePieceBytes = 32 * 1_024;
/** The most bytes in an answer: a printer says a few. */
export const pipeReadingBytes = 1_024;
/** A connection that hears no next operation for so long is ended by the kiosk: its server has gone or given up. */
export const pipeSilenceLimitMs = 15_000;

const bytesUpTo = (count: number) => z.base64().check(z.maxLength(Math.ceil(count / 3) * 4));
const onConnection = {
  /** Told by the server, new for each opening, so that an operation never acts on another's connection. */
  connectionId: z.int().check(z.gte(0)),
};
const timeoutMs = z.number().check(z.gte(0), z.lte(10_000));

/**
 * What a server asks of the printer beside a kiosk: a connection as a pipe for bytes, which are nothing but bytes to
 * the kiosk. An opening ends the connection before it.
 */
export const pipeOperationSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('open'), ...onConnection, timeoutMs }),
  z.strictObject({ type: z.literal('write'), ...onConnection, timeoutMs, bytes: bytesUpTo(pipePieceBytes) }),
  z.strictObject({ type: z.literal('read'), ...onConnection, timeoutMs }),
  z.strictObject({ type: z.literal('finish'), ...onConnection, timeoutMs }),
  z.strictObject({ type: z.literal('destroy'), ...onConnection }),
]);
export type PipeOperation = DeepReadonly<z.output<typeof pipeOperationSchema>>;

/** What came of an operation; `lost` also where it was not for the open connection. */
export const pipeAnswerSchema = z.discriminatedUnion('answer', [
  z.object({ answer: z.literal('opened') }),
  /** With the system's word for it, or `noBridge` where no printer's window holds the page. */
  z.object({ answer: z.literal('refused'), problem: z.string().check(z.maxLength(200)) }),
  z.object({ answer: z.literal('written') }),
  z.object({ answer: z.literal('stalled') }),
  z.object({ answer: z.literal('bytes'), bytes: bytesUpTo(pipeReadingBytes) }),
  z.object({ answer: z.literal('silence') }),
  z.object({ answer: z.literal('finished'), isWhole: z.boolean() }),
  z.object({ answer: z.literal('lost') }),
]);
export type PipeAnswer = DeepReadonly<z.output<typeof pipeAnswerSchema>>;

/** One page of a kiosk, as its server reaches the printer beside it. */
export type KioskPrinterLink = {
  readonly deviceId: DeviceId;
  /** The answer as it came, still to be parsed; null where none came in time or the page has gone. Never rejects. */
  readonly ask: (operation: PipeOperation, timeoutMs: number) => Promise<unknown>;
};
