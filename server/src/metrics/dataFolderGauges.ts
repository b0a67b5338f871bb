import { statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { MetricsRegistry } from './metricsRegistry.ts';

/**
 * Registers the room that is left on the data folder's disk and the room that the journal takes, log included.
 *
 * What the disk does not tell, because it fails or is gone, is left out of the scrape: the rest of the measurements is
 * needed most then, and the journal's own fault is in them.
 */
export function registerDataFolderGauges(registry: MetricsRegistry, folder: string, journalFileName: string): void {
  registry.gauge('okienko_data_free_bytes', 'Room left on the disk of the data folder.', () =>
    numberOrNone(() => {
      const { bavail, bsize } = statfsSync(folder);
      return bavail * bsize;
    }),
  );
  registry.gauge('okienko_journal_bytes', 'Size of the journal and its write-ahead log.', () =>
    numberOrNone(() => sizeOf(join(folder, journalFileName)) + sizeOf(join(folder, `${journalFileName}-wal`))),
  );
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

function numberOrNone(read: () => number): number | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) return null;
    throw error;
  }
}
