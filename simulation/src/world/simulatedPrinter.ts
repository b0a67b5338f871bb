import type { PrintOutcome, PrinterPort, PrinterStatus } from '@okienko/server/printing/printerPort';
import type { Chance } from './chance.ts';
import type { Machine } from './machine.ts';

/** A printer of the world: it takes its time, and sometimes it does not print, or nobody knows. */
export class SimulatedPrinter implements PrinterPort {
  readonly #machine: Machine;
  readonly #chance: Chance;
  readonly #trouble: number;
  readonly #printed = new Set<string>();
  readonly #onSecondPaper: (jobId: string) => void;

  constructor(machine: Machine, chance: Chance, trouble: number, onSecondPaper: (jobId: string) => void) {
    this.#onSecondPaper = onSecondPaper;
    this.#machine = machine;
    this.#chance = chance;
    this.#trouble = trouble;
  }

  print({ jobId }: { readonly jobId: string }): Promise<PrintOutcome> {
    return new Promise((resolve) => {
      this.#machine.run(this.#chance.between(200, 4_000), () => {
        if (!this.#chance.isLucky(this.#trouble)) {
          if (this.#printed.has(jobId)) this.#onSecondPaper(jobId);
          this.#printed.add(jobId);
          resolve({ result: 'printed' });
        } else {
          resolve(this.#chance.isLucky(0.5) ? { result: 'failed', reason: 'paperOut' } : { result: 'unknown' });
        }
      });
    });
  }

  status(): Promise<PrinterStatus> {
    return Promise.resolve({ state: 'ready' });
  }

  isIdle(): boolean {
    return true;
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
