import { type CalendarDate, calendarDateSchema, idSchemas, parse } from '@okienko/shared';
import type Database from 'better-sqlite3';
import { z } from 'zod/mini';
import { JournalFault } from './journal.ts';
import { JournalRefusal } from './journalRefusal.ts';
import { withFaults } from './sqliteFault.ts';
import { openReader } from './sqliteReader.ts';

/** One business day of a journal and the greatest number of each letter that it gave out. */
export type DayNumbers = {
  readonly businessDate: CalendarDate | null;
  readonly greatest: ReadonlyMap<string, number>;
};

/**
 * Reads the numbers that a journal gave out on its newest day and, before it, back to `since`, newest first, as far as
 * they can be read: a journal that is replaced may be damaged, and a row that makes no sense is passed over.
 *
 * @returns null where the file cannot be read at all.
 */
export function readDayNumbers(file: string, since: CalendarDate | null = null): readonly DayNumbers[] | null {
  try {
    const database = openReader(file);
    try {
      return withFaults(() => daysIn(database, since));
    } finally {
      database.close();
    }
  } catch (error) {
    if (error instanceof JournalRefusal || error instanceof JournalFault) return null;
    throw error;
  }
}

/**
 * How many numbers the series of `lost` that is furthest ahead ran beyond those of `kept`; 0 where none did.
 *
 * Every day counts from the kept one on: a journal whose clock ran into tomorrow is replaced by a backup of today, and
 * what it gave out today, before that, is in the hall too.
 */
export function numbersBeyond(kept: DayNumbers, lost: readonly DayNumbers[]): number {
  return Math.max(0, ...lost.map((day) => numbersBeyondOn(day, kept)));
}

function numbersBeyondOn(lost: DayNumbers, kept: DayNumbers): number {
  const isEarlier = lost.businessDate === null || (kept.businessDate !== null && lost.businessDate < kept.businessDate);
  if (isEarlier) return 0;
  const isSameDay = lost.businessDate === kept.businessDate;
  const ahead = [...lost.greatest].map(([letter, count]) => count - (isSameDay ? (kept.greatest.get(letter) ?? 0) : 0));
  return Math.max(0, ...ahead);
}

function daysIn(database: Database.Database, since: CalendarDate | null): readonly DayNumbers[] {
  const days: DayNumbers[] = [];
  const tickets = database.prepare(ticketsQuery).pluck();
  let before = Number.MAX_SAFE_INTEGER;
  for (const row of database.prepare(daysQuery).all()) {
    const day = dayRowSchema.safeParse(row).data;
    if (day === undefined) continue;
    const businessDate = dateIn(day.payload);
    days.push({ businessDate, greatest: greatestOf(tickets.iterate({ seq: day.seq, before })) });
    before = day.seq;
    if (since === null || (businessDate !== null && businessDate <= since)) break;
  }
  return days;
}

const daysQuery = `SELECT seq, payload FROM events WHERE type = 'BusinessDayStarted' ORDER BY seq DESC`;
const ticketsQuery = `SELECT payload FROM events WHERE seq > @seq AND seq < @before AND type = 'TicketIssued'`;
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
