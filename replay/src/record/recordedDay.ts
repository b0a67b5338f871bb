import { type CalendarDate, isCalendarDate } from '@okienko/shared';
import { ReplayRefused } from '../replayRefused.ts';
import { readTable, type TableRow } from './readTable.ts';

/** A queue of the recorded office; its letter is null where the record has none, and need not be its own. */
export type RecordedQueue = { readonly queueId: string; readonly letter: string | null; readonly name: string };

/** A recorded visit; both times are minutes after local midnight. */
export type RecordedTicket = {
  readonly queueId: string;
  readonly ticket: number;
  readonly issuedMin: number;
  readonly calledMin: number;
};

/** One office's day: its tickets, and those of its queues that gave out any. */
export type RecordedDay = {
  readonly office: string;
  readonly date: CalendarDate;
  readonly queues: readonly RecordedQueue[];
  readonly tickets: readonly RecordedTicket[];
};

const ticketColumns = ['office', 'queue_id', 'date', 'ticket', 'issued_min', 'called_min'] as const;
type TicketRow = TableRow<(typeof ticketColumns)[number]>;

/**
 * Reads one office's day from a folder with `queues` and `tickets_reconstructed`; every row of both files is checked.
 *
 * A queue that is listed twice keeps its first line.
 * @throws ReplayRefused naming file, line and column of what is wrong, or the offices or days that there are.
 */
export function readRecordedDay(folder: string, office: string, date: CalendarDate): RecordedDay {
  const rows = readTable(folder, 'tickets_reconstructed', ticketColumns);
  const known = new Map<string, RecordedTicket[]>();
  const seen = new Set<string>();
  for (const row of rows) {
    const key = [row.text('office'), row.text('queue_id'), row.text('date'), row.text('ticket')].join('\n');
    if (seen.has(key)) row.refuse('ticket', `${row.text('ticket')} is there twice`);
    seen.add(key);
    addTicket(known, row);
  }
  const tickets = known.get(keyOf(office, date)) ?? refuseDay(known, office, date);
  const queues = readQueues(folder, office);
  const used = [...new Set(tickets.map(({ queueId }) => queueId))];
  return {
    office,
    date,
    tickets,
    queues: used.map((queueId) => queues.get(queueId) ?? { queueId, letter: null, name: `Kolejka ${queueId}` }),
  };
}

function readQueues(folder: string, office: string): ReadonlyMap<string, RecordedQueue> {
  const queues = new Map<string, RecordedQueue>();
  for (const row of readTable(folder, 'queues', ['office', 'queue_id', 'letter', 'queue_name'])) {
    const letter = row.text('letter').trim();
    if (!/^[A-Z]?$/.test(letter)) row.refuse('letter', `"${letter}" is neither a letter from A to Z nor empty`);
    const queueId = row.text('queue_id');
    if (row.text('office') !== office || queues.has(queueId)) continue;
    const name = row.text('queue_name').trim().replaceAll(/\s+/g, ' ');
    queues.set(queueId, { queueId, letter: letter === '' ? null : letter, name });
  }
  return queues;
}

function addTicket(known: Map<string, RecordedTicket[]>, row: TicketRow): void {
  const date = row.text('date');
  if (!isCalendarDate(date)) row.refuse('date', `"${date}" is no day such as 2020-01-03`);
  const queueId = row.text('queue_id');
  if (queueId === '') row.refuse('queue_id', 'it is empty');
  const ticket = Number(row.text('ticket'));
  if (!/^\d{1,6}$/.test(row.text('ticket'))) row.refuse('ticket', `"${row.text('ticket')}" is no number of a ticket`);
  const issuedMin = readMinutes(row, 'issued_min');
  const calledMin = readMinutes(row, 'called_min');
  if (calledMin < issuedMin) row.refuse('called_min', `${calledMin} is before the ticket was issued at ${issuedMin}`);
  const key = keyOf(row.text('office'), date);
  const day = known.get(key) ?? [];
  day.push({ queueId, ticket, issuedMin, calledMin });
  known.set(key, day);
}

function readMinutes(row: TicketRow, column: 'issued_min' | 'called_min'): number {
  const text = row.text(column);
  const value = Number(text);
  if (!/^\d{1,4}(\.\d+)?$/.test(text) || value >= 24 * 60) row.refuse(column, `"${text}" are no minutes of a day`);
  return value;
}

function byText(one: string, other: string): number {
  return one < other ? -1 : 1;
}

function keyOf(office: string, date: string): string {
  return `${office}\n${date}`;
}

function refuseDay(known: ReadonlyMap<string, unknown>, office: string, date: CalendarDate): never {
  const days = [...known.keys()].toSorted(byText).map((key) => key.split('\n'));
  const dates = days.filter(([each]) => each === office).map(([, day]) => day);
  if (dates.length > 0) {
    throw new ReplayRefused(`${office} has no tickets on ${date}; it has some on ${dates.join(', ')}.`);
  }
  const offices = [...new Set(days.map(([each]) => each))];
  throw new ReplayRefused(`There are no tickets of an office ${office}; there are of ${offices.join(', ')}.`);
}
