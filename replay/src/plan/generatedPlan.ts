import {
  after,
  type CalendarDate,
  type Configuration,
  type DurationMs,
  durationBetween,
  type Instant,
  instantAt,
  instantOf,
  type Language,
  milliseconds,
  minutes,
  type OpeningHours,
  type Random,
  randomOf,
  required,
  type Service,
  weekdayOf,
} from '@okienko/shared';
import { ReplayRefused } from '../replayRefused.ts';
import type { DayPlan, PlannedTicket } from './dayPlan.ts';

/** A customer of a generated day. */
export type GeneratedVisit = PlannedTicket & {
  /** How long the visit takes once it has begun. */
  readonly serviceMs: DurationMs;
  /** The customer has left without a word. */
  readonly isMissing: boolean;
};

/** How the tickets of a day spread over ten equal parts of the opening hours; it is normalised where it is used. */
export const hourProfile = [0.1, 0.11, 0.14, 0.15, 0.14, 0.13, 0.12, 0.07, 0.02, 0.01] as const;
/** On Mondays so many times more people come (Warsaw's offices, January 2020). */
const mondayFactor = 1.38;
/** Share of the counters' opening time that an ordinary day's visits fill: its busiest hours fill three quarters. */
const ordinaryLoad = 0.5;
/** Standard deviation of a visit's length, as a share of its mean. */
const serviceVariation = 0.8;
const priorityShare = 0.12;
const missingShare = { least: 0.03, most: 0.08 } as const;
/** The rest speaks Polish; languages that the branch has not are left out. */
const languageShares: readonly (readonly [Language, number])[] = [
  ['uk', 0.15],
  ['en', 0.05],
];

/**
 * Makes a day of the branch from a seed: the same seed, day and branch give the same customers.
 *
 * Each service gets as many tickets as fill its part of the counters' time to the day's load, where a counter's time
 * is split evenly over its services. Visits are lognormal around the service's typical minutes.
 *
 * @throws ReplayRefused where the branch is closed that day.
 */
export function generatedPlan(configuration: Configuration, date: CalendarDate, seed: number): DayPlan<GeneratedVisit> {
  const hours = hoursOf(configuration, date);
  if (hours === null) throw new ReplayRefused(`The example branch is closed on ${date}.`);
  const random = randomOf(seed);
  const { timeZone } = configuration.branch;
  const opensAt = instantAt(date, hours[0], timeZone);
  const openMs = durationBetween(opensAt, instantAt(date, hours[1], timeZone));
  const load = ordinaryLoad * (weekdayOf(date) === 'mon' ? mondayFactor : 1);
  const missing = missingShare.least + random.next() * (missingShare.most - missingShare.least);
  const visits = configuration.services.flatMap((service) => {
    const count = Math.round(
      (load * counterTimeMs(configuration, service, openMs)) / minutes(service.typicalServiceMinutes),
    );
    return Array.from({ length: count }, () => ({
      ...customerOf(configuration, service, random),
      issueAt: arrival(opensAt, openMs, random),
      serviceMs: visitLength(service, random),
      isMissing: random.next() < missing,
      callAt: null,
    }));
  });
  const tickets = named(visits);
  return {
    title: `${configuration.branch.name.pl}, ${date}, seed ${seed}`,
    date,
    configuration,
    tickets,
    lines: [...Map.groupBy(tickets, ({ serviceId, priorityClass }) => `${serviceId} ${priorityClass}`).values()],
    notes: [
      `${visits.length} tickets, so that visits fill ${Math.round(load * 100)} % of the counters' time.`,
      `${Math.round(missing * 100)} % of the people are not there when they are called: they are called twice, then noted as absent.`,
      `The same day again: npm run replay -- --seed ${seed} --date ${date}`,
    ],
  };
}

/** The day's hours, or null where the branch is closed; a holiday that the configuration does not name is none. */
export function hoursOf({ branch }: Configuration, date: CalendarDate): OpeningHours | null {
  if (branch.closedDays.includes(date)) return null;
  const hours = branch.specialDays[date] ?? branch.openingHours[weekdayOf(date)];
  return hours === null ? null : [hours[0], hours[1]];
}

/** The time of all counters that falls to a service, where each counter divides its own evenly. */
function counterTimeMs({ counters }: Configuration, service: Service, openMs: DurationMs): number {
  return counters
    .filter(({ services }) => services.includes(service.id))
    .reduce((sum, { services }) => sum + openMs / services.length, 0);
}

/** A moment of the opening hours, by the profile: a part of the day first, then evenly within it. */
function arrival(opensAt: Instant, openMs: DurationMs, random: Random): Instant {
  const total = hourProfile.reduce((sum, share) => sum + share, 0);
  let left = random.next() * total;
  const part = hourProfile.findIndex((share) => {
    left -= share;
    return left < 0;
  });
  const place = (Math.max(0, part) + random.next()) / hourProfile.length;
  return after(opensAt, milliseconds(Math.floor(place * openMs)));
}

/**
 * A lognormal length with the service's typical minutes as its mean.
 *
 * Source of the parameters: mean m and variation c give σ² = ln(1 + c²), μ = ln m − σ²/2.
 */
function visitLength(service: Service, random: Random): DurationMs {
  const variance = Math.log(1 + serviceVariation ** 2);
  const mean = Math.log(minutes(service.typicalServiceMinutes)) - variance / 2;
  return milliseconds(Math.round(Math.exp(mean + Math.sqrt(variance) * random.normal())));
}

function customerOf({ policy, branch }: Configuration, service: Service, random: Random) {
  const [ordinary, ...others] = policy.priorityClasses;
  const isFirst = others.length > 0 && random.next() < priorityShare;
  const chosen = isFirst ? others[random.below(others.length)] : ordinary;
  let left = random.next();
  const found = languageShares.find(([language, share]) => {
    left -= branch.languages.includes(language) ? share : 0;
    return left < 0;
  });
  return {
    serviceId: service.id,
    priorityClass: required(chosen, 'a priority class').id,
    language: found?.[0] ?? 'pl',
  };
}

function named(visits: readonly Omit<GeneratedVisit, 'name'>[]): readonly GeneratedVisit[] {
  return visits
    .toSorted((one, other) => one.issueAt - other.issueAt)
    .map((visit, index) => ({ ...visit, issueAt: instantOf(visit.issueAt), name: `customer ${index + 1}` }));
}
