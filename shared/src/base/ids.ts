import { z } from 'zod/mini';

declare const brandName: unique symbol;

/** A primitive that only its own parser can make, so that two kinds of id cannot be swapped. */
export type Brand<Base extends string | number, Name extends string> = Base & { readonly [brandName]: Name };

export type ServiceId = Brand<string, 'ServiceId'>;
export type ServiceGroupId = Brand<string, 'ServiceGroupId'>;
export type CounterId = Brand<string, 'CounterId'>;
export type ClerkId = Brand<string, 'ClerkId'>;
export type DeviceId = Brand<string, 'DeviceId'>;
export type PrinterId = Brand<string, 'PrinterId'>;
export type BranchId = Brand<string, 'BranchId'>;
export type OutcomeId = Brand<string, 'OutcomeId'>;
export type BreakReasonId = Brand<string, 'BreakReasonId'>;
export type PriorityClassId = Brand<string, 'PriorityClassId'>;
/** One visit, unique for ever (UUIDv7). */
export type TicketId = Brand<string, 'TicketId'>;
/** What the paper says, for example "D042": unique only within one business day. */
export type TicketNumber = Brand<string, 'TicketNumber'>;
/** One try of one command, made by the sender (UUIDv7) and kept over every resend. */
export type CommandId = Brand<string, 'CommandId'>;
export type JobId = Brand<string, 'JobId'>;
/** One journal file: new at creation and at every restore. */
export type JournalId = Brand<string, 'JournalId'>;
/** One run of the server. */
export type Epoch = Brand<string, 'Epoch'>;
/** A position in the journal: 1 is the first event, 0 stands before it. */
export type Seq = Brand<number, 'Seq'>;

/** Ids are keys of plain objects in views: the one word of this form that every object answers to cannot be one. */
const slugForm = /^(?!constructor$)[a-z0-9][a-z0-9-]{0,63}$/;
const uuidForm = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

function branded<Id extends Brand<string, string>>(form: RegExp, formText: string) {
  return z.pipe(
    z.string().check(z.regex(form, formText)),
    z.transform((text) => text as Id),
  );
}

const slug = <Id extends Brand<string, string>>() =>
  branded<Id>(slugForm, 'expected 1 to 64 small letters, digits or dashes');
const uuid = <Id extends Brand<string, string>>() => branded<Id>(uuidForm, 'expected a UUID in small letters');

/** Parsers of every id: the only way to turn text from outside into an id. */
export const idSchemas = {
  service: slug<ServiceId>(),
  serviceGroup: slug<ServiceGroupId>(),
  counter: slug<CounterId>(),
  clerk: slug<ClerkId>(),
  device: slug<DeviceId>(),
  printer: slug<PrinterId>(),
  branch: slug<BranchId>(),
  outcome: slug<OutcomeId>(),
  breakReason: slug<BreakReasonId>(),
  priorityClass: slug<PriorityClassId>(),
  ticket: uuid<TicketId>(),
  ticketNumber: branded<TicketNumber>(/^[A-Z][0-9]{3,6}$/, 'expected a ticket number such as D042'),
  command: branded<CommandId>(
    /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|(day-end|configuration|clock|print|restore):[0-9a-z:-]{1,80})$/,
    'expected a command id',
  ),
  /** Ids that a device may send: the server's own commands (`day-end:…`) cannot be forged from outside. */
  clientCommand: uuid<CommandId>(),
  job: uuid<JobId>(),
  journal: uuid<JournalId>(),
  epoch: uuid<Epoch>(),
  seq: z.pipe(
    z.int().check(z.gte(0)),
    z.transform((value) => value as Seq),
  ),
} as const;

/** Brands a position that the journal itself counted. */
export function seqOf(value: number): Seq {
  return value as Seq;
}

/** The printed label of the `count`-th ticket of a letter that day: 001–999, then 1000 and on. */
export function ticketNumberOf(letter: string, count: number): TicketNumber {
  return `${letter}${String(count).padStart(3, '0')}` as TicketNumber;
}
