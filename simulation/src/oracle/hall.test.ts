import { type EventOf, idSchemas, type JournalEvent, calendarDateSchema } from '@okienko/shared';
import { describe, expect, it } from 'vitest';
import { Hall } from './hall.ts';

const ids = (count: number) => `00000000-0000-7000-8000-${String(count).padStart(12, '0')}`;
const day: JournalEvent = { type: 'BusinessDayStarted', businessDate: calendarDateSchema.parse('2026-11-24') };

function opened(counter: string, clerk = counter): JournalEvent {
  return {
    type: 'CounterOpened',
    counterId: idSchemas.counter.parse(counter),
    clerkId: idSchemas.clerk.parse(clerk),
    deviceId: idSchemas.device.parse(counter),
    isTakeover: false,
  };
}

function ticket(count: number) {
  return {
    ticketId: idSchemas.ticket.parse(ids(count)),
    ticketNumber: idSchemas.ticketNumber.parse(`D${String(count).padStart(3, '0')}`),
    serviceId: idSchemas.service.parse('dowod'),
  };
}

function issued(count: number): JournalEvent {
  const rest = { slotAt: null, peopleAhead: 0, waitRange: null, counterIds: [], printJob: null } as const;
  const priorityClass = idSchemas.priorityClass.parse('ordinary');
  return { type: 'TicketIssued', ...ticket(count), priorityClass, language: 'pl', origin: 'kiosk', ...rest };
}

function called(count: number, counter: string, announcementNumber: number): JournalEvent {
  const at = { counterId: idSchemas.counter.parse(counter), clerkId: idSchemas.clerk.parse('clerk') };
  const reason = { rule: 'firstCome', waitedMs: 0, targetMinutes: 1, score: 0, runnerUp: null, overtaken: 0 } as const;
  return { type: 'TicketCalled', ...ticket(count), ...at, language: 'pl', announcementNumber, callCount: 1, reason };
}

function closed(count: number, from: 'waiting' | 'called', reason: EventOf<'TicketClosed'>['reason']): JournalEvent {
  return { type: 'TicketClosed', ...ticket(count), reason, from, counterId: null, outcomeId: null };
}

/** What the notebook says of the last of these events, all others being in order. */
function verdict(...events: readonly JournalEvent[]): string | null {
  const hall = new Hall();
  const verdicts = [day, ...events].map((event, index) => hall.note(event, index + 1, index));
  expect(verdicts.slice(0, -1).filter((each) => each !== null)).toEqual([]);
  return verdicts.at(-1) ?? null;
}

describe('the hall by the notebook', () => {
  it('given a visit in order, then it says nothing', () => {
    expect(verdict(opened('c1'), issued(1), called(1, 'c1', 1), closed(1, 'called', 'cancelled'))).toBeNull();
  });

  it.each([
    ['a number twice', [issued(1), issued(1)], 'issued twice'],
    ['a number that is not next', [issued(1), issued(3)], 'D002 is next'],
    [
      'one customer at two counters',
      [opened('c1'), opened('c2'), issued(1), called(1, 'c1', 1), called(1, 'c2', 2)],
      'sits at c1',
    ],
    [
      'two customers at one counter',
      [opened('c1'), issued(1), issued(2), called(1, 'c1', 1), called(2, 'c1', 2)],
      'second customer',
    ],
    ['a call at a closed counter', [issued(1), called(1, 'c1', 1)], 'not open'],
    ['an announcement left out', [opened('c1'), issued(1), called(1, 'c1', 2)], 'does not follow'],
    ['an end that its state does not have', [issued(1), closed(1, 'waiting', 'served')], 'ended as served'],
    ['a state that it was not in', [issued(1), closed(1, 'called', 'cancelled')], 'was waiting'],
    ['one clerk at two counters', [opened('c1', 'anna'), opened('c2', 'anna')], 'works at c1'],
    [
      'a day that ends with somebody',
      [issued(1), { type: 'BusinessDayEnded', businessDate: day.businessDate }],
      'D001 waiting',
    ],
    ['a day that begins again', [day], 'began again'],
  ] as const satisfies readonly (readonly [string, readonly JournalEvent[], string])[])(
    'given %s, then it complains',
    (_, events, words) => {
      expect(verdict(...events)).toContain(words);
    },
  );
});
