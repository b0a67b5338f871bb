import {
  type Alarm,
  assertNever,
  type Configuration,
  type Instant,
  type PrinterId,
  type PrinterSettings,
  type PrintResult,
} from '@okienko/shared';
import type { Printer } from './printJobs.ts';
import { generic80mmProfile, type PrinterProfile } from './printerProfile.ts';
import { createTcpPrinterPort, defaultPrinterTimeouts } from './tcpPrinterPort.ts';
import { startVirtualPrinter, type VirtualPrinter } from './virtualPrinter.ts';

type Connection = PrinterSettings['connection'];
type Trouble = { readonly since: Instant; readonly printerName: string; readonly problem: string };

/** The printers of a branch, each with its port, and what is wrong with them. */
export type BranchPrinters = {
  readonly printerOf: (printerId: PrinterId) => Printer | null;
  /** The first virtual printer of the branch, for the page that shows its paper; null where there is none. */
  readonly virtual: VirtualPrinter | null;
  /** Remembers how a job ended, for the consoles: trouble stays until a job of that printer ends well. */
  readonly noteOutcome: (printerId: PrinterId, outcome: PrintResult, at: Instant) => void;
  readonly alarms: () => readonly Alarm[];
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
    printers.set(id, { name, profile: profileOf(profile), port });
  }
  const troubles = new Map<PrinterId, Trouble>();
  return {
    printerOf: (printerId) => printers.get(printerId) ?? null,
    virtual: virtuals[0] ?? null,
    noteOutcome: (printerId, outcome, since) => {
      const problem = problemOf(outcome);
      const printerName = printers.get(printerId)?.name ?? printerId;
      if (problem === null) troubles.delete(printerId);
      else if (!troubles.has(printerId)) troubles.set(printerId, { since, printerName, problem });
    },
    alarms: () => [...troubles.values()].map((trouble) => ({ kind: 'printerFault', ...trouble })),
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

function profileOf(profile: PrinterSettings['profile']): PrinterProfile {
  switch (profile) {
    case 'generic80':
      return generic80mmProfile;
    default:
      return assertNever(profile);
  }
}

function problemOf(outcome: PrintResult): string | null {
  switch (outcome.result) {
    case 'failed':
      return outcome.reason;
    case 'unknown':
      return 'unknown';
    case 'printed':
    case 'sentUnconfirmed':
      return null;
    default:
      return assertNever(outcome);
  }
}
