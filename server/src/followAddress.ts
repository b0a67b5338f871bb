import type { Configuration, CalendarDate, TicketId } from '@okienko/shared';
import type { DayKeys } from './journal/dayKeys.ts';
import { publicTokenOf } from './journal/publicToken.ts';

/**
 * The address at which a ticket of the running day can be followed on a phone; null where the branch has no public
 * address. Printable ASCII, because it becomes a QR code.
 *
 * @throws JournalFault where the day's key cannot be kept.
 */
export function followAddressOf(
  dayKeys: Pick<DayKeys, 'keyOf'>,
  { publicBaseUrl, code }: Configuration['branch'],
  businessDate: CalendarDate,
  ticketId: TicketId,
): string | null {
  if (publicBaseUrl === undefined) return null;
  return `${publicBaseUrl.replace(/\/+$/, '')}/${code}/${publicTokenOf(dayKeys.keyOf(businessDate), ticketId)}`;
}
