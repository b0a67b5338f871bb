import { parsePrinterTarget, type PrinterTarget } from './printerTarget.ts';
import type { ShellKind } from './shellKind.ts';

/** What a shell is told when it starts; everything else is the page's and the server's. */
export interface ShellSettings {
  readonly kind: ShellKind;
  /** The only origin that the window may show, for example "http://127.0.0.1:8080". */
  readonly origin: string;
  readonly device: string;
  /** Which screen of this computer, from 1. */
  readonly screenNumber: number;
  /** The printer beside this kiosk, for a configuration that prints through the kiosk; null where there is none. */
  readonly printer: PrinterTarget | null;
}

export type ParsedSettings =
  | { readonly kind: 'settings'; readonly settings: ShellSettings }
  | { readonly kind: 'refused'; readonly sentence: string };

const flagNames = new Set(['--server', '--device', '--screen', '--printer']);

const loopbackHosts = new Set(['127.0.0.1', 'localhost', '[::1]']);

const deviceForm = /^[a-z0-9][a-z0-9-]{0,63}$/;

const screenForm = /^[1-9]$/;

/**
 * Reads the arguments of one app: `--server ORIGIN --device ID [--screen 1-9]`, for a kiosk also `--printer TARGET`, each
 * also as `--flag=value`.
 * Anything else refuses the start with a sentence for the technician: Chromium's own switches too, because a kiosk that
 * somebody starts with a remote debugging port must not run.
 */
export function parseShellSettings(kind: ShellKind, programArguments: readonly string[]): ParsedSettings {
  const values = new Map<string, string>();
  const rest = [...programArguments];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    const equals = word.indexOf('=');
    const name = equals === -1 ? word : word.slice(0, equals);
    if (!flagNames.has(name)) return refuse(`does not know "${name}"`);
    if (values.has(name)) return refuse(`was given ${name} twice`);
    const value = equals === -1 ? rest.shift() : word.slice(equals + 1);
    if (value === undefined || value === '') return refuse(`misses the value of ${name}`);
    values.set(name, value);
  }
  return settingsOf(kind, values);
}

function settingsOf(kind: ShellKind, values: ReadonlyMap<string, string>): ParsedSettings {
  const server = values.get('--server');
  if (server === undefined) return refuse('misses --server');
  const origin = originOf(server);
  if (origin === null) {
    return refuse(
      `takes as --server this computer's own http address or an https one, without a path: not "${server}"`,
    );
  }
  const device = values.get('--device');
  if (device === undefined) return refuse('misses --device');
  if (!deviceForm.test(device)) return refuse(`takes as --device small letters, digits and dashes: not "${device}"`);
  const screen = values.get('--screen') ?? '1';
  if (!screenForm.test(screen)) return refuse(`takes as --screen a number from 1 to 9: not "${screen}"`);
  const printerText = values.get('--printer');
  const printer = printerText === undefined ? null : parsePrinterTarget(printerText);
  if (printerText !== undefined && (printer === null || kind !== 'kiosk')) {
    return refuse(`takes --printer for a kiosk only, as tcp://host:port or a device file: not "${printerText}"`);
  }
  return { kind: 'settings', settings: { kind, origin, device, screenNumber: Number(screen), printer } };
}

/**
 * The origin that a server's address names, or null where a page from it could be read or changed on the way
 * (plain http beyond this computer) or where the address says more than an origin.
 */
function originOf(server: string): string | null {
  if (!URL.canParse(server)) return null;
  const url = new URL(server);
  const isBare = url.href === `${url.origin}/`;
  const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && loopbackHosts.has(url.hostname));
  return isBare && isSafe ? url.origin : null;
}

function refuse(problem: string): ParsedSettings {
  return {
    kind: 'refused',
    sentence: `Okienko ${problem}. Start it as: --server http://127.0.0.1:8080 --device kiosk-1 [--screen 1]`,
  };
}
