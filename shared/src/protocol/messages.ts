import { z } from 'zod/mini';
import { idSchemas } from '../base/ids.ts';
import type { DeepReadonly } from '../base/readonly.ts';
import { instantSchema } from '../base/time.ts';

const position = { journalId: idSchemas.journal, epoch: idSchemas.epoch };

export const audiences = ['kiosk', 'counter', 'display'] as const;
export type Audience = (typeof audiences)[number];

/** The session's first words, in the connection's handshake. */
export const handshakeSchema = z.strictObject({ protocolVersion: z.int(), deviceId: idSchemas.device });
export type Handshake = DeepReadonly<z.output<typeof handshakeSchema>>;

/** Proof of life, once a second; `now` is business time, `clockRate` business milliseconds in a real one. */
export const heartbeatSchema = z.object({
  ...position,
  seq: idSchemas.seq,
  now: instantSchema,
  clockRate: z.number(),
  /** False while the journal cannot write: kiosks offer no ticket and consoles arm nothing. */
  isWritable: z.boolean(),
});
export type Heartbeat = DeepReadonly<z.output<typeof heartbeatSchema>>;

/** One turn of the engine for one audience; `events` may be empty, the positions still count. */
export type Delta<Event> = {
  readonly journalId: Heartbeat['journalId'];
  readonly epoch: Heartbeat['epoch'];
  readonly fromSeq: Heartbeat['seq'];
  readonly toSeq: Heartbeat['seq'];
  readonly events: readonly Event[];
};

/** The schema of an audience's deltas. */
export function deltaSchemaOf<Event extends z.ZodMiniType>(event: Event) {
  return z.object({ ...position, fromSeq: idSchemas.seq, toSeq: idSchemas.seq, events: z.array(event) });
}

/** The whole picture at its own position, with the newest figures and heartbeat, in answer to every subscribe. */
export type Snapshot<View, Figures> = {
  readonly journalId: Heartbeat['journalId'];
  readonly epoch: Heartbeat['epoch'];
  readonly seq: Heartbeat['seq'];
  readonly view: View;
  readonly figures: Figures;
  readonly heartbeat: Heartbeat;
};

const subscriptionRefusals = ['UnsupportedVersion', 'DeviceUnknown', 'NotForThisDevice', 'RateLimited'] as const;
export type SubscriptionRefusal = (typeof subscriptionRefusals)[number];

/** The answer to a subscribe: a snapshot, or why this device gets none. */
export function subscriptionSchemaOf<View extends z.ZodMiniType, Figures extends z.ZodMiniType>(
  view: View,
  figures: Figures,
) {
  return z.discriminatedUnion('answer', [
    z.object({
      answer: z.literal('snapshot'),
      snapshot: z.object({ ...position, seq: idSchemas.seq, view, figures, heartbeat: heartbeatSchema }),
    }),
    z.object({
      answer: z.literal('refused'),
      reason: z.enum(subscriptionRefusals),
    }),
  ]);
}
