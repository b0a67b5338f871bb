import { createHmac } from 'node:crypto';
import type { TicketId } from '@okienko/shared';

/**
 * What stands for a ticket in a public address: an HMAC-SHA-256 of its id under the day's key, cut to 128 bits, in
 * base64url (22 characters). Nobody can guess one, count tickets by it, or link it to a ticket after the day.
 *
 * Source: RFC 2104, section 5, for the cut.
 */
export function publicTokenOf(dayKey: Uint8Array, ticketId: TicketId): string {
  return createHmac('sha256', dayKey).update(ticketId).digest().subarray(0, tokenByteLength).toString('base64url');
}

const tokenByteLength = 16;
