import { assertNever, type Configuration, isCalendarDate, isTimeZone } from '@okienko/shared';
import { accentMistakes } from './accentContrast.ts';
import type { Mistake } from './configurationCheck.ts';

type Check = (configuration: Configuration) => readonly Mistake[];

/** What does not fit together across the parts of a configuration whose form is right. */
export function crossMistakes(configuration: Configuration): readonly Mistake[] {
  return crossChecks.flatMap((check) => check(configuration));
}

const crossChecks: readonly Check[] = [
  timeZone,
  branchDays,
  rolloverAtNight,
  duplicates,
  references,
  givableOutcome,
  translations,
  clerkPins,
  accentMistakes,
];

function timeZone({ branch }: Configuration): readonly Mistake[] {
  return isTimeZone(branch.timeZone) ? [] : [{ path: 'branch.timeZone', problem: `no time zone "${branch.timeZone}"` }];
}

function duplicates(c: Configuration): readonly Mistake[] {
  return [
    ...unique(c.branch.languages, (index) => `branch.languages[${index}]`),
    ...uniqueIds('serviceGroups', c.serviceGroups),
    ...uniqueIds('services', c.services),
    ...unique(
      c.services.map(({ letter }) => letter),
      (index) => `services[${index}].letter`,
    ),
    ...uniqueIds('counters', c.counters),
    ...unique(
      c.counters.map(({ label }) => label),
      (index) => `counters[${index}].label`,
    ),
    ...c.counters.flatMap(({ services }, at) => unique(services, (index) => `counters[${at}].services[${index}]`)),
    ...uniqueIds('policy.priorityClasses', c.policy.priorityClasses),
    ...uniqueIds('priorityReasons', c.priorityReasons),
    ...uniqueIds('breakReasons', c.breakReasons),
    ...uniqueIds('outcomes', c.outcomes),
    ...uniqueIds('clerks', c.clerks),
    ...uniqueIds('printers', c.printers),
    ...unique(c.printers.map(placeOfPrinter), (index) => `printers[${index}].connection`),
    ...uniqueIds('devices', c.devices),
  ];
}

/**
 * Where a printer is reached: two entries for one place would break off each other's connection, and tickets in the
 * middle. Each virtual printer is one of its own.
 */
function placeOfPrinter({ id, connection }: Configuration['printers'][number]): string {
  switch (connection.kind) {
    case 'virtual':
      return `virtual ${id}`;
    case 'tcp':
      return `${connection.host.toLowerCase()}:${connection.port}`;
    case 'file':
      return connection.path;
    case 'device':
      return connection.deviceId;
    default:
      return assertNever(connection);
  }
}

function uniqueIds(list: string, members: readonly { readonly id: string }[]): readonly Mistake[] {
  return unique(
    members.map(({ id }) => id),
    (index) => `${list}[${index}].id`,
  );
}

function unique(values: readonly string[], pathOf: (index: number) => string): readonly Mistake[] {
  return values.flatMap((value, index) => {
    const first = values.indexOf(value);
    return first === index ? [] : [{ path: pathOf(index), problem: `"${value}" is taken by ${pathOf(first)}` }];
  });
}

function branchDays(configuration: Configuration): readonly Mistake[] {
  const { branch } = configuration;
  const mistakes: Mistake[] = [];
  for (const [day, hours] of Object.entries(branch.openingHours)) {
    if (hours !== null && hours[0] >= hours[1]) {
      mistakes.push({ path: `branch.openingHours.${day}`, problem: `opens at ${hours[0]}, closes at ${hours[1]}` });
    }
  }
  branch.closedDays.forEach((date, index) => {
    if (!isCalendarDate(date)) mistakes.push({ path: `branch.closedDays[${index}]`, problem: `no such day: ${date}` });
  });
  for (const [date, hours] of Object.entries(branch.specialDays)) {
    const path = `branch.specialDays.${date}`;
    if (!isCalendarDate(date)) mistakes.push({ path, problem: `no such day: ${date}` });
    if (hours !== undefined && hours[0] >= hours[1]) {
      mistakes.push({ path, problem: `opens at ${hours[0]}, closes at ${hours[1]}` });
    }
  }
  return mistakes;
}

