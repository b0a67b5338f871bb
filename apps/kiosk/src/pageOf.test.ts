import { idSchemas, milliseconds, type Opening } from '@okienko/shared';
import { describe, expect, it } from 'vitest';
import { advance, showTicket, startJourney } from './journey.ts';
import { pageOf } from './pageOf.ts';

const nowMs = milliseconds(0);
const open: Opening = { state: 'open', closesAt: null };
const closed: Opening = { state: 'closed', opensAt: null, isToday: false, isTomorrow: false };
const serviceId = idSchemas.service.parse('pisma');
const home = startJourney({ phase: 'idle', lastSettled: null }, nowMs);
const service = advance(home, { type: 'serviceChosen', serviceId }, nowMs);
const command = {
  type: 'IssueTicket',
  serviceId,
  priorityClass: idSchemas.priorityClass.parse('ordinary'),
  language: 'pl',
} as const;
const taking = advance(service, { type: 'takePressed', command }, nowMs);
const ticket = {
  ...home,
  step: showTicket(
    {
      type: 'ticketIssued',
      ticketId: idSchemas.ticket.parse('01900000-0000-7000-8000-000000000002'),
      ticketNumber: idSchemas.ticketNumber.parse('S001'),
      serviceId,
      peopleAhead: 0,
      waitRange: null,
      counterIds: [],
      printJobId: null,
      followUrl: null,
    },
    nowMs,
  ),
};

describe('the page in sight', () => {
  it('given a confirmed number, then no loss and no closing time hides it', () => {
    expect(pageOf(ticket, 'unavailable', closed)).toBe('ticket');
  });

  it('given a loss, then the page that says so, wherever the customer was', () => {
    for (const journey of [home, service, taking]) expect(pageOf(journey, 'unavailable', open)).toBe('unavailable');
  });

  it('given closing time, then the page of the hours; a press under way is waited for', () => {
    expect(pageOf(service, 'available', closed)).toBe('closed');
    expect(pageOf(taking, 'available', closed)).toBe('service');
  });

  it('given the question of priority, then its page', () => {
    expect(pageOf(advance(service, { type: 'priorityOpened' }, nowMs), 'available', open)).toBe('priority');
  });

  it('given an open branch, then where the customer is', () => {
    expect(pageOf(home, 'available', open)).toBe('home');
    expect(pageOf(service, 'available', open)).toBe('service');
  });
});
