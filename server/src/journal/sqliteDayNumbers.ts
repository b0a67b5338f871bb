import { type CalendarDate, calendarDateSchema, idSchemas, parse } from '@okienko/shared';
import { z } from 'zod/mini';
import { JournalFault } from './journal.ts';
import { JournalRefusal } from './journalRefusal.ts';
import { withFaults } from './sqliteFault.ts';
import { openReader } from './sqliteReader.ts';

/** The newest business day of a journal and the greatest number of each letter that it gave out. */
export type DayNumbers = {
  readonly businessDate: CalendarDate | null;
  readonly greatest: ReadonlyMap<string, number>;
};

/**
 * Reads the numbers that a journal gave out on its newest day, as far as they can be read: a journal that is replaced
 * may be damaged, and a row that makes no sense is passed over.
 *
 * @returns null where the file cannot be read at all.
 */
export function readDayNumbers(file: string): DayNumbers | null {
  try {
    const database = openReader(file);
    try {
      return withFaults(() => {
        const day = dayRowSchema.safeParse(database.prepare(newestDayQuery).get()).data;
        if (day === undefined) return { businessDate: null, greatest: new Map() };
        const tickets = database.prepare(ticketsQuery).pluck().iterate({ seq: day.seq });
        return { businessDate: dateIn(day.payload), greatest: greatestOf(tickets) };
      });
    } finally {
      database.close();
    }
  } catch (error) {
    if (error instanceof JournalRefusal || error instanceof JournalFault) return null;
    throw error;
  }
}

/** How many numbers the series of `lost` that is furthest ahead ran beyond those of `kept`; 0 where none did. */
export function numbersBeyond(kept: DayNumbers, lost: DayNumbers): number {
  const isEarlier = lost.businessDate === null || (kept.businessDate !== null && lost.businessDate < kept.businessDate);
  if (isEarlier) return 0;
  const isSameDay = lost.businessDate === kept.businessDate;
  const ahead = [...lost.greatest].map(([letter, count]) => count - (isSameDay ? (kept.greatest.get(letter) ?? 0) : 0));
  return Math.max(0, ...ahead);
}

const newestDayQuery = `SELECT seq, payload FROM events WHERE type = 'BusinessDayStarted' ORDER BY seq DESC LIMIT 1`;
const ticketsQuery = `SELECT payload FROM events WHERE seq > @seq AND type = 'TicketIssued'`;
const dayRowSchema = z.object({ seq: idSchemas.seq, payload: z.string() });
const daySchema = z.object({ businessDate: calendarDateSchema });
const ticketSchema = z.object({ ticketNumber: idSchemas.ticketNumber });

function dateIn(payload: string): CalendarDate | null {
  const day = parse(daySchema, jsonOf(payload));
  return day.isValid ? day.value.businessDate : null;
}

function greatestOf(payloads: Iterable<unknown>): ReadonlyMap<string, number> {
  const greatest = new Map<string, number>();
  for (const payload of payloads) {
    const ticket = parse(ticketSchema, jsonOf(payload));
    if (!ticket.isValid) continue;
    const letter = ticket.value.ticketNumber.slice(0, 1);
    const count = Number(ticket.value.ticketNumber.slice(1));
    greatest.set(letter, Math.max(count, greatest.get(letter) ?? 0));
  }
  return greatest;
}

function jsonOf(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
