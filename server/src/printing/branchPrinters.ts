import {
  type Alarm,
  type Configuration,
  type Instant,
  type KioskFigures,
  type PrinterId,
  type PrinterSettings,
  type PrintResult,
} from '@okienko/shared';
import { createPrinterConditions } from './printerConditions.ts';
import type { Printer } from './printJobs.ts';
import { printerProfileOf } from './printerProfiles.ts';
import { createTcpPrinterPort, defaultPrinterTimeouts } from './tcpPrinterPort.ts';
import { startVirtualPrinter, type VirtualPrinter } from './virtualPrinter.ts';

type Connection = PrinterSettings['connection'];

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
  readonly close: () => Promise<void>;
};

/**
 * Opens a port for each printer of the configuration. `instead` replaces the connection of one printer.
 *
 * @throws Error of the system when a virtual printer cannot listen.
 */
export async function openBranchPrinters(
  configuration: Configuration,
  instead: ReadonlyMap<PrinterId, Connection>,
  now: () => number,
): Promise<BranchPrinters> {
  const printers = new Map<PrinterId, Printer & { readonly name: string }>();
  const virtuals: VirtualPrinter[] = [];
  for (const { id, name, profile, connection } of configuration.printers) {
    const target = instead.get(id) ?? connection;
    const address = target.kind === 'virtual' ? await addressOfNew(virtuals, now) : target;
    const port = createTcpPrinterPort({ host: address.host, port: address.port }, defaultPrinterTimeouts);
    printers.set(id, { name, profile: printerProfileOf(profile), port });
  }
  const conditions = createPrinterConditions<PrinterId>();
  return {
    printerOf: (printerId) => printers.get(printerId) ?? null,
    virtual: virtuals[0] ?? null,
    noteOutcome: conditions.noteOutcome,
    alarms: () => conditions.alarms((printerId) => printers.get(printerId)?.name ?? printerId),
    ofKiosks: () =>
      Object.fromEntries(
        configuration.devices.flatMap((device) =>
          device.kind === 'kiosk' && device.printer !== null ? [[device.id, conditions.of(device.printer)]] : [],
        ),
      ),
    close: async () => {
      await Promise.all([...printers.values()].map(({ port }) => port.close()));
      await Promise.all(virtuals.map((virtual) => virtual.close()));
    },
  };
}

async function addressOfNew(virtuals: VirtualPrinter[], now: () => number): Promise<VirtualPrinter['address']> {
  const virtual = await startVirtualPrinter({ port: 0, now });
  virtuals.push(virtual);
  return virtual.address;
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
