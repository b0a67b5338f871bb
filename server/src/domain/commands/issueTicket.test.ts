import { idSchemas, minutes } from '@okienko/shared';
import { describe, expect, it } from 'vitest';
import { priority, uuidOf, warsaw } from '../testing/exampleBranch.ts';
import { given } from '../testing/given.ts';
import { issue } from '../testing/requests.ts';
import { called, closed, issued, later, opened, paused } from '../testing/steps.ts';

describe('IssueTicket', () => {
  it('given an empty hall, when somebody asks for a ticket, then it is the first of its letter and waits', () => {
    const branch = given();
    const { events } = branch.when(issue('dowod-wniosek', { language: 'uk', priorityClass: priority }));
    expect(events).toEqual([
      {
        type: 'TicketIssued',
        ticketId: uuidOf(0xffff, 1),
        ticketNumber: 'D001',
        serviceId: 'dowod-wniosek',
        priorityClass: 'priority',
        language: 'uk',
        origin: 'kiosk',
        slotAt: null,
        peopleAhead: 0,
        waitRange: { fromMinutes: 0, toMinutes: 5 },
        counterIds: ['c2', 'c3'],
        printJob: null,
      },
    ]);
    expect(branch.ticket('D001')).toMatchObject({
      state: 'waiting',
      issuedAt: warsaw('2026-11-24', '10:00'),
      waitingSince: warsaw('2026-11-24', '10:00'),
      matters: [{ serviceId: 'dowod-wniosek' }],
      callCount: 0,
      print: null,
      notBefore: null,
    });
  });

  it('given tickets of two letters, when more are asked for, then each letter counts by itself', () => {
    const branch = given(issued('D001'), issued('D002'), issued('S001'));
    const numbers = ['dowod-wniosek', 'pisma', 'meldunki', 'dowod-wniosek'].map(
      (service) => branch.when(issue(service)).events[0],
    );
    expect(numbers).toMatchObject(['D003', 'S002', 'M001', 'D004'].map((ticketNumber) => ({ ticketNumber })));
  });

  it('given a cancelled ticket, when another is asked for, then its number is not given out again', () => {
    const { events } = given(issued('D001'), closed('D001', 'cancelled')).when(issue('dowod-wniosek'));
    expect(events).toMatchObject([{ ticketNumber: 'D002' }]);
  });

  it('given number 999, when another is asked for, then it is 1000', () => {
    expect(given(issued('D999')).when(issue('dowod-wniosek')).events).toMatchObject([{ ticketNumber: 'D1000' }]);
  });

  it('given a kiosk with a printer, when it issues, then one print job of that printer goes with the ticket', () => {
    const printerId = idSchemas.printer.parse('kiosk-1-printer');
    const branch = given();
    const [event] = branch.when(issue('pisma', { printerId })).events;
    const ticket = branch.ticket('S001');
    expect(event).toMatchObject({ printJob: { ticketId: ticket?.ticketId, printerId, isCopy: false } });
    expect(ticket?.print).toMatchObject({ printerId, isCopy: false, outcome: null });
    expect([...branch.state.printJobs]).toEqual([[ticket?.print?.jobId, ticket?.ticketId]]);
  });

  it('given people ahead and one of two counters on a break, then the paper says what was true at that moment', () => {
    const facts = [opened('c2'), opened('c3'), paused('c3'), issued('D001'), issued('D002'), later(minutes(3))];
    const branch = given(...facts);
    expect(branch.when(issue('dowod-wniosek')).events).toMatchObject([
      { peopleAhead: 2, counterIds: ['c2'], waitRange: { fromMinutes: 20, toMinutes: 30 } },
    ]);
  });

  it('given a service that the branch does not have, then ServiceUnknown', () => {
    expect(given().when(issue('paszporty')).rejection).toEqual({ reason: 'ServiceUnknown' });
  });

  it('given a priority class that the branch does not have, then PriorityClassUnknown', () => {
    const priorityClass = idSchemas.priorityClass.parse('vip');
    expect(given().when(issue('pisma', { priorityClass })).rejection).toEqual({ reason: 'PriorityClassUnknown' });
  });

  it('given a closed branch, when a kiosk asks, then BranchClosed; when a clerk asks, then a ticket', () => {
    const branch = given();
    expect(branch.when(issue('pisma'), { isBranchOpen: false }).rejection).toEqual({ reason: 'BranchClosed' });
    expect(branch.when(issue('pisma', { origin: 'counter' }), { isBranchOpen: false }).events).toMatchObject([
      { ticketNumber: 'S001', origin: 'counter' },
    ]);
  });

  it('given a refusal, then no number is used up', () => {
    const branch = given();
    branch.when(issue('pisma'), { isBranchOpen: false });
    expect(branch.when(issue('pisma')).events).toMatchObject([{ ticketNumber: 'S001' }]);
  });

  it('given a called ticket of the same letter, then nobody is ahead of the next one', () => {
    const branch = given(opened('c1'), issued('S001'), called('S001', 'c1'));
    expect(branch.when(issue('pisma')).events).toMatchObject([{ peopleAhead: 0 }]);
  });
});
