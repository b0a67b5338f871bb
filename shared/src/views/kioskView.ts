import { z } from 'zod/mini';
import { assertNever } from '../base/assert.ts';
import { idSchemas } from '../base/ids.ts';
import type { CounterId, ServiceId } from '../base/ids.ts';
import type { DeepReadonly } from '../base/readonly.ts';
import { printResultSchema } from '../model/printing.ts';
import { kioskConfigurationSchema } from './screenConfiguration.ts';

const counterStates = z.enum(['closed', 'open', 'paused']);
const printSchema = z.object({ jobId: idSchemas.job, printerId: idSchemas.printer, outcome: printResultSchema });

/** A kiosk counts people and knows what became of its own prints; never who waits, where, or why. */
export const kioskEventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('kioskConfigured'), configuration: kioskConfigurationSchema }),
  z.object({ type: z.literal('dayStarted') }),
  z.object({ type: z.literal('waitingChanged'), serviceId: idSchemas.service, by: z.int() }),
  z.object({ type: z.literal('counterChanged'), counterId: idSchemas.counter, state: counterStates }),
  z.object({ type: z.literal('printSettled'), print: printSchema }),
]);
export const kioskViewSchema = z.object({
  configuration: z.nullable(kioskConfigurationSchema),
  waiting: z.record(idSchemas.service, z.int()),
  counters: z.record(idSchemas.counter, counterStates),
  /** Newest first. */
  prints: z.array(printSchema),
});

export type SettledPrint = DeepReadonly<z.output<typeof printSchema>>;
export type KioskEvent = DeepReadonly<z.output<typeof kioskEventSchema>>;
export type KioskView = {
  readonly configuration: DeepReadonly<z.output<typeof kioskConfigurationSchema>> | null;
  readonly waiting: { readonly [Id in ServiceId]?: number };
  readonly counters: { readonly [Id in CounterId]?: 'closed' | 'open' | 'paused' };
  readonly prints: readonly SettledPrint[];
};

/** As many as several kiosks can have in flight at once. */
const keptPrints = 32;

export const emptyKioskView: KioskView = { configuration: null, waiting: {}, counters: {}, prints: [] };

/** The kiosk's picture after `events`, in order; a new object, the old view stays as it was. */
export function foldKioskView(view: KioskView, events: readonly KioskEvent[]): KioskView {
  return events.reduce(foldOne, view);
}

function foldOne(view: KioskView, event: KioskEvent): KioskView {
  switch (event.type) {
    case 'kioskConfigured':
      return { ...view, configuration: event.configuration };
    case 'dayStarted':
      return { ...view, waiting: {}, prints: [] };
    case 'waitingChanged': {
      const count = (view.waiting[event.serviceId] ?? 0) + event.by;
      return { ...view, waiting: { ...view.waiting, [event.serviceId]: count } };
    }
    case 'counterChanged':
      return { ...view, counters: { ...view.counters, [event.counterId]: event.state } };
    case 'printSettled':
      return { ...view, prints: [event.print, ...view.prints].slice(0, keptPrints) };
    default:
      return assertNever(event);
  }
}
