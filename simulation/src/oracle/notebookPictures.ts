import type { BoardView, CounterView, KioskView } from '@okienko/shared';
import type { Hall, NotedTicket } from './hall.ts';

export type Pictures = { readonly display: BoardView; readonly kiosk: KioskView; readonly counter: CounterView };

/** What the pictures say otherwise than the notebook of the same moment, in words, or null. */
export function differenceFrom(hall: Hall, { display, kiosk, counter }: Pictures): string | null {
  const living = [...hall.tickets].filter(([, { state }]) => state !== 'closed');
  return boardDifference(living, display) ?? kioskDifference(living, hall, kiosk) ?? consoleDifference(living, counter);
}

type Living = readonly (readonly [ticketId: string, ticket: NotedTicket])[];

function boardDifference(living: Living, { calls }: BoardView): string | null {
  const called = new Map<string, string | null>(
    living.flatMap(([, { state, number, counterId }]) => (state === 'called' ? [[number, counterId]] : [])),
  );
  const wrong = calls.find((call) => call.isStillCalled && called.get(call.ticketNumber) !== call.counterId);
  if (wrong !== undefined) return `boards call ${wrong.ticketNumber} to ${wrong.counterId}`;
  const rows = new Set<string>(calls.flatMap((call) => (call.isStillCalled ? [call.ticketNumber] : [])));
  // A board keeps some calls only: a full list may have lost the oldest of those that still stand.
  const unseen = calls.length < fullBoard ? [...called.keys()].find((number) => !rows.has(number)) : undefined;
  return unseen === undefined ? null : `boards do not know that ${unseen} is called`;
}
const fullBoard = 24;

function kioskDifference(living: Living, hall: Hall, { waiting, counters }: KioskView): string | null {
  const counted = new Map<string, number>();
  for (const [, { state, serviceId }] of living)
    if (state === 'waiting') counted.set(serviceId, (counted.get(serviceId) ?? 0) + 1);
  const shown = new Map<string, number | undefined>(Object.entries(waiting));
  for (const serviceId of new Set([...counted.keys(), ...shown.keys()])) {
    const [mine, theirs] = [counted.get(serviceId) ?? 0, shown.get(serviceId) ?? 0];
    if (mine !== theirs) return `kiosks say that ${theirs} wait for ${serviceId}, and ${mine} do`;
  }
  for (const [counterId, state] of Object.entries(counters)) {
    const noted = hall.counters.get(counterId);
    const truth = noted === undefined ? 'closed' : noted.isPaused ? 'paused' : 'open';
    if (state !== truth) return `kiosks say that ${counterId} is ${state}, and it is ${truth}`;
  }
  return null;
}

function consoleDifference(living: Living, { tickets }: CounterView): string | null {
  const shown = new Map(Object.entries(tickets));
  const unseen = living.find(([ticketId, { state }]) => shown.get(ticketId)?.state !== state);
  if (unseen !== undefined) return `consoles do not know that ${unseen[1].number} is ${unseen[1].state}`;
  return shown.size === living.length ? null : `consoles show ${shown.size} tickets where ${living.length} live`;
}
