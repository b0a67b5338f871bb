import { filePipeOpener, type OpenPipe, tcpPipeOpener } from '@okienko/pipe';
import {
  type Alarm,
  assertNever,
  type Configuration,
  type DeviceId,
  type Instant,
  type KioskFigures,
  type KioskPrinterLink,
  type MachineClock,
  type PrinterId,
  type PrinterSettings,
  type PrintResult,
} from '@okienko/shared';
import { devicePipeOpener } from './devicePipe.ts';
import { createPipedPrinterPort, defaultPrinterTimeouts } from './pipedPrinterPort.ts';
import { createPrinterConditions } from './printerConditions.ts';
import { usualWatchTimes, watchPrinters } from './printerWatch.ts';
import type { Printer } from './printJobs.ts';
import { printerProfileOf } from './printerProfiles.ts';
import { startVirtualPrinter, type VirtualPrinter } from './virtualPrinter.ts';

type Connection = PrinterSettings['connection'];
/** The pages of a kiosk that are connected now, the newest first. */
type LinksOf = (deviceId: DeviceId) => readonly KioskPrinterLink[];

/** The printers of a branch, each with its port, and what is wrong with them. */
export type BranchPrinters = {
  readonly printerOf: (printerId: PrinterId) => Printer | null;
  /** The first virtual printer of the branch, for the page that shows its paper; null where there is none. */
  readonly virtual: VirtualPrinter | null;
  /** Remembers how a job ended, for people: trouble stays until the printer prints or answers well again. */
  readonly noteOutcome: (printerId: PrinterId, outcome: PrintResult, at: Instant) => void;
  readonly alarms: () => readonly Alarm[];
  /** What is known of the printer of each kiosk that has one. */
  readonly ofKiosks: () => KioskFigures['printers'];
  /** Tells where kiosks are reached that have a printer of their own; until then they are not. */
  readonly connectKiosks: (linksOf: LinksOf) => void;
  readonly close: () => Promise<void>;
};

export type BranchPrintersParts = {
  readonly configuration: Configuration;
  /** The connections that replace those of the configuration. */
  readonly instead: ReadonlyMap<PrinterId, Connection>;
  readonly now: () => Instant;
  readonly machineClock: MachineClock;
  /** Told once, until it changes, why a printer is not reached: the system's word, for the log. */
  readonly onUnreachable: (printerId: PrinterId, problem: string) => void;
};

/**
 * Opens a port for each printer of the configuration, and watches them.
 *
 * @throws Error of the system when a virtual printer cannot listen.
 */
export async function openBranchPrinters(parts: BranchPrintersParts): Promise<BranchPrinters> {
  const { configuration, instead, now, machineClock } = parts;
  const printers = new Map<PrinterId, Printer & { readonly name: string }>();
  const virtuals: VirtualPrinter[] = [];
  const problems = createProblemMemory(parts.onUnreachable);
  let linksOf: LinksOf = () => [];
  for (const { id, name, profile: profileName, connection } of configuration.printers) {
    const profile = printerProfileOf(profileName);
    const openPipe = await pipeOpenerOf(instead.get(id) ?? connection, {
      newVirtual: async () => {
        const virtual = await startVirtualPrinter({ port: 0, now, machineClock, profile });
        virtuals.push(virtual);
        return virtual;
      },
      linksOf: (deviceId) => linksOf(deviceId),
    });
    const onRefused = (problem: string) => problems.note(id, problem);
    const port = createPipedPrinterPort({
      openPipe,
      profile,
      timeouts: defaultPrinterTimeouts,
      machineClock,
      onRefused,
    });
    printers.set(id, { name, profile, port });
  }
  const conditions = createPrinterConditions<PrinterId>();
  const ports = new Map([...printers].map(([id, { port }]) => [id, port]));
  const watch = watchPrinters({
    ports,
    machineClock,
    times: usualWatchTimes,
    onStatus: (printerId, status) => {
      conditions.noteStatus(printerId, status, now());
      if (status.state !== 'failed') problems.forget(printerId);
    },
  });
  return {
    printerOf: (printerId) => printers.get(printerId) ?? null,
    virtual: virtuals[0] ?? null,
    noteOutcome: (printerId, outcome, at) => {
      conditions.noteOutcome(printerId, outcome, at);
      watch.jobEnded(printerId);
    },
    alarms: () => conditions.alarms((printerId) => printers.get(printerId)?.name ?? printerId),
    ofKiosks: () =>
      Object.fromEntries(
        configuration.devices.flatMap((device) =>
          device.kind === 'kiosk' && device.printer !== null ? [[device.id, conditions.of(device.printer)]] : [],
        ),
      ),
    connectKiosks: (links) => (linksOf = links),
    close: async () => {
      watch.close();
      await Promise.all([...ports.values()].map((port) => port.close()));
      await Promise.all(virtuals.map((virtual) => virtual.close()));
    },
  };
}

async function pipeOpenerOf(
  connection: Connection,
  from: { readonly newVirtual: () => Promise<VirtualPrinter>; readonly linksOf: LinksOf },
): Promise<OpenPipe> {
  switch (connection.kind) {
    case 'virtual':
      return tcpPipeOpener((await from.newVirtual()).address);
    case 'tcp':
      return tcpPipeOpener(connection);
    case 'file':
      return filePipeOpener(connection.path);
    case 'device':
      return devicePipeOpener(() => from.linksOf(connection.deviceId));
    default:
      return assertNever(connection);
  }
}

/** Why each printer was last not reached, so that a log does not repeat it every few seconds. */
function createProblemMemory(tell: BranchPrintersParts['onUnreachable']) {
  const known = new Map<PrinterId, string>();
  return {
    note(printerId: PrinterId, problem: string): void {
      if (known.get(printerId) === problem) return;
      known.set(printerId, problem);
      tell(printerId, problem);
    },
    forget: (printerId: PrinterId) => void known.delete(printerId),
  };
}

/** Puts another printer in the place of the first kiosk's, as the command line asks; nothing where it asks nothing. */
export function printerInstead(
  configuration: Configuration,
  connection: Connection | null,
): ReadonlyMap<PrinterId, Connection> {
  const kiosk = configuration.devices.find(({ kind }) => kind === 'kiosk');
  const printerId = kiosk?.kind === 'kiosk' ? kiosk.printer : null;
  return new Map(connection === null || printerId === null ? [] : [[printerId, connection]]);
}
