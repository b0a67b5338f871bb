import type { Configuration, Instant, JournalEvent } from '@okienko/shared';

/** One event with its time, and the configuration that is in force after it. */
export type Happening = {
  readonly event: JournalEvent;
  readonly at: Instant;
  readonly configuration: Configuration;
};
