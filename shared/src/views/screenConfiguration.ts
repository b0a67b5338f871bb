import { z } from 'zod/mini';
import { idSchemas } from '../base/ids.ts';
import type { DeepReadonly } from '../base/readonly.ts';
import {
  breakReasonSchema,
  counterSettingsSchema,
  outcomeSchema,
  priorityReasonSchema,
  serviceGroupSchema,
  serviceSchema,
} from '../model/configuration.ts';
import { languageSchema, localizedTextSchema } from '../model/language.ts';
import { calendarDateSchema, localTimeSchema } from '../base/time.ts';

const hours = z.tuple([localTimeSchema, localTimeSchema]);
const branch = z.object({
  id: idSchemas.branch,
  name: localizedTextSchema,
  timeZone: z.string(),
  languages: z.array(languageSchema),
  isDemo: z.boolean(),
});

const openingDays = {
  openingHours: z.record(z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']), z.nullable(hours)),
  /** Days that differ from the week within the next 60 days of the configuration, in order; null hours: closed. */
  specialDays: z.array(z.object({ date: calendarDateSchema, hours: z.nullable(hours) })),
};

/** What a board may know of the configuration: the place, its hours, the counters' labels, the groups' colours. */
export const boardConfigurationSchema = z.object({
  branch,
  ...openingDays,
  serviceGroups: z.array(serviceGroupSchema),
  counters: z.array(z.object({ id: idSchemas.counter, label: z.string() })),
  /** Which group's colour a call wears. */
  groupOfService: z.record(idSchemas.service, idSchemas.serviceGroup),
});

/** What a kiosk may know: no clerks, no rules; its hours for the page that says when it opens. */
export const kioskConfigurationSchema = z.object({
  branch,
  address: z.string(),
  ...openingDays,
  serviceGroups: z.array(serviceGroupSchema),
  services: z.array(serviceSchema),
  counters: z.array(counterSettingsSchema),
  priorityReasons: z.array(priorityReasonSchema),
  ordinaryClass: idSchemas.priorityClass,
});

/** What a console may know: everything but PIN hashes, printers' addresses and devices. */
export const counterConfigurationSchema = z.object({
  branch,
  serviceGroups: z.array(serviceGroupSchema),
  services: z.array(serviceSchema),
  counters: z.array(counterSettingsSchema),
  breakReasons: z.array(breakReasonSchema),
  outcomes: z.array(outcomeSchema),
  clerks: z.array(z.object({ id: idSchemas.clerk, name: z.string() })),
  printers: z.array(z.object({ id: idSchemas.printer, name: z.string() })),
  ordinaryClass: idSchemas.priorityClass,
  counterRules: z.object({
    callNextClosesCurrent: z.boolean(),
    serviceStartsAtCall: z.boolean(),
    isOutcomeRequired: z.boolean(),
  }),
});

export type BoardConfiguration = DeepReadonly<z.output<typeof boardConfigurationSchema>>;
export type KioskConfiguration = DeepReadonly<z.output<typeof kioskConfigurationSchema>>;
export type CounterConfiguration = DeepReadonly<z.output<typeof counterConfigurationSchema>>;
