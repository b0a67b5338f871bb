import { readFileSync } from 'node:fs';
import { type Configuration, configurationSchema, type Instant } from '@okienko/shared';
import { parseConfiguration } from '@okienko/server/domain/configurationCheck';
import type { Chance } from './chance.ts';
import { drawCalendar } from './moments.ts';
import type { Delays } from './network.ts';

/** What a seed draws before anything happens: the branch, when the day is, who comes, and what goes wrong how often. */
export type Scenario = {
  readonly configuration: Configuration;
  /** What somebody may put in the place of the configuration while the branch runs. */
  readonly otherConfiguration: Configuration;
  readonly startsAt: Instant;
  readonly delays: Delays;
  readonly meanGapMs: number;
  readonly thinkMs: number;
  readonly hasPaper: boolean;
  /** How often the server's loop is busy, so that several commands wait for one turn. */
  readonly busyShare: number;
  readonly faults: FaultMix;
};

export const faultKinds = [
  'cut',
  'unplug',
  'swallow',
  'lose',
  'sleep',
  'reload',
  'kill',
  'stop',
  'crashAfterCommit',
  'failBeforeCommit',
  'diskFull',
  'backup',
  'restore',
  'clockJump',
  'poison',
  'configure',
  'twoAtOnce',
] as const;
export type FaultKind = (typeof faultKinds)[number];
/** How often each kind happens in a minute; most seeds know only some. */
export type FaultMix = Readonly<Record<FaultKind, number>>;

const example: unknown = JSON.parse(
  readFileSync(new URL('../../../server/examples/pom-bronowice.json', import.meta.url), 'utf8'),
);

/** Draws a scenario. */
export function drawScenario(chance: Chance): Scenario {
  const { policy, branch, ...rest } = configurationSchema.parse(example);
  const calendar = drawCalendar(chance, branch);
  const base = { ...rest, policy, branch: calendar.branch };
  const leastMs = chance.between(0, 20);
  const hasPaper = chance.isLucky(0.2);
  return {
    configuration: drawConfiguration(chance, base, hasPaper),
    otherConfiguration: drawConfiguration(chance, base, hasPaper),
    startsAt: calendar.startsAt,
    // The slowest way there and back is within the time that a device waits for an answer.
    delays: { leastMs, mostMs: leastMs + (chance.isLucky(0.3) ? 1_300 : 60) },
    meanGapMs: chance.between(1_500, 8_000),
    thinkMs: chance.between(800, 4_000),
    hasPaper,
    busyShare: chance.pick([0, 0.3, 0.8]) ?? 0,
    faults: drawFaults(chance),
  };
}

/** Half of the kinds in a seed; some seeds are calm, so that what needs time is reached too. */
function drawFaults(chance: Chance): FaultMix {
  const intensity = chance.pick([0, 0.5, 1, 3]) ?? 1;
  const rateOf = (kind: FaultKind) => (chance.isLucky(0.5) ? intensity * chance.between(0.2, ratePerMinute[kind]) : 0);
  const mix: Record<FaultKind, number> = { ...ratePerMinute };
  for (const kind of faultKinds) mix[kind] = rateOf(kind);
  return mix;
}

const ratePerMinute: FaultMix = {
  cut: 4,
  unplug: 1,
  swallow: 2,
  lose: 2,
  sleep: 1,
  reload: 1,
  kill: 0.7,
  stop: 0.5,
  crashAfterCommit: 1,
  failBeforeCommit: 2,
  diskFull: 0.5,
  backup: 1,
  restore: 0.4,
  clockJump: 0.5,
  poison: 0.4,
  configure: 0.4,
  twoAtOnce: 6,
};

const secretPrinter = { kind: 'tcp', host: 'druk-7.internal', port: 9187 };

function drawConfiguration(chance: Chance, base: Configuration, hasPaper: boolean): Configuration {
  const { policy, ...rest } = base;
  const configuration = {
    ...rest,
    policy: {
      ...policy,
      order: chance.pick(['accumulating', 'firstCome', 'strict'] as const) ?? 'accumulating',
      maximumWaitMinutes: chance.pick([1, 2, 90]) ?? 90,
    },
    counterRules: {
      callNextClosesCurrent: chance.isLucky(0.5),
      serviceStartsAtCall: chance.isLucky(0.3),
      isOutcomeRequired: chance.isLucky(0.3),
    },
    // Nobody connects to it, and nobody may hear of it.
    printers: hasPaper ? rest.printers.map((printer) => ({ ...printer, connection: secretPrinter })) : [],
    devices: [
      ...rest.devices.map((device) => (device.kind === 'kiosk' && !hasPaper ? { ...device, printer: null } : device)),
      { id: 'kiosk-2', kind: 'kiosk', name: 'Kiosk 2', printer: null },
      { id: 'hall-2', kind: 'display', name: 'Tablica 2' },
    ],
    services: chance.isLucky(0.3) ? rest.services.filter(({ id }) => id !== 'pisma') : rest.services,
    counters: rest.counters,
  };
  const kept = new Set<string>(configuration.services.map(({ id }) => id));
  const text = JSON.stringify({
    ...configuration,
    counters: configuration.counters.map((counter) => ({
      ...counter,
      services: counter.services.filter((id) => kept.has(id)),
    })),
  });
  const checked = parseConfiguration(text);
  if (!checked.isValid) throw new Error(`a drawn configuration is wrong: ${JSON.stringify(checked)}`);
  return checked.configuration;
}
