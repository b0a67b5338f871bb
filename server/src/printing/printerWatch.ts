import { type DurationMs, type MachineClock, seconds } from '@okienko/shared';
import type { PrinterPort, PrinterStatus } from './printerPort.ts';

/** How long after what a printer is asked again. */
export type WatchTimes = {
  /** After an answer that all is well. */
  readonly idleMs: DurationMs;
  /** After any other, so that people who mended it see that it is seen. */
  readonly troubleMs: DurationMs;
  /** After a job: the roll that it ended is known before the next one. */
  readonly afterJobMs: DurationMs;
};

export const usualWatchTimes: WatchTimes = { idleMs: seconds(10), troubleMs: seconds(4), afterJobMs: seconds(1) };

/** Asks the printers how they are while nothing is printed. */
export type PrinterWatch<PrinterId> = {
  /** A job of this printer ended: its state is asked for soon. */
  readonly jobEnded: (printerId: PrinterId) => void;
  /** Asks no more; what is under way is not told any more. */
  readonly close: () => void;
};

/**
 * Watches each printer from now on, the first question at once. A printer has one question at a time, on the port's own
 * queue and only when that is empty, so that a job never waits for more than the question under way.
 */
export function watchPrinters<PrinterId>(parts: {
  readonly ports: ReadonlyMap<PrinterId, PrinterPort>;
  readonly machineClock: MachineClock;
  readonly times: WatchTimes;
  readonly onStatus: (printerId: PrinterId, status: PrinterStatus) => void;
}): PrinterWatch<PrinterId> {
  const { ports, machineClock, times, onStatus } = parts;
  const planned = new Map<PrinterId, () => void>();
  let isClosed = false;

  function plan(printerId: PrinterId, port: PrinterPort, delayMs: DurationMs): void {
    planned.get(printerId)?.();
    if (!isClosed)
      planned.set(
        printerId,
        machineClock.schedule(delayMs, () => void look(printerId, port)),
      );
  }

  async function look(printerId: PrinterId, port: PrinterPort): Promise<void> {
    if (!port.isIdle()) {
      plan(printerId, port, times.afterJobMs);
      return;
    }
    const status = await port.status();
    if (isClosed) return;
    onStatus(printerId, status);
    plan(printerId, port, status.state === 'failed' ? times.troubleMs : times.idleMs);
  }

  for (const [printerId, port] of ports) void look(printerId, port);
  return {
    jobEnded(printerId) {
      const port = ports.get(printerId);
      if (port !== undefined) plan(printerId, port, times.afterJobMs);
    },
    close() {
      isClosed = true;
      for (const cancel of planned.values()) cancel();
    },
  };
}
