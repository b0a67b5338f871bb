import type { KioskConfiguration, Replica } from '@okienko/shared';
import type { ReactNode } from 'react';
import type { Step } from '../journey.ts';

/** What the pages between home and the ticket draw. */
export type ReadingProperties = {
  readonly replica: Pick<Replica<unknown, unknown>, 'now' | 'state'>;
  readonly configuration: KioskConfiguration;
  readonly step: Extract<Step, { at: 'service' | 'taking' }>;
  /** The yellow key, in the same place on each of them. */
  readonly takeKey: ReactNode;
};
