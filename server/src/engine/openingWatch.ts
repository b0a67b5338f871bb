import type { Instant, Opening } from '@okienko/shared';
import { type BranchState, configurationOf } from '../domain/branchState.ts';
import { openingAt } from '../domain/calendar.ts';

const notConfigured: Opening = { state: 'closed', opensAt: null, isToday: false, isTomorrow: false };

/** Whether the branch is open, looked up once a second: a calendar with a time zone costs more than a command's rules. */
export class OpeningWatch {
  #known: { readonly opening: Opening; readonly secondOf: number; readonly configHash: string } | null = null;

  /** The opening at `now` under the running configuration; closed, as long as there is none. */
  at(state: BranchState, now: Instant): Opening {
    if (state.configuration === null) return notConfigured;
    const { configHash } = state;
    const secondOf = Math.floor(now / 1_000);
    if (this.#known?.secondOf !== secondOf || this.#known.configHash !== configHash) {
      this.#known = { opening: openingAt(configurationOf(state), now), secondOf, configHash };
    }
    return this.#known.opening;
  }
}
