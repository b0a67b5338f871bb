import {
  type CalendarDate,
  type ClerkId,
  type Configuration,
  type CounterId,
  type DeviceId,
  idSchemas,
  type Instant,
  instantAt,
  localTimeSchema,
  calendarDateSchema,
  type PriorityClassId,
  required,
  type Service,
  type ServiceId,
  type TicketId,
} from '@okienko/shared';
import example from '../../../examples/pom-bronowice.json' with { type: 'json' };
import { parseConfiguration } from '../configurationCheck.ts';

/** The example branch, read as the server reads it. */
export const exampleConfiguration: Configuration = checked(JSON.stringify(example));

/** The example with some of its parts replaced; the result must pass the server's own check. */
export function exampleWith(changes: Partial<Configuration>): Configuration {
  return checked(JSON.stringify({ ...exampleConfiguration, ...changes }));
}

/** The example with another policy. */
export function exampleWithPolicy(policy: Partial<Configuration['policy']>): Configuration {
  return exampleWith({ policy: { ...exampleConfiguration.policy, ...policy } });
}

/** The example with other rules of calls and closes. */
export function exampleWithRules(rules: Partial<Configuration['counterRules']>): Configuration {
  return exampleWith({ counterRules: { ...exampleConfiguration.counterRules, ...rules } });
}

/** The example with other days and hours. */
export function exampleWithBranch(branch: Partial<Configuration['branch']>): Configuration {
  return exampleWith({ branch: { ...exampleConfiguration.branch, ...branch } });
}

/** The example as a real office runs it: no demo, so that opening hours count. */
export function officeWith(branch: Partial<Configuration['branch']> = {}): Configuration {
  const pinHash = `scrypt:${'A'.repeat(22)}==:${'B'.repeat(43)}=`;
  return exampleWith({
    demo: false,
    branch: { ...exampleConfiguration.branch, ...branch },
    clerks: exampleConfiguration.clerks.map((clerk) => ({ ...clerk, pinHash })),
  });
}

/** A moment of the branch's wall clock. */
export function warsaw(date: string, time: string): Instant {
  return instantAt(dayOf(date), localTimeSchema.parse(time), 'Europe/Warsaw');
}

/** A day of the calendar. */
export function dayOf(date: string): CalendarDate {
  return calendarDateSchema.parse(date);
}

/** A UUID that is the same in every run. */
export function uuidOf(block: number, count: number): string {
  const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0');
  return `0197a000-0000-7000-8000-${hex(block, 4)}${hex(count, 8)}`;
}

/** The id of the ticket with this number: one for each letter and count. */
export function ticketIdOf(ticketNumber: string): TicketId {
  return idSchemas.ticket.parse(uuidOf(ticketNumber.charCodeAt(0), Number(ticketNumber.slice(1))));
}

/** The service whose letter begins a ticket number. */
export function serviceOf(ticketNumber: string): Service {
  const found = exampleConfiguration.services.find(({ letter }) => letter === ticketNumber.slice(0, 1));
  return required(found, `a service with the letter of ${ticketNumber}`);
}

/** The id of a service, checked as every id is. */
export function serviceId(text: string): ServiceId {
  return idSchemas.service.parse(text);
}

/** The id of a counter: "c1" to "c5" in the example. */
export function counterId(text: string): CounterId {
  return idSchemas.counter.parse(text);
}

/** The device that commands a counter of the example: "counter-2" for "c2". */
export function deviceAt(counter: string): DeviceId {
  return idSchemas.device.parse(counter.replace(/^c/, 'counter-'));
}

/** The clerk who usually works at a counter of the example: "clerk-2" for "c2". */
export function clerkAt(counter: string): ClerkId {
  return idSchemas.clerk.parse(counter.replace(/^c/, 'clerk-'));
}

export const ordinary: PriorityClassId = idSchemas.priorityClass.parse('ordinary');
export const priority: PriorityClassId = idSchemas.priorityClass.parse('priority');

function checked(text: string): Configuration {
  const parsed = parseConfiguration(text);
  return required(parsed.isValid ? parsed.configuration : null, 'a valid example configuration');
}
