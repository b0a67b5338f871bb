import type { LocalizedText, OutcomeId } from '@okienko/shared';
import type { Desk } from './findDesk.ts';

/** An outcome to choose, or "no outcome" with nulls. */
export type OutcomeChoice = { readonly outcomeId: OutcomeId | null; readonly name: LocalizedText | null };

/**
 * The outcome that a digit chooses for the visit in service: 1 to 9 in the order of the list, 0 none.
 *
 * @returns null where there is nothing to choose: nobody in service, no such outcome, or none is not allowed.
 */
export function outcomeByDigit({ currentTicket, configuration }: Desk, digit: number): OutcomeChoice | null {
  if (currentTicket?.state !== 'serving') return null;
  if (digit === 0) return configuration.counterRules.isOutcomeRequired ? null : { outcomeId: null, name: null };
  const outcome = configuration.outcomes[digit - 1];
  return outcome === undefined ? null : { outcomeId: outcome.id, name: outcome.name };
}
