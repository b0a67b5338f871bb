import { instantSchema, type DeepReadonly, pretendedFaults } from '@okienko/shared';
import { z } from 'zod/mini';

const align = z.enum(['left', 'center', 'right']);
const runSchema = z.object({
  text: z.string(),
  font: z.enum(['A', 'B']),
  widthScale: z.int(),
  heightScale: z.int(),
  isBold: z.boolean(),
  isUnderlined: z.boolean(),
  isInverse: z.boolean(),
});
const blockSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('line'), align, heightDots: z.int(), runs: z.array(runSchema) }),
  z.object({ kind: z.literal('rule'), heightDots: z.int() }),
  z.object({ kind: z.literal('blank'), heightDots: z.int() }),
  z.object({ kind: z.literal('qr'), align, text: z.string(), sideDots: z.int() }),
  z.object({
    kind: z.literal('raster'),
    align,
    widthDots: z.int(),
    heightDots: z.int(),
    widthScale: z.int(),
    heightScale: z.int(),
    bitsBase64: z.string(),
  }),
  z.object({ kind: z.literal('cut'), isPartial: z.boolean() }),
  z.object({ kind: z.literal('unknown'), bytesHex: z.string() }),
]);
const stripSchema = z.object({
  stripNumber: z.int(),
  receivedAt: instantSchema,
  byteCount: z.int(),
  ending: z.enum(['cut', 'uncut', 'broken']),
  drawing: z.object({ widthDots: z.int(), title: z.nullable(z.string()), blocks: z.array(blockSchema) }),
});

/** The answer of `GET /api/v1/printer/tickets`; the port is null where the branch has no virtual printer. */
export const printerReportSchema = z.object({
  port: z.nullable(z.int()),
  fault: z.enum(pretendedFaults),
  tickets: z.array(stripSchema),
});

export type PrinterReport = DeepReadonly<z.output<typeof printerReportSchema>>;
export type Strip = DeepReadonly<z.output<typeof stripSchema>>;
export type DrawnBlock = Strip['drawing']['blocks'][number];
export type DrawnRun = Extract<DrawnBlock, { kind: 'line' }>['runs'][number];