/** The rollover closes every ticket: it must not come while people are served. */
function rolloverAtNight({ branch }: Configuration): readonly Mistake[] {
  const { dayRollover, openingHours, specialDays } = branch;
  return [...Object.entries(openingHours), ...Object.entries(specialDays)].flatMap(([day, hours]) =>
    hours !== null && hours !== undefined && hours[0] < dayRollover && dayRollover < hours[1]
      ? [{ path: 'branch.dayRollover', problem: `${dayRollover} is within the hours of ${day}` }]
      : [],
  );
}

function references(configuration: Configuration): readonly Mistake[] {
  const ids = (list: readonly { readonly id: string }[]) => new Set(list.map(({ id }) => id));
  const groups = ids(configuration.serviceGroups);
  const services = ids(configuration.services);
  const classes = ids(configuration.policy.priorityClasses);
  const printers = ids(configuration.printers);
  const counters = ids(configuration.counters);
  const kiosks = ids(configuration.devices.filter(({ kind }) => kind === 'kiosk'));
  const missing = (known: ReadonlySet<string>, id: string, path: string, what: string): Mistake[] =>
    known.has(id) ? [] : [{ path, problem: `no ${what} "${id}"` }];
  return [
    ...configuration.services.flatMap(({ group }, index) =>
      missing(groups, group, `services[${index}].group`, 'service group'),
    ),
    ...configuration.counters.flatMap((counter, index) =>
      counter.services.flatMap((id, at) => missing(services, id, `counters[${index}].services[${at}]`, 'service')),
    ),
    ...configuration.priorityReasons.flatMap((reason, index) =>
      missing(classes, reason.priorityClass, `priorityReasons[${index}].priorityClass`, 'priority class'),
    ),
    ...configuration.printers.flatMap(({ connection }, index) =>
      connection.kind === 'device'
        ? missing(kiosks, connection.deviceId, `printers[${index}].connection.deviceId`, 'kiosk')
        : [],
    ),
    ...configuration.devices.flatMap((device, index) => {
      const path = `devices[${index}]`;
      if (device.kind === 'kiosk' && device.printer !== null) {
        return missing(printers, device.printer, `${path}.printer`, 'printer');
      }
      if (device.kind === 'counter' && device.counter !== null) {
        return missing(counters, device.counter, `${path}.counter`, 'counter');
      }
      return [];
    }),
  ];
}

/** A visit that must end with an outcome could never end where there is none to give. */
function givableOutcome({ counterRules, outcomes }: Configuration): readonly Mistake[] {
  if (!counterRules.isOutcomeRequired || outcomes.length > 0) return [];
  return [{ path: 'outcomes', problem: 'at least one is needed, because counterRules.isOutcomeRequired is true' }];
}

/** Texts that customers read must be there in every language of the branch; staff texts fall back to Polish. */
function translations(configuration: Configuration): readonly Mistake[] {
  const { languages } = configuration.branch;
  const texts = [
    ['branch.name', configuration.branch.name] as const,
    ...configuration.serviceGroups.map(({ name }, index) => [`serviceGroups[${index}].name`, name] as const),
    ...configuration.priorityReasons.map(({ name }, index) => [`priorityReasons[${index}].name`, name] as const),
    ...configuration.services.flatMap(({ name, card }, index) => [
      [`services[${index}].name`, name] as const,
      [`services[${index}].card.bring`, card.bring] as const,
      [`services[${index}].card.fee`, card.fee] as const,
      [`services[${index}].card.takes`, card.takes] as const,
    ]),
  ];
  return texts.flatMap(([path, text]) =>
    languages.flatMap((language) =>
      text[language] === undefined
        ? [{ path: `${path}.${language}`, problem: 'the text of this language is missing' }]
        : [],
    ),
  );
}

function clerkPins(configuration: Configuration): readonly Mistake[] {
  return configuration.clerks.flatMap(({ pinHash }, index) => {
    if (configuration.demo === (pinHash === null)) return [];
    const problem = configuration.demo ? 'a demo makes its own PINs: null is expected' : 'a PIN hash is missing';
    return [{ path: `clerks[${index}].pinHash`, problem }];
  });
}
