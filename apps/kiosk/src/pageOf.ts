import type { Opening } from '@okienko/shared';
import type { Availability } from './availability.ts';
import type { Journey } from './journey.ts';

export type PageName = 'starting' | 'home' | 'service' | 'priority' | 'ticket' | 'refused' | 'closed' | 'unavailable';

/**
 * Which page is in sight. A confirmed number comes before everything: no loss and no closing time takes it away; then
 * what is true of the kiosk, then where the customer is.
 */
export function pageOf({ step }: Journey, availability: Availability, opening: Opening | null): PageName {
  if (step.at === 'ticket') return 'ticket';
  if (availability === 'unavailable') return 'unavailable';
  if (availability === 'starting') return 'starting';
  if (step.at === 'taking') return step.isCustomerHere ? readingPage(step) : 'starting';
  if (opening === null) return 'starting';
  if (opening.state === 'closed') return 'closed';
  return step.at === 'service' ? readingPage(step) : step.at;
}

function readingPage({ isAskingPriority }: { readonly isAskingPriority: boolean }): PageName {
  return isAskingPriority ? 'priority' : 'service';
}
