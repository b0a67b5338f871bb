import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Instant, instantOf } from '@okienko/shared';
import type { ClockSettings } from './clocks.ts';
import { type LogLevel, logLevels } from './serverLog.ts';

/** Where a printer's bytes go: our own virtual printer, a network printer, or a device file of this computer. */
export type PrinterAddress =
  | { readonly kind: 'virtual' }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'tcp'; readonly host: string; readonly port: number };

/** What the server was started with; everything else is in the branch's configuration file. */
export type Settings = {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  readonly dataFolder: string;
  readonly configFile: string;
  /** Instead of the printer that the configuration gives the first kiosk. */
  readonly printer: PrinterAddress | null;
  /** One PIN for all clerks of a demo, for tests. */
  readonly demoPin: string | null;
  /** A demo's business clock instead of the wall's: another start, a greater speed. */
  readonly clock: ClockSettings | null;
  /** What is less important than this is not written to the log. */
  readonly logLevel: LogLevel;
  /** The server's own backups; null where it makes none. */
  readonly backups: BackupSettings;
};

/** How often the server backs up, and to where; null where the operator does it otherwise. */
export type BackupSettings = { readonly folder: string; readonly everyMinutes: number } | null;

/** The command line or the environment asks for something that the server does not do: one clear sentence. */
export class SettingsRefused extends Error {
  override readonly name = 'SettingsRefused';
}

/** Beyond it a business day passes in less time than a server takes to start. */
const fastestClock = 100_000;

/** A week; beyond it nobody would call it a schedule. */
const longestBackupPauseMinutes = 10_080;

const asText = { type: 'string' } as const;
/** Every flag of the server, without its dashes. */
const flagOptions = {
  port: asText,
  data: asText,
  config: asText,
  printer: asText,
  host: asText,
  'log-level': asText,
  'backup-folder': asText,
  'backup-every-minutes': asText,
  'clock-start': asText,
  'clock-speed': asText,
} as const;

/** The flags that the server knows, as they are typed. */
export const knownFlags: readonly string[] = Object.keys(flagOptions).map((flag) => `--${flag}`);
/** The variables that the server knows: one for each flag, and the PIN of a demo, which is never on a command line. */
export const knownVariables: readonly string[] = [...Object.keys(flagOptions).map(variableOf), 'OKIENKO_DEMO_PIN'];
/** Variables of our own tools, which the server's environment may carry. */
const toolVariables = ['OKIENKO_BROWSER', 'OKIENKO_FULL'];

/**
 * Reads flags and environment; a flag wins over its variable.
 *
 * @param defaults what is used where neither is given; file paths are taken from `workingFolder`.
 * @throws SettingsRefused naming the flag or variable that is unknown or cannot be.
 */
export function readSettings(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  defaults: { readonly workingFolder: string; readonly configFile: string },
): Settings {
  const unknown = Object.keys(environment).find(
    (name) => name.startsWith('OKIENKO_') && !knownVariables.includes(name) && !toolVariables.includes(name),
  );
  if (unknown !== undefined) {
    throw new SettingsRefused(`Unknown environment variable ${unknown}; known are ${knownVariables.join(', ')}.`);
  }
  const flags = readFlags(args);
  const given = (flag: keyof typeof flags) => flags[flag] ?? environment[variableOf(flag)] ?? null;
  const configFile = given('config');
  const dataFolder = resolve(defaults.workingFolder, given('data') ?? '.okienko');
  const backupFolder = given('backup-folder');
  return {
    host: readHost(given('host') ?? '127.0.0.1'),
    port: readPort(given('port') ?? '8080', '--port'),
    dataFolder,
    configFile: configFile === null ? defaults.configFile : resolve(defaults.workingFolder, configFile),
    printer: readPrinter(given('printer')),
    demoPin: readDemoPin(environment['OKIENKO_DEMO_PIN'] ?? null),
    clock: readClock(given('clock-start'), given('clock-speed')),
    logLevel: readLogLevel(given('log-level') ?? 'info'),
    backups: readBackups(
      backupFolder === null ? join(dataFolder, 'backups') : resolve(defaults.workingFolder, backupFolder),
      given('backup-every-minutes') ?? '60',
    ),
  };
}

