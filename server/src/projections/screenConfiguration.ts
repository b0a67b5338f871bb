import {
  type BoardConfiguration,
  type CalendarDate,
  type Configuration,
  type CounterConfiguration,
  type KioskConfiguration,
  type PriorityClassId,
  required,
} from '@okienko/shared';
import { specialDaysFrom } from '../domain/calendar.ts';

/** How many days ahead kiosks and boards tell of other hours than the week's. */
const announcedDays = 60;

/** What a board may know of the configuration; `today` is where its list of special days begins. */
export function boardConfigurationOf(configuration: Configuration, today: CalendarDate): BoardConfiguration {
  return {
    branch: branchOf(configuration),
    openingHours: configuration.branch.openingHours,
    specialDays: specialDaysFrom(configuration, today, announcedDays),
    serviceGroups: configuration.serviceGroups,
    counters: configuration.counters.map(({ id, label }) => ({ id, label })),
    groupOfService: Object.fromEntries(configuration.services.map(({ id, group }) => [id, group])),
  };
}

/** What a kiosk may know; `today` is where its list of special days begins. */
export function kioskConfigurationOf(configuration: Configuration, today: CalendarDate): KioskConfiguration {
  const { branch, serviceGroups, services, counters, priorityReasons } = configuration;
  return {
    branch: branchOf(configuration),
    address: branch.address,
    openingHours: branch.openingHours,
    specialDays: specialDaysFrom(configuration, today, announcedDays),
    serviceGroups,
    services,
    counters,
    priorityReasons,
    ordinaryClass: ordinaryClassOf(configuration),
  };
}

/** What a console may know: no PIN hash, no printer's address, no device. */
export function counterConfigurationOf(configuration: Configuration): CounterConfiguration {
  const { serviceGroups, services, counters, breakReasons, outcomes, counterRules } = configuration;
  return {
    branch: branchOf(configuration),
    serviceGroups,
    services,
    counters,
    breakReasons,
    outcomes,
    clerks: configuration.clerks.map(({ id, name }) => ({ id, name })),
    printers: configuration.printers.map(({ id, name }) => ({ id, name })),
    ordinaryClass: ordinaryClassOf(configuration),
    counterRules,
  };
}

/** The class of somebody who claims no priority: the first one that the policy names. */
export function ordinaryClassOf(configuration: Configuration): PriorityClassId {
  return required(configuration.policy.priorityClasses[0], 'a priority class').id;
}

function branchOf(configuration: Configuration) {
  const { id, name, timeZone, languages } = configuration.branch;
  return { id, name, timeZone, languages, isDemo: configuration.demo };
}
