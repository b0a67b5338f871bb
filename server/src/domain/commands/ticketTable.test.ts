import { type TicketState, ticketStates } from '@okienko/shared';
import { describe, expect, it } from 'vitest';
import { given, type Step } from '../testing/given.ts';
import { onTicket, type OnTicketType } from '../testing/requests.ts';
import { called, closed, issued, missed, opened, parked, started } from '../testing/steps.ts';

/** How a ticket gets into each state, at counter c2 where the state has one. */
const historyOf: Readonly<Record<TicketState, readonly Step[]>> = {
  waiting: [issued('D001')],
  called: [issued('D001'), called('D001', 'c2')],
  serving: [issued('D001'), called('D001', 'c2'), started('D001')],
  parked: [issued('D001'), parked('D001')],
  noShow: [issued('D001'), called('D001', 'c2'), missed('D001')],
  closed: [issued('D001'), called('D001', 'c2'), started('D001'), closed('D001', 'served')],
};

/** The design's table, written out again by hand: from which states a command leads somewhere, and where to. */
const leadsTo: Readonly<Record<OnTicketType, Partial<Record<TicketState, TicketState>>>> = {
  CallTicket: { waiting: 'called' },
  RecallTicket: { called: 'called' },
  StartService: { called: 'serving' },
  MarkNoShow: { called: 'noShow' },
  CloseTicket: { serving: 'closed' },
  ReinstateTicket: { noShow: 'waiting' },
  CancelTicket: { waiting: 'closed', called: 'closed', parked: 'closed' },
  ReprintTicket: { waiting: 'waiting', called: 'called', serving: 'serving', parked: 'parked', noShow: 'noShow' },
};

const types = [
  'CallTicket',
  'RecallTicket',
  'StartService',
  'MarkNoShow',
  'CloseTicket',
  'ReinstateTicket',
  'CancelTicket',
  'ReprintTicket',
] as const;
const pairs = types.flatMap((type) => ticketStates.map((state) => ({ type, state, to: leadsTo[type][state] ?? null })));

const inState = (state: TicketState) => given(opened('c2'), opened('c3'), ...historyOf[state]);

describe('the table of ticket states and commands', () => {
  it.each(pairs.filter(({ to }) => to !== null))(
    'given a $state ticket, when $type is sent, then the ticket is $to',
    ({ type, state, to }) => {
      const branch = inState(state);
      expect(branch.when(onTicket(type, 'c2', 'D001', state)).rejection).toBeNull();
      expect(branch.ticket('D001')?.state).toBe(to);
    },
  );

  it.each(pairs.filter(({ to }) => to === null))(
    'given a $state ticket, when $type is sent, then it is not allowed and nothing changes',
    ({ type, state }) => {
      const branch = inState(state);
      const { rejection } = branch.when(onTicket(type, 'c2', 'D001', state));
      expect(rejection).toEqual({ reason: 'NotAllowed', state, action: type });
      expect(branch.ticket('D001')?.state).toBe(state);
    },
  );

  const otherState = (state: TicketState): TicketState => (state === 'waiting' ? 'called' : 'waiting');

  it.each(pairs)(
    'given a $state ticket that the sender saw in another state, then $type is SituationChanged',
    (pair) => {
      const { type, state } = pair;
      const { rejection } = inState(state).when(onTicket(type, 'c2', 'D001', otherState(state)));
      expect(rejection).toEqual({ reason: 'SituationChanged', state });
    },
  );

  it.each(types)('given a ticket that the branch does not have, then %s is TicketUnknown', (type) => {
    expect(inState('waiting').when(onTicket(type, 'c2', 'D042', 'waiting')).rejection).toEqual({
      reason: 'TicketUnknown',
    });
  });

  it.each(types)('given a counter of another device, then %s is NotYourCounter', (type) => {
    const { rejection } = inState('called').when(onTicket(type, 'c2', 'D001', 'called'), { device: 'counter-3' });
    expect(rejection).toEqual({ reason: 'NotYourCounter' });
  });

  it.each(types)('given a closed counter, then %s is CounterNotOpen', (type) => {
    expect(inState('called').when(onTicket(type, 'c4', 'D001', 'called')).rejection).toEqual({
      reason: 'CounterNotOpen',
    });
  });

  it.each(['RecallTicket', 'StartService', 'MarkNoShow', 'CancelTicket'] as const)(
    "given a ticket called to another counter, then %s there is SituationChanged: nobody touches a colleague's customer",
    (type) => {
      const { rejection } = inState('called').when(onTicket(type, 'c3', 'D001', 'called'));
      expect(rejection).toEqual({ reason: 'SituationChanged', state: 'called' });
    },
  );

  it('given a visit at another counter, then it cannot be closed from here', () => {
    const { rejection } = inState('serving').when(onTicket('CloseTicket', 'c3', 'D001', 'serving'));
    expect(rejection).toEqual({ reason: 'SituationChanged', state: 'serving' });
  });
});
