import type { DeviceId, KioskPrinterLink } from '@okienko/shared';

/** The kiosks' pages that are connected now: the ways to the printers beside them. */
export class KioskPages {
  readonly #links = new Set<KioskPrinterLink>();

  /** Remembers a page; the result forgets it again. */
  add(link: KioskPrinterLink): () => void {
    this.#links.add(link);
    return () => void this.#links.delete(link);
  }

  /** The newest first: the page that a person opened last is the one that they see. */
  of(deviceId: DeviceId): readonly KioskPrinterLink[] {
    return [...this.#links].filter((link) => link.deviceId === deviceId).toReversed();
  }
}
