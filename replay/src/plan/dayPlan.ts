import {
  after,
  type CalendarDate,
  type Configuration,
  type Instant,
  instantAt,
  instantOf,
  type Language,
  localTimeSchema,
  milliseconds,
  minutes,
  type PriorityClassId,
  required,
  seconds,
  type ServiceId,
} from '@okienko/shared';

/** A customer who will come: when, what for, and how the ticket is to be issued. */
export type PlannedTicket = {
  /** Says in the report which one it is. */
  readonly name: string;
  readonly serviceId: ServiceId;
  readonly priorityClass: PriorityClassId;
  readonly language: Language;
  readonly issueAt: Instant;
  /** When the record called it; null on a day that nobody recorded. */
  readonly callAt: Instant | null;
};

/** What every replayed day has, wherever it comes from. */
export type DayPlan<Ticket extends PlannedTicket = PlannedTicket> = {
  readonly title: string;
  readonly date: CalendarDate;
  /** A demo, in which every counter has a clerk and a console of its own. */
  readonly configuration: Configuration;
  /** At least one, in the order of issue. */
  readonly tickets: readonly Ticket[];
  /** The same tickets by the lines in which they must be called one after another. */
  readonly lines: readonly (readonly Ticket[])[];
  /** What the reader of the report must know about how the day was made. */
  readonly notes: readonly string[];
};

/** A server needs this long before it answers, on a busy machine. */
const serverStartMs = seconds(4);
/** A sign-in hashes its PIN, one after another. */
const signInMs = 90;
const leastLeadMs = minutes(5);

/**
 * When the business clock starts: long enough before the first ticket for the server to start and the clerks to sign
 * in, which takes as much more business time as the day runs faster; not before the business day itself.
 */
export function clockStartOf({ tickets, date, configuration }: DayPlan, speed: number): Instant {
  const { timeZone, dayRollover } = configuration.branch;
  const firstAt = required(tickets[0], 'a ticket').issueAt;
  const leadMs = Math.max(leastLeadMs, (serverStartMs + signInMs * configuration.counters.length) * speed);
  const dayStart = after(instantAt(date, dayRollover, timeZone), minutes(1));
  return instantOf(Math.max(firstAt - leadMs, dayStart));
}

/** The instant of a minute after local midnight, as a clock on the wall counts them, with its fraction. */
export function instantOfMinute(date: CalendarDate, minute: number, timeZone: string): Instant {
  const whole = Math.floor(minute);
  const [hour, rest] = [Math.floor(whole / 60), whole % 60].map((part) => String(part).padStart(2, '0'));
  const wall = instantAt(date, localTimeSchema.parse(`${hour}:${rest}`), timeZone);
  return after(wall, milliseconds(Math.round((minute - whole) * minutes(1))));
}
