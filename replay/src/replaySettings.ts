import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type CalendarDate, calendarDateSchema, isCalendarDate } from '@okienko/shared';
import { ReplayRefused } from './replayRefused.ts';

/** Where the day comes from: a folder of recorded tickets, or a seed. */
export type DaySource =
  | { readonly kind: 'recorded'; readonly folder: string; readonly office: string; readonly date: CalendarDate }
  | {
      readonly kind: 'generated';
      readonly seed: number;
      /** Null takes the next day on which the example branch is open. */
      readonly date: CalendarDate | null;
    };

export type ReplaySettings = {
  readonly source: DaySource;
  /** Business milliseconds in a real one. */
  readonly speed: number;
  /** 0 takes a free one. */
  readonly port: number;
  readonly reportFile: string | null;
};

const usualSpeed = '120';
const fastestSpeed = 100_000;
const knownFlags = '--data, --office, --date, --seed, --speed, --report and --port';

/**
 * Reads the command line; file paths are taken from `workingFolder`.
 *
 * @param freshSeed the seed where none is given.
 * @throws ReplayRefused naming the flag that is unknown, missing or cannot be.
 */
export function readReplaySettings(
  args: readonly string[],
  { workingFolder, freshSeed }: { readonly workingFolder: string; readonly freshSeed: number },
): ReplaySettings {
  const flags = readFlags(args);
  const speed = readNumber('--speed', flags.speed ?? usualSpeed, { from: 1, to: fastestSpeed });
  const port = readWhole('--port', flags.port ?? '0', 65_535);
  const reportFile = flags.report === undefined ? null : resolve(workingFolder, flags.report);
  const date = flags.date === undefined ? null : readDate(flags.date);
  const common = { speed, port, reportFile };
  if (flags.data === undefined) {
    if (flags.office !== undefined) throw new ReplayRefused('--office needs --data, the folder of the recorded days.');
    const seed = flags.seed === undefined ? freshSeed : readWhole('--seed', flags.seed, Number.MAX_SAFE_INTEGER);
    return { ...common, source: { kind: 'generated', seed, date } };
  }
  if (flags.seed !== undefined)
    throw new ReplayRefused('--seed is for a generated day, and --data names a recorded one.');
  if (flags.office === undefined || date === null) {
    throw new ReplayRefused('--data needs --office and --date: which of the recorded days?');
  }
  const folder = resolve(workingFolder, flags.data);
  return { ...common, source: { kind: 'recorded', folder, office: flags.office, date } };
}

function readFlags(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const options = { data: text, office: text, date: text, seed: text, speed: text, report: text, port: text };
  try {
    return parseArgs({ args: [...args], options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new ReplayRefused(`${error.message.split('\n')[0]} Known flags are ${knownFlags}.`, { cause: error });
  }
}

function readDate(text: string): CalendarDate {
  if (isCalendarDate(text)) return calendarDateSchema.parse(text);
  throw new ReplayRefused(`--date ${text} is no day: one such as 2020-01-03 is expected.`);
}

function readNumber(name: string, text: string, { from, to }: { readonly from: number; readonly to: number }): number {
  const value = Number(text);
  if (/^\d+(\.\d+)?$/.test(text) && value >= from && value <= to) return value;
  throw new ReplayRefused(`${name} ${text} cannot be: a number from ${from} to ${to} is expected.`);
}

function readWhole(name: string, text: string, to: number): number {
  const value = Number(text);
  if (/^\d{1,16}$/.test(text) && value <= to) return value;
  throw new ReplayRefused(`${name} ${text} cannot be: a whole number from 0 to ${to} is expected.`);
}
