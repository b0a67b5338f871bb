import { z } from 'zod/mini';
import { idSchemas } from '../base/ids.ts';
import type { DeepReadonly } from '../base/readonly.ts';
import { calendarDateSchema, localTimeSchema } from '../base/time.ts';
import { languageSchema, localizedTextSchema } from './language.ts';

const hoursSchema = z.tuple([localTimeSchema, localTimeSchema]);
const colourSchema = z.string().check(z.regex(/^#[0-9A-Fa-f]{6}$/, 'expected a colour such as #0A4DA2'));
const minutesSchema = z.int().check(z.gte(1), z.lte(24 * 60));
const text = z.string().check(z.minLength(1));

export const serviceCardSchema = z.strictObject({
  bring: z.strictObject({
    pl: z.array(text),
    en: z.optional(z.array(text)),
    uk: z.optional(z.array(text)),
  }),
  fee: localizedTextSchema,
  takes: localizedTextSchema,
  online: z.optional(z.url({ protocol: /^https$/ })),
});

export const serviceGroupSchema = z.strictObject({
  id: idSchemas.serviceGroup,
  name: localizedTextSchema,
  /** One accent a group: text and tiles on the light ground, stripes on the dark board. */
  accent: z.strictObject({ onLight: colourSchema, onDark: colourSchema }),
});

export const serviceSchema = z.strictObject({
  id: idSchemas.service,
  group: idSchemas.serviceGroup,
  letter: z.string().check(z.regex(/^[A-Z]$/, 'expected one capital letter A to Z')),
  name: localizedTextSchema,
  typicalServiceMinutes: minutesSchema,
  targetWaitMinutes: minutesSchema,
  card: serviceCardSchema,
});

export const counterSettingsSchema = z.strictObject({
  id: idSchemas.counter,
  label: z.string().check(z.regex(/^[A-Z0-9]{1,3}$/, 'expected a label such as 3 or 12')),
  services: z.array(idSchemas.service).check(z.minLength(1)),
});

export const priorityReasonSchema = z.strictObject({
  id: z.string().check(z.regex(/^[a-z0-9-]{1,64}$/)),
  name: localizedTextSchema,
  priorityClass: idSchemas.priorityClass,
});

const choice = <Id extends z.ZodMiniType>(id: Id) => z.strictObject({ id, name: localizedTextSchema });
export const breakReasonSchema = choice(idSchemas.breakReason);
export const outcomeSchema = choice(idSchemas.outcome);

const branchSchema = z.strictObject({
  id: idSchemas.branch,
  code: z.string().check(z.regex(/^[A-Z0-9]{2,8}$/, 'expected 2 to 8 capital letters or digits')),
  name: localizedTextSchema,
  address: text,
  timeZone: text,
  languages: z.array(languageSchema).check(z.minLength(1)),
  openingHours: z.strictObject({
    mon: z.nullable(hoursSchema),
    tue: z.nullable(hoursSchema),
    wed: z.nullable(hoursSchema),
    thu: z.nullable(hoursSchema),
    fri: z.nullable(hoursSchema),
    sat: z.nullable(hoursSchema),
    sun: z.nullable(hoursSchema),
  }),
  closedDays: z.array(calendarDateSchema),
  specialDays: z.record(calendarDateSchema, hoursSchema),
  publicHolidays: z.enum(['poland', 'none']),
  dayRollover: localTimeSchema,
  /** How many ended business days the journal keeps; without it, all of them. */
  retentionDays: z.optional(z.int().check(z.gte(1), z.lte(3_660))),
  /** Where tickets can be followed on a phone, for the QR code on paper; without it none is printed. */
  publicBaseUrl: z.optional(
    z
      .string()
      .check(
        z.regex(/^https:\/\/[a-z0-9.-]+(:[0-9]+)?(\/[A-Za-z0-9._~-]+)*\/?$/, 'expected an https address in ASCII'),
      ),
  ),
});

const policySchema = z.strictObject({
  order: z.enum(['accumulating', 'firstCome', 'strict']),
  maximumWaitMinutes: minutesSchema,
  priorityClasses: z
    .array(z.strictObject({ id: idSchemas.priorityClass, rate: z.number().check(z.gt(0), z.lte(100)) }))
    .check(z.minLength(1)),
});

const clerkSchema = z.strictObject({
  id: idSchemas.clerk,
  /** How colleagues see the person on consoles, for example "Pracownik 3": no more than that is needed. */
  name: text,
  /** `scrypt:<salt>:<hash>` in base64, or null where the demo makes the PINs. */
  pinHash: z.nullable(z.string().check(z.regex(/^scrypt:[A-Za-z0-9+/=]{16,}:[A-Za-z0-9+/=]{32,}$/))),
});

const printerSchema = z.strictObject({
  id: idSchemas.printer,
  name: text,
  profile: z.enum(['generic80', 'generic58', 'epson80', 'star80', 'kiosk80']),
  connection: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('virtual') }),
    z.strictObject({ kind: z.literal('tcp'), host: text, port: z.int().check(z.gte(1), z.lte(65535)) }),
    z.strictObject({
      kind: z.literal('file'),
      path: z.string().check(z.regex(/^\/dev\/[\w./-]+$/, 'expected a device such as /dev/usb/lp0')),
    }),
    z.strictObject({ kind: z.literal('device'), deviceId: idSchemas.device }),
  ]),
});

const deviceSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    id: idSchemas.device,
    kind: z.literal('kiosk'),
    name: text,
    printer: z.nullable(idSchemas.printer),
  }),
  z.strictObject({
    id: idSchemas.device,
    kind: z.literal('counter'),
    name: text,
    counter: z.nullable(idSchemas.counter),
  }),
  z.strictObject({ id: idSchemas.device, kind: z.literal('display'), name: text }),
]);

/** The form of a branch's configuration; what must fit together across its parts is checked by the server's domain. */
export const configurationSchema = z.strictObject({
  $comment: z.optional(z.string()),
  demo: z.boolean(),
  branch: branchSchema,
  serviceGroups: z.array(serviceGroupSchema).check(z.minLength(1)),
  services: z.array(serviceSchema).check(z.minLength(1)),
  counters: z.array(counterSettingsSchema).check(z.minLength(1)),
  policy: policySchema,
  /** What a call does besides calling, and what a close must say. */
  counterRules: z.strictObject({
    callNextClosesCurrent: z.boolean(),
    serviceStartsAtCall: z.boolean(),
    isOutcomeRequired: z.boolean(),
  }),
  priorityReasons: z.array(priorityReasonSchema),
  breakReasons: z.array(breakReasonSchema).check(z.minLength(1)),
  outcomes: z.array(outcomeSchema),
  clerks: z.array(clerkSchema).check(z.minLength(1)),
  printers: z.array(printerSchema),
  devices: z.array(deviceSchema).check(z.minLength(1)),
});

export type Configuration = DeepReadonly<z.output<typeof configurationSchema>>;
export type Service = Configuration['services'][number];
export type CounterSettings = Configuration['counters'][number];
export type Device = Configuration['devices'][number];
export type PrinterSettings = Configuration['printers'][number];
export type OpeningHours = readonly [
  open: DeepReadonly<z.output<typeof localTimeSchema>>,
  close: DeepReadonly<z.output<typeof localTimeSchema>>,
];