function variableOf(flag: string): string {
  return `OKIENKO_${flag.toUpperCase().replaceAll('-', '_')}`;
}

function readFlags(args: readonly string[]) {
  try {
    const { values } = parseArgs({ args: [...args], options: flagOptions, strict: true, allowPositionals: false });
    return values;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new SettingsRefused(`${error.message.split('\n')[0]} Known flags are ${knownFlags.join(', ')}.`, {
      cause: error,
    });
  }
}

function readHost(host: string): string {
  const isLoopback = host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
  if (isLoopback) return host;
  throw new SettingsRefused(
    `--host ${host} is refused: devices are not enrolled yet, so the server listens on loopback only (127.0.0.1).`,
  );
}

function readPort(text: string, name: string): number {
  const port = Number(text);
  if (/^[0-9]{1,5}$/.test(text) && port <= 65_535) return port;
  throw new SettingsRefused(`${name} ${text} is no port: a number from 0 to 65535 is expected.`);
}

function readPrinter(text: string | null): PrinterAddress | null {
  if (text === null) return null;
  if (text === 'virtual') return { kind: 'virtual' };
  if (/^\/dev\/[\w./-]+$/.test(text)) return { kind: 'file', path: text };
  const match = /^tcp:\/\/([^/:\s]+|\[[0-9a-fA-F:]+\]):([0-9]{1,5})$/.exec(text);
  const [, host, port] = match ?? [];
  if (host === undefined || port === undefined) {
    throw new SettingsRefused(
      `--printer ${text} is no printer: "virtual", "tcp://host:port" or a device file such as "/dev/usb/lp0" is expected.`,
    );
  }
  return { kind: 'tcp', host: host.replace(/^\[|\]$/g, ''), port: readPort(port, '--printer, port') };
}

function readLogLevel(given: string): LogLevel {
  const level = logLevels.find((known) => known === given);
  if (level !== undefined) return level;
  throw new SettingsRefused(`--log-level ${given} is none: ${logLevels.join(', ')} are expected.`);
}

function readBackups(folder: string, text: string): BackupSettings {
  const everyMinutes = Number(text);
  if (/^\d+$/.test(text) && everyMinutes <= longestBackupPauseMinutes) {
    return everyMinutes === 0 ? null : { folder, everyMinutes };
  }
  throw new SettingsRefused(
    `--backup-every-minutes ${text}: a number from 1 to ${longestBackupPauseMinutes} is expected, or 0 for none.`,
  );
}

function readDemoPin(text: string | null): string | null {
  if (text === null || /^[0-9]{6}$/.test(text)) return text;
  throw new SettingsRefused('OKIENKO_DEMO_PIN must be six digits.');
}

function readClock(start: string | null, speed: string | null): ClockSettings | null {
  if (start === null && speed === null) return null;
  return { startAt: start === null ? null : readClockStart(start), rate: speed === null ? 1 : readClockSpeed(speed) };
}

function readClockStart(text: string): Instant {
  const epochMs = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/.test(text)
    ? Date.parse(text)
    : NaN;
  if (epochMs >= 0) return instantOf(epochMs);
  throw new SettingsRefused(
    `--clock-start ${text} is no instant: one with its zone, such as 2020-01-03T07:00:00+01:00, is expected.`,
  );
}

function readClockSpeed(text: string): number {
  const speed = Number(text);
  if (/^\d+(\.\d+)?$/.test(text) && speed >= 1 && speed <= fastestClock) return speed;
  throw new SettingsRefused(`--clock-speed ${text} is no speed: a number from 1 to ${fastestClock} is expected.`);
}
