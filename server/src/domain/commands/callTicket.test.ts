import { minutes } from '@okienko/shared';
import { describe, expect, it } from 'vitest';
import { exampleWithRules, priority } from '../testing/exampleBranch.ts';
import { given, givenBranch } from '../testing/given.ts';
import { callTicket, settled } from '../testing/requests.ts';
import { called, issued, later, opened, paused, started } from '../testing/steps.ts';

const hall = [opened('c2'), issued('D001'), issued('M001'), later(minutes(1)), issued('D002'), issued('D003')];

describe('CallTicket', () => {
  it('given a line, when the clerk chooses its last, then that one is called as chosen', () => {
    const branch = given(...hall);
    expect(branch.when(callTicket('c2', 'D003')).events).toMatchObject([
      { type: 'TicketCalled', ticketNumber: 'D003', reason: { rule: 'chosen', runnerUp: null } },
    ]);
    expect(branch.ticket('D001')?.state).toBe('waiting');
  });

  it('given a visit in service, when the clerk chooses another ticket, then the visit is closed first', () => {
    const branch = given(...hall, called('D001', 'c2'), started('D001'));
    const { events } = branch.when(callTicket('c2', 'D003', { current: 'D001', outcomeId: settled }));
    expect(events).toMatchObject([
      { type: 'TicketClosed', ticketNumber: 'D001', outcomeId: settled },
      { type: 'TicketCalled', ticketNumber: 'D003' },
    ]);
  });

  it('given service that starts at the call, then a chosen ticket is served at once too', () => {
    const branch = givenBranch(exampleWithRules({ serviceStartsAtCall: true }), ...hall);
    expect(branch.when(callTicket('c2', 'D002')).events.map(({ type }) => type)).toEqual([
      'TicketCalled',
      'ServiceStarted',
    ]);
  });

  it('given a called ticket at the counter, when another is chosen, then CounterBusy', () => {
    const branch = given(...hall, called('D001', 'c2'));
    expect(branch.when(callTicket('c2', 'D002', { current: 'D001' })).rejection).toEqual({ reason: 'CounterBusy' });
  });

  it('given a counter that got a ticket meanwhile, when the press does not know it, then SituationChanged', () => {
    const branch = given(...hall, called('D001', 'c2'));
    const { rejection } = branch.when(callTicket('c2', 'D002'));
    expect(rejection).toEqual({ reason: 'SituationChanged', state: 'called' });
  });

  it('given a ticket that another counter has just called, when it is chosen, then SituationChanged with its state', () => {
    const branch = given(...hall, opened('c3'), called('D002', 'c3'));
    const { rejection } = branch.when(callTicket('c2', 'D002'));
    expect(rejection).toEqual({ reason: 'SituationChanged', state: 'called' });
  });

  it('given a ticket of a service that the counter does not do, then ServiceNotAtCounter', () => {
    const branch = given(...hall, issued('P001'));
    expect(branch.when(callTicket('c2', 'P001')).rejection).toEqual({ reason: 'ServiceNotAtCounter' });
  });

  it('given a ticket that nobody has, then TicketUnknown', () => {
    expect(given(...hall).when(callTicket('c2', 'D099')).rejection).toEqual({ reason: 'TicketUnknown' });
  });

  it('given a branch that asks for outcomes, then a choice that closes a visit needs one', () => {
    const facts = [...hall, called('D001', 'c2'), started('D001')];
    const branch = givenBranch(exampleWithRules({ isOutcomeRequired: true }), ...facts);
    const { rejection } = branch.when(callTicket('c2', 'D003', { current: 'D001' }));
    expect(rejection).toEqual({ reason: 'OutcomeRequired' });
  });

  it('given a counter on a break, or of another device, then the counter refuses', () => {
    expect(given(...hall, paused('c2')).when(callTicket('c2', 'D001')).rejection).toEqual({ reason: 'CounterPaused' });
    const { rejection } = given(...hall).when(callTicket('c2', 'D001'), { device: 'counter-5' });
    expect(rejection).toEqual({ reason: 'NotYourCounter' });
  });

  it('given a priority ticket, when a clerk chooses an ordinary one, then its own class says how many it passed', () => {
    const branch = given(opened('c2'), issued('D001', { priorityClass: priority }), issued('D002'), issued('D003'));
    expect(branch.when(callTicket('c2', 'D003')).events).toMatchObject([{ reason: { overtaken: 1 } }]);
  });
});
