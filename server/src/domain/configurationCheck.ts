import { type Configuration, configurationSchema, isCalendarDate, isTimeZone } from '@okienko/shared';
import { accentMistakes } from './accentContrast.ts';

/** One mistake of a configuration, and where: `services[3].letter`. */
export type Mistake = { readonly path: string; readonly problem: string };

export type ParsedConfiguration =
  | { readonly isValid: true; readonly configuration: Configuration; readonly warnings: readonly Mistake[] }
  | { readonly isValid: false; readonly mistakes: readonly Mistake[] };

/**
 * Reads a configuration file's text: every mistake with its path, or the whole configuration; never a part of it.
 *
 * First its form, then what must fit together across its parts. Letters O and I are warned of, because people read
 * them as digits.
 */
export function parseConfiguration(text: string): ParsedConfiguration {
  const json = parseJson(text);
  if (!json.isValid) return { isValid: false, mistakes: [{ path: '', problem: json.problem }] };
  const form = configurationSchema.safeParse(json.value);
  if (!form.success) {
    const mistakes = form.error.issues.map(({ path, message }) => ({ path: pathText(path), problem: message }));
    return { isValid: false, mistakes };
  }
  const configuration: Configuration = form.data;
  const mistakes = crossChecks.flatMap((check) => check(configuration));
  if (mistakes.length > 0) return { isValid: false, mistakes };
  return { isValid: true, configuration, warnings: letterWarnings(configuration) };
}

function parseJson(text: string): { isValid: true; value: unknown } | { isValid: false; problem: string } {
  try {
    return { isValid: true, value: JSON.parse(text) };
  } catch (error) {
    if (error instanceof SyntaxError) return { isValid: false, problem: `not JSON: ${error.message}` };
    throw error;
  }
}

function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');
}

type Check = (configuration: Configuration) => readonly Mistake[];

const crossChecks: readonly Check[] = [
  (c) =>
    isTimeZone(c.branch.timeZone) ? [] : [{ path: 'branch.timeZone', problem: `no time zone "${c.branch.timeZone}"` }],
  branchDays,
  (c) =>
    unique(
      'serviceGroups',
      'id',
      c.serviceGroups.map(({ id }) => id),
    ),
  (c) =>
    unique(
      'services',
      'id',
      c.services.map(({ id }) => id),
    ),
  (c) =>
    unique(
      'services',
      'letter',
      c.services.map(({ letter }) => letter),
    ),
  (c) =>
    unique(
      'counters',
      'id',
      c.counters.map(({ id }) => id),
    ),
  (c) =>
    unique(
      'counters',
      'label',
      c.counters.map(({ label }) => label),
    ),
  (c) =>
    unique(
      'clerks',
      'id',
      c.clerks.map(({ id }) => id),
    ),
  (c) =>
    unique(
      'printers',
      'id',
      c.printers.map(({ id }) => id),
    ),
  (c) =>
    unique(
      'devices',
      'id',
      c.devices.map(({ id }) => id),
    ),
  (c) =>
    unique(
      'outcomes',
      'id',
      c.outcomes.map(({ id }) => id),
    ),
  (c) =>
    unique(
      'breakReasons',
      'id',
      c.breakReasons.map(({ id }) => id),
    ),
  (c) =>
    unique(
      'policy.priorityClasses',
      'id',
      c.policy.priorityClasses.map(({ id }) => id),
    ),
  references,
  translations,
  clerkPins,
  accentMistakes,
];

function unique(list: string, key: string, values: readonly string[]): readonly Mistake[] {
  return values.flatMap((value, index) => {
    const first = values.indexOf(value);
    return first === index
      ? []
      : [{ path: `${list}[${index}].${key}`, problem: `"${value}" is taken by ${list}[${first}]` }];
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

function references(configuration: Configuration): readonly Mistake[] {
  const ids = (list: readonly { readonly id: string }[]) => new Set(list.map(({ id }) => id));
  const groups = ids(configuration.serviceGroups);
  const services = ids(configuration.services);
  const classes = ids(configuration.policy.priorityClasses);
  const printers = ids(configuration.printers);
  const counters = ids(configuration.counters);
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

function letterWarnings(configuration: Configuration): readonly Mistake[] {
  return configuration.services.flatMap(({ letter }, index) =>
    letter === 'O' || letter === 'I'
      ? [
          {
            path: `services[${index}].letter`,
            problem: `${letter} can be read as the digit ${letter === 'O' ? '0' : '1'}`,
          },
        ]
      : [],
  );
}
