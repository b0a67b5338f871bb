import { idSchemas, minutes } from '@okienko/shared';
import { describe, expect, it } from 'vitest';
import { counterId, exampleWithRules, warsaw } from '../testing/exampleBranch.ts';
import { given, givenBranch } from '../testing/given.ts';
import { callNext, close, onTicket, recall, settled } from '../testing/requests.ts';
import { called, issued, later, missed, opened, started } from '../testing/steps.ts';

const call = [opened('c2'), issued('D001', { language: 'en' }), called('D001', 'c2'), later(minutes(2))];

describe('RecallTicket', () => {
  it('given a called ticket, when the clerk recalls it, then the same call has a new announcement number', () => {
    const branch = given(...call);
    expect(branch.when(recall('c2', 'D001', 1)).events).toMatchObject([
      {
        type: 'TicketRecalled',
        ticketNumber: 'D001',
        counterId: 'c2',
        language: 'en',
        announcementNumber: 2,
        callCount: 2,
      },
    ]);
    expect(branch.ticket('D001')).toMatchObject({ callCount: 2, calledAt: warsaw('2026-11-24', '10:00') });
    expect(branch.when(recall('c2', 'D001', 2)).events).toMatchObject([{ announcementNumber: 3, callCount: 3 }]);
  });

  it('given a recall that the sender has not seen, when the press comes twice, then SituationChanged', () => {
    const branch = given(...call);
    branch.when(recall('c2', 'D001', 1));
    expect(branch.when(recall('c2', 'D001', 1)).rejection).toEqual({ reason: 'SituationChanged', state: 'called' });
    expect(branch.state.announcementNumber).toBe(2);
  });
});

describe('StartService', () => {
  it('given a called ticket, when the person comes, then the visit begins and the ticket stays at the counter', () => {
    const branch = given(...call);
    expect(branch.when(onTicket('StartService', 'c2', 'D001', 'called')).events).toMatchObject([
      { type: 'ServiceStarted', ticketNumber: 'D001', counterId: 'c2' },
    ]);
    expect(branch.ticket('D001')).toMatchObject({ state: 'serving', startedAt: warsaw('2026-11-24', '10:02') });
    expect(branch.ticket('D001')).not.toHaveProperty('announcementNumber');
  });
});

describe('MarkNoShow', () => {
  it('given a called person who does not come, then the counter is free and the ticket keeps where it was called', () => {
    const branch = given(...call);
    branch.when(onTicket('MarkNoShow', 'c2', 'D001', 'called'));
    const missedAt = warsaw('2026-11-24', '10:02');
    expect(branch.ticket('D001')).toMatchObject({ state: 'noShow', counterId: 'c2', missedAt });
    expect(branch.state.counters.get(counterId('c2'))).toMatchObject({ state: 'open', currentTicketId: null });
  });
});

describe('ReinstateTicket', () => {
  it('given somebody who comes after all, when any open counter reinstates them, then they wait at their old place', () => {
    const facts = [...call, issued('D002'), missed('D001'), opened('c3'), later(minutes(5)), issued('D003')];
    const branch = given(...facts);
    expect(branch.when(onTicket('ReinstateTicket', 'c3', 'D001', 'noShow')).rejection).toBeNull();
    expect(branch.ticket('D001')).toMatchObject({
      state: 'waiting',
      waitingSince: warsaw('2026-11-24', '10:00'),
      callCount: 1,
    });
    expect(branch.when(callNext('c3')).events).toMatchObject([{ ticketNumber: 'D001', callCount: 2 }]);
  });
});

describe('CloseTicket', () => {
  const visit = [...call, started('D001')];

  it('given a visit, when it is closed with an outcome, then it ends as served and the counter is free', () => {
    const branch = given(...visit);
    expect(branch.when(close('c2', 'D001', settled)).events).toMatchObject([
      { type: 'TicketClosed', reason: 'served', from: 'serving', counterId: 'c2', outcomeId: settled },
    ]);
    expect(branch.ticket('D001')).toMatchObject({ state: 'closed', reason: 'served', outcomeId: settled });
    expect(branch.state.counters.get(counterId('c2'))).toMatchObject({ currentTicketId: null });
  });

  it('given a branch that asks for none, then a visit may end without an outcome', () => {
    expect(given(...visit).when(close('c2', 'D001')).events).toMatchObject([{ outcomeId: null }]);
  });

  it('given a branch that asks for outcomes, then none is OutcomeRequired', () => {
    const branch = givenBranch(exampleWithRules({ isOutcomeRequired: true }), ...visit);
    expect(branch.when(close('c2', 'D001')).rejection).toEqual({ reason: 'OutcomeRequired' });
  });

  it('given an outcome that the branch does not have, then OutcomeUnknown', () => {
    const outcome = idSchemas.outcome.parse('won-the-lottery');
    expect(given(...visit).when(close('c2', 'D001', outcome)).rejection).toEqual({ reason: 'OutcomeUnknown' });
  });
});

describe('CancelTicket', () => {
  it('given a waiting ticket, when any open counter cancels it, then it ends at no counter and leaves the line', () => {
    const branch = given(opened('c5'), issued('D001'), issued('D002'), opened('c2'));
    expect(branch.when(onTicket('CancelTicket', 'c5', 'D001', 'waiting')).events).toMatchObject([
      { type: 'TicketClosed', reason: 'cancelled', from: 'waiting', counterId: null, outcomeId: null },
    ]);
    expect(branch.when(callNext('c2')).events).toMatchObject([{ ticketNumber: 'D002' }]);
  });

  it('given a called ticket, when its counter cancels it, then the counter is free', () => {
    const branch = given(...call);
    expect(branch.when(onTicket('CancelTicket', 'c2', 'D001', 'called')).events).toMatchObject([
      { reason: 'cancelled', from: 'called', counterId: 'c2' },
    ]);
    expect(branch.state.counters.get(counterId('c2'))).toMatchObject({ currentTicketId: null });
  });

  it('given a called ticket, when another counter cancels it, then SituationChanged: it is theirs', () => {
    const { rejection } = given(...call, opened('c3')).when(onTicket('CancelTicket', 'c3', 'D001', 'called'));
    expect(rejection).toEqual({ reason: 'SituationChanged', state: 'called' });
  });
});
