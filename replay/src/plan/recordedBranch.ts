import { assert, type CalendarDate, type Configuration, configurationSchema, parse } from '@okienko/shared';

/** A recorded queue with all that its service needs. */
export type BranchQueue = {
  readonly letter: string;
  readonly name: string;
  readonly counters: number;
  /** How long a visit takes at one of these counters, as the record's pace has it. */
  readonly typicalMinutes: number;
};

/** So many services stand in one group, and on one page of the kiosk. */
const servicesInGroup = 6;
const weekdayHours = ['00:00', '23:59'];
const noText = { pl: 'brak danych' };

/** The id of the service that stands for the queue with this letter. */
export function serviceIdOf(letter: string): string {
  return `queue-${letter.toLowerCase()}`;
}

/**
 * A branch for a recorded day: one service a queue, counters that serve one queue each, open all day every day, first
 * come first served. What has no meaning for a record (breaks, outcomes, colours) is the template's.
 */
export function recordedBranch(
  day: { readonly office: string; readonly date: CalendarDate; readonly timeZone: string },
  queues: readonly BranchQueue[],
  template: Configuration,
): Configuration {
  const counters = queues
    .flatMap(({ letter, counters: count }) => Array.from({ length: count }, () => serviceIdOf(letter)))
    .map((serviceId, index) => ({ id: `c${index + 1}`, label: String(index + 1), services: [serviceId] }));
  const branch = parse(configurationSchema, {
    ...template,
    $comment: `Made by npm run replay from the record of ${day.office} on ${day.date}.`,
    demo: true,
    branch: branchOf(day),
    serviceGroups: groupsOf(queues, template),
    services: queues.map(({ letter, name, typicalMinutes }, index) => ({
      id: serviceIdOf(letter),
      group: groupIdOf(index),
      letter,
      name: { pl: name },
      typicalServiceMinutes: typicalMinutes,
      targetWaitMinutes: 15,
      card: { bring: { pl: [] }, fee: noText, takes: noText },
    })),
    counters,
    policy: { ...template.policy, order: 'firstCome' },
    counterRules: { callNextClosesCurrent: false, serviceStartsAtCall: false, isOutcomeRequired: false },
    clerks: counters.map(({ label }) => ({ id: `clerk-${label}`, name: `Pracownik ${label}`, pinHash: null })),
    devices: [
      ...template.devices.filter(({ kind }) => kind === 'kiosk').slice(0, 1),
      ...counters.map(({ id, label }) => ({
        id: `counter-${label}`,
        kind: 'counter',
        name: `Stanowisko ${label}`,
        counter: id,
      })),
      ...template.devices.filter((device) => device.kind === 'display' || isWatching(device)),
    ],
  });
  assert(branch.isValid, `the branch of the record has the form of one: ${JSON.stringify(branch)}`);
  return branch.value;
}

function isWatching(device: Configuration['devices'][number]): boolean {
  return device.kind === 'counter' && device.counter === null;
}

function branchOf({ office, date, timeZone }: { office: string; date: CalendarDate; timeZone: string }) {
  return {
    id: slugOf(office),
    code: office
      .toUpperCase()
      .replaceAll(/[^A-Z0-9]/g, '')
      .slice(0, 8)
      .padEnd(2, 'X'),
    // A board shows what stands after the dash: there is no room for more on an upright one.
    name: { pl: `Dzień ${date} – ${office.replaceAll('_', ' ')}` },
    address: 'Warszawa',
    timeZone,
    languages: ['pl'],
    openingHours: Object.fromEntries(
      ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((weekday) => [weekday, weekdayHours]),
    ),
    closedDays: [],
    specialDays: {},
    publicHolidays: 'none',
    dayRollover: '00:00',
  };
}

function groupsOf(queues: readonly BranchQueue[], template: Configuration) {
  const accents = template.serviceGroups.map(({ accent }) => accent);
  const starts = queues.map((_, index) => index).filter((index) => index % servicesInGroup === 0);
  return starts.map((start, index) => {
    const letters = queues.slice(start, start + servicesInGroup).map(({ letter }) => letter);
    return {
      id: groupIdOf(start),
      name: { pl: `Sprawy ${letters.join(', ')}` },
      accent: accents[index % accents.length],
    };
  });
}

function groupIdOf(index: number): string {
  return `group-${Math.floor(index / servicesInGroup) + 1}`;
}

function slugOf(office: string): string {
  return `replay-${office.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`.slice(0, 64);
}
