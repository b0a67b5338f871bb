import { assert, type Instant, type PriorityClassId, type Seq, type ServiceId, type TicketId } from '@okienko/shared';

/** A place in a line: order is by `waitingSince`, then by the position of the event that put it there. */
export type Place = { readonly ticketId: TicketId; readonly waitingSince: Instant; readonly waitingSeq: Seq };

/**
 * The waiting tickets, one line for each service and priority class, each sorted.
 *
 * A queue is computed, never stored: this is an index over the tickets, so that a call compares only the heads of
 * lines and an insertion is a binary search.
 */
export type WaitingLines = Map<ServiceId, Map<PriorityClassId, Place[]>>;

/** No lines at all: nobody waits. */
export function emptyLines(): WaitingLines {
  return new Map();
}

/** Negative where `one` is before `other`. */
export function comparePlaces(one: Place, other: Place): number {
  return one.waitingSince - other.waitingSince || one.waitingSeq - other.waitingSeq;
}

/** Puts a ticket at its place in its line. */
export function joinLine(
  lines: WaitingLines,
  serviceId: ServiceId,
  priorityClass: PriorityClassId,
  place: Place,
): void {
  const line = lineOf(lines, serviceId, priorityClass);
  line.splice(positionOf(line, place), 0, place);
}

/** Takes a ticket out of its line; it must be there. */
export function leaveLine(
  lines: WaitingLines,
  serviceId: ServiceId,
  priorityClass: PriorityClassId,
  place: Place,
): void {
  const line = lineOf(lines, serviceId, priorityClass);
  const position = positionOf(line, place);
  assert(line[position]?.ticketId === place.ticketId, `ticket ${place.ticketId} is not at its place in the line`);
  line.splice(position, 1);
}

/** The head of each line of one service, with its class. */
export function headsOf(
  lines: WaitingLines,
  serviceId: ServiceId,
): readonly { readonly priorityClass: PriorityClassId; readonly place: Place }[] {
  const heads: { priorityClass: PriorityClassId; place: Place }[] = [];
  for (const [priorityClass, line] of lines.get(serviceId) ?? []) {
    const place = line[0];
    if (place !== undefined) heads.push({ priorityClass, place });
  }
  return heads;
}

/** The places of a service's lines that are before this one, with their classes. */
export function placesBefore(
  lines: WaitingLines,
  serviceId: ServiceId,
  before: Place,
): readonly { readonly priorityClass: PriorityClassId; readonly place: Place }[] {
  return [...(lines.get(serviceId) ?? [])].flatMap(([priorityClass, line]) =>
    line.slice(0, positionOf(line, before)).map((place) => ({ priorityClass, place })),
  );
}

/** How many wait for a service, over all its classes. */
export function countWaiting(lines: WaitingLines, serviceId: ServiceId): number {
  let count = 0;
  for (const line of lines.get(serviceId)?.values() ?? []) count += line.length;
  return count;
}

function lineOf(lines: WaitingLines, serviceId: ServiceId, priorityClass: PriorityClassId): Place[] {
  const classes = lines.get(serviceId) ?? new Map<PriorityClassId, Place[]>();
  const line = classes.get(priorityClass) ?? [];
  lines.set(serviceId, classes);
  classes.set(priorityClass, line);
  return line;
}

function positionOf(line: readonly Place[], place: Place): number {
  let low = 0;
  let high = line.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const other = line[middle];
    assert(other !== undefined, 'a binary search stays within its line');
    if (comparePlaces(other, place) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
