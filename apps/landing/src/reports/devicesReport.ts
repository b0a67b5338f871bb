import { idSchemas, instantSchema, type DeepReadonly } from '@okienko/shared';
import { z } from 'zod/mini';

const deviceSchema = z.object({
  id: idSchemas.device,
  kind: z.enum(['kiosk', 'counter', 'display']),
  name: z.string(),
  path: z.string().check(z.startsWith('/')),
  connectedSince: z.nullable(instantSchema),
  /** The counter that this console commands now, by its label. */
  counterLabel: z.nullable(z.string()),
  /** `ok`, `offline`, or a state of a newer server that this page only knows to be neither. */
  state: z.string(),
});

/** The answer of `GET /api/v1/devices`. */
export const devicesReportSchema = z.object({
  branch: z.object({ name: z.string() }),
  isDemo: z.boolean(),
  now: instantSchema,
  startedAt: instantSchema,
  timeZone: z.string(),
  seq: z.int(),
  devices: z.array(deviceSchema),
});

export type ListedDevice = DeepReadonly<z.output<typeof deviceSchema>>;
export type DevicesReport = DeepReadonly<z.output<typeof devicesReportSchema>>;
