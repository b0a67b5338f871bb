import { minutes } from '@okienko/shared';
import { describe, expect, it } from 'vitest';
import { counterId, exampleWithRules, ticketIdOf, warsaw } from '../testing/exampleBranch.ts';
import { given, givenBranch } from '../testing/given.ts';
import { callNext, settled } from '../testing/requests.ts';
import { called, closed, issued, later, opened, paused, started } from '../testing/steps.ts';

describe('CallNext', () => {
  it('given somebody who waits, when a free counter calls, then they are called there under the next announcement', () => {
    const branch = given(opened('c2'), issued('D001', { language: 'uk' }), later(minutes(4)));
    expect(branch.when(callNext('c2')).events).toEqual([
      {
        type: 'TicketCalled',
        ticketId: ticketIdOf('D001'),
        ticketNumber: 'D001',
        serviceId: 'dowod-wniosek',
        counterId: 'c2',
        language: 'uk',
        announcementNumber: 1,
        callCount: 1,
        clerkId: 'clerk-2',
        reason: {
          rule: 'accumulating',
          waitedMs: minutes(4),
          targetMinutes: 15,
          score: 4 / 15,
          runnerUp: null,
          overtaken: 0,
        },
      },
    ]);
    const calledAt = warsaw('2026-11-24', '10:04');
    expect(branch.ticket('D001')).toMatchObject({ state: 'called', counterId: 'c2', calledAt, callCount: 1 });
    expect(branch.state.counters.get(counterId('c2'))).toMatchObject({ currentTicketId: ticketIdOf('D001') });
  });

  it('given tickets of other services only, then QueueEmpty', () => {
    expect(given(opened('c2'), issued('P001'), issued('S001')).when(callNext('c2')).rejection).toEqual({
      reason: 'QueueEmpty',
    });
  });

  it('given two counters that press at once, then they get two different tickets', () => {
    const branch = given(opened('c2'), opened('c3'), issued('D001'), issued('D002'));
    const first = branch.when(callNext('c2')).events;
    const second = branch.when(callNext('c3')).events;
    expect([first, second]).toMatchObject([
      [{ ticketNumber: 'D001', announcementNumber: 1 }],
      [{ ticketNumber: 'D002', announcementNumber: 2 }],
    ]);
  });

  it('given a call, when the same press arrives a second time on the old picture, then SituationChanged', () => {
    const branch = given(opened('c2'), issued('D001'), issued('D002'));
    branch.when(callNext('c2'));
    expect(branch.when(callNext('c2')).rejection).toEqual({ reason: 'SituationChanged', state: 'called' });
    expect(branch.ticket('D002')?.state).toBe('waiting');
  });

  it('given a visit that ended meanwhile, when "next" still names it, then SituationChanged', () => {
    const facts = [opened('c2'), issued('D001'), called('D001', 'c2'), started('D001'), closed('D001', 'served')];
    const { rejection } = given(...facts, issued('D002')).when(callNext('c2', 'D001'));
    expect(rejection).toEqual({ reason: 'SituationChanged', state: null });
  });

  it('given a visit in service, when "next" is pressed, then it is closed with its outcome and the next is called', () => {
    const branch = given(opened('c2'), issued('D001'), issued('D002'), called('D001', 'c2'), started('D001'));
    expect(branch.when(callNext('c2', 'D001', settled)).events).toMatchObject([
      {
        type: 'TicketClosed',
        ticketNumber: 'D001',
        reason: 'served',
        from: 'serving',
        counterId: 'c2',
        outcomeId: settled,
      },
      { type: 'TicketCalled', ticketNumber: 'D002', counterId: 'c2', announcementNumber: 2 },
    ]);
    expect(branch.state.counters.get(counterId('c2'))).toMatchObject({ currentTicketId: ticketIdOf('D002') });
  });

  it('given a visit in service and nobody waiting, when "next" is pressed, then QueueEmpty and the visit goes on', () => {
    const branch = given(opened('c2'), issued('D001'), called('D001', 'c2'), started('D001'));
    expect(branch.when(callNext('c2', 'D001', settled)).rejection).toEqual({ reason: 'QueueEmpty' });
    expect(branch.ticket('D001')?.state).toBe('serving');
  });

  it('given a called person who has not come yet, when "next" is pressed, then CounterBusy: nobody is passed over', () => {
    const branch = given(opened('c2'), issued('D001'), issued('D002'), called('D001', 'c2'));
    expect(branch.when(callNext('c2', 'D001')).rejection).toEqual({ reason: 'CounterBusy' });
  });

  it('given a branch where "next" does not close, when it is pressed during a visit, then CounterBusy', () => {
    const configuration = exampleWithRules({ callNextClosesCurrent: false });
    const facts = [opened('c2'), issued('D001'), issued('D002'), called('D001', 'c2'), started('D001')];
    const branch = givenBranch(configuration, ...facts);
    expect(branch.when(callNext('c2', 'D001', settled)).rejection).toEqual({ reason: 'CounterBusy' });
  });

  it('given a branch where service starts at the call, then call and start are one decision and the call ends', () => {
    const branch = givenBranch(exampleWithRules({ serviceStartsAtCall: true }), opened('c2'), issued('D001'));
    expect(branch.when(callNext('c2')).events.map(({ type }) => type)).toEqual(['TicketCalled', 'ServiceStarted']);
    expect(branch.ticket('D001')).toMatchObject({ state: 'serving', startedAt: branch.now, calledAt: branch.now });
  });

  it('given a branch that asks for outcomes, when "next" would close without one, then OutcomeRequired', () => {
    const facts = [opened('c2'), issued('D001'), issued('D002'), called('D001', 'c2'), started('D001')];
    const branch = givenBranch(exampleWithRules({ isOutcomeRequired: true }), ...facts);
    expect(branch.when(callNext('c2', 'D001')).rejection).toEqual({ reason: 'OutcomeRequired' });
    expect(branch.when(callNext('c2', 'D001', settled)).rejection).toBeNull();
  });

  it.each([
    ['a counter that the branch does not have', 'c9', [], {}, 'CounterUnknown'],
    ['a closed counter', 'c2', [], { device: 'counter-2' }, 'CounterNotOpen'],
    ['a counter on a break', 'c2', [opened('c2'), paused('c2')], {}, 'CounterPaused'],
    ["another device's counter", 'c2', [opened('c2')], { device: 'counter-3' }, 'NotYourCounter'],
  ] as const)('given %s, then the counter refuses', (_, counter, facts, circumstances, reason) => {
    const branch = given(issued('D001'), ...facts);
    expect(branch.when(callNext(counter), circumstances).rejection).toEqual({ reason });
  });
});
