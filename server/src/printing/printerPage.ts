import type { PretendedFault } from '@okienko/shared';
import type { BranchPrinters } from './branchPrinters.ts';
import { drawTickets } from './drawTicket.ts';

/** The page `/printer/`: what the virtual printer received, drawn from its bytes, and the faults that it plays. */
export type PrinterPage = {
  readonly report: () => unknown;
  /** Plays a fault from now on, once it is so; false where the branch has no virtual printer. */
  readonly pretend: (fault: PretendedFault) => Promise<boolean>;
};

/** The page of a branch's first virtual printer; without one it says so by `port: null` and an empty list. */
export function printerPageOf({ virtual }: BranchPrinters): PrinterPage {
  return {
    report: () => ({
      port: virtual?.address.port ?? null,
      fault: virtual?.fault() ?? 'none',
      tickets: virtual === null ? [] : drawTickets(virtual.tickets(), virtual.profile),
    }),
    pretend: async (fault) => {
      await virtual?.pretend(fault);
      return virtual !== null;
    },
  };
}
