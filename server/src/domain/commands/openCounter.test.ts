import { describe, expect, it } from 'vitest';
import { counterId, ticketIdOf } from '../testing/exampleBranch.ts';
import { given } from '../testing/given.ts';
import { callNext, openCounter, pause, recall, resume, signOff } from '../testing/requests.ts';
import { called, issued, missed, opened, paused, signedOff, started } from '../testing/steps.ts';

const visit = [opened('c2'), issued('D001'), called('D001', 'c2'), started('D001')];

describe('OpenCounter', () => {
  it('given a closed counter, when a clerk sits down, then it is theirs and their device commands it', () => {
    const branch = given();
    expect(branch.when(openCounter('c2')).events).toEqual([
      { type: 'CounterOpened', counterId: 'c2', clerkId: 'clerk-2', deviceId: 'counter-2', isTakeover: false },
    ]);
    expect(branch.state.counters.get(counterId('c2'))).toEqual({
      state: 'open',
      clerkId: 'clerk-2',
      deviceId: 'counter-2',
      openedAt: branch.now,
      currentTicketId: null,
    });
  });

  it('given a closed counter, when it is opened as a takeover, then the event says that nothing was taken over', () => {
    expect(given().when(openCounter('c2', { isTakeover: true })).events).toMatchObject([{ isTakeover: false }]);
  });

  it('given a counter that the branch does not have, then CounterUnknown', () => {
    expect(given().when(openCounter('c9')).rejection).toEqual({ reason: 'CounterUnknown' });
  });

  it('given a clerk at a counter, when another comes, then CounterTaken says who is there', () => {
    const { rejection } = given(opened('c2')).when(openCounter('c2', { clerk: 'clerk-4', device: 'counter-4' }));
    expect(rejection).toEqual({ reason: 'CounterTaken', clerkId: 'clerk-2' });
  });

  it('given a clerk in a visit, when another takes over, then the ticket stays and only the new device commands', () => {
    const branch = given(...visit);
    const takeover = openCounter('c2', { clerk: 'clerk-4', device: 'counter-4', isTakeover: true });
    expect(branch.when(takeover).events).toMatchObject([{ clerkId: 'clerk-4', isTakeover: true }]);
    expect(branch.state.counters.get(counterId('c2'))).toMatchObject({ currentTicketId: ticketIdOf('D001') });
    const { rejection } = branch.when(callNext('c2', 'D001'), { device: 'counter-2' });
    expect(rejection).toEqual({ reason: 'NotYourCounter' });
  });

  it('given a browser that died, when the same clerk signs in on another device, then no takeover is asked for', () => {
    const branch = given(opened('c2'), issued('D001'), called('D001', 'c2'));
    expect(branch.when(openCounter('c2', { device: 'counter-4' })).events).toMatchObject([{ isTakeover: true }]);
    expect(branch.when(recall('c2', 'D001', 1)).rejection).toBeNull();
  });

  it('given a break, when the same clerk signs in again, then the break is over', () => {
    const branch = given(opened('c2'), paused('c2'));
    branch.when(openCounter('c2'));
    expect(branch.state.counters.get(counterId('c2'))).toMatchObject({ state: 'open', currentTicketId: null });
  });

  it.each([
    ['open', []],
    ['on a break', [paused('c2')]],
  ] as const)(
    'given a clerk whose counter is %s, when they open another, then ClerkElsewhere says where',
    (_, more) => {
      const { rejection } = given(opened('c2'), ...more).when(openCounter('c3', { clerk: 'clerk-2' }));
      expect(rejection).toEqual({ reason: 'ClerkElsewhere', counterId: 'c2' });
    },
  );

  it('given a clerk elsewhere, when they try a takeover, then they are refused all the same', () => {
    const takeover = openCounter('c3', { clerk: 'clerk-2', device: 'counter-3', isTakeover: true });
    const { rejection } = given(opened('c2'), opened('c3')).when(takeover);
    expect(rejection).toEqual({ reason: 'ClerkElsewhere', counterId: 'c2' });
  });

  it('given a device that commands a counter, when it opens a second one for somebody else, then it is refused', () => {
    const { rejection } = given(opened('c2')).when(openCounter('c3', { device: 'counter-2' }));
    expect(rejection).toEqual({ reason: 'ClerkElsewhere', counterId: 'c2' });
  });

  it('given a clerk who signed off, then they may open any counter', () => {
    const branch = given(opened('c2'), signedOff('c2'));
    expect(branch.when(openCounter('c3', { clerk: 'clerk-2', device: 'counter-2' })).rejection).toBeNull();
  });
});

describe('PauseCounter and ResumeCounter', () => {
  it('given a free counter, when its clerk takes a break, then it calls nobody until they are back', () => {
    const branch = given(opened('c2'), issued('D001'));
    expect(branch.when(pause('c2')).events).toEqual([{ type: 'CounterPaused', counterId: 'c2', reasonId: 'lunch' }]);
    expect(branch.when(callNext('c2')).rejection).toEqual({ reason: 'CounterPaused' });
    expect(branch.when(resume('c2')).events).toEqual([{ type: 'CounterResumed', counterId: 'c2' }]);
    expect(branch.when(callNext('c2')).events).toMatchObject([{ ticketNumber: 'D001' }]);
  });

  it('given a break, then it keeps who works there and since when', () => {
    const branch = given(opened('c2'), paused('c2'));
    expect(branch.state.counters.get(counterId('c2'))).toMatchObject({ clerkId: 'clerk-2', openedAt: branch.now });
  });

  it.each([
    ['a visit', visit],
    ['a called ticket', visit.slice(0, 3)],
  ] as const)('given %s at the counter, when its clerk wants a break, then CounterBusy', (_, facts) => {
    expect(given(...facts).when(pause('c2')).rejection).toEqual({ reason: 'CounterBusy' });
  });

  it('given a missed call, then the counter is free for a break', () => {
    const facts = [...visit.slice(0, 3), missed('D001')];
    expect(given(...facts).when(pause('c2')).rejection).toBeNull();
  });

  it('given a reason that the branch does not have, then BreakReasonUnknown', () => {
    expect(given(opened('c2')).when(pause('c2', 'siesta')).rejection).toEqual({ reason: 'BreakReasonUnknown' });
  });

  it('given a break, when another begins, then CounterPaused', () => {
    expect(given(opened('c2'), paused('c2')).when(pause('c2')).rejection).toEqual({ reason: 'CounterPaused' });
  });

  it('given no break, when it is ended, then CounterBusy', () => {
    expect(given(opened('c2')).when(resume('c2')).rejection).toEqual({ reason: 'CounterBusy' });
  });
});

describe('SignOffCounter', () => {
  it.each([
    ['open', []],
    ['on a break', [paused('c2')]],
  ] as const)('given a free counter that is %s, when its clerk leaves, then it is closed', (_, more) => {
    const branch = given(opened('c2'), ...more);
    expect(branch.when(signOff('c2')).events).toEqual([{ type: 'CounterSignedOff', counterId: 'c2' }]);
    expect(branch.state.counters.get(counterId('c2'))).toEqual({ state: 'closed' });
  });

  it('given a visit, when its clerk wants to leave, then CounterBusy: a visit is never left without a clerk', () => {
    expect(given(...visit).when(signOff('c2')).rejection).toEqual({ reason: 'CounterBusy' });
  });
});

describe('every command of a counter', () => {
  it.each([pause, resume, signOff])(
    'given a counter that is closed, unknown or of another device, then it refuses',
    (of) => {
      expect(given().when(of('c2')).rejection).toEqual({ reason: 'CounterNotOpen' });
      expect(given().when(of('c9')).rejection).toEqual({ reason: 'CounterUnknown' });
      const { rejection } = given(opened('c2')).when(of('c2'), { device: 'counter-3' });
      expect(rejection).toEqual({ reason: 'NotYourCounter' });
    },
  );
});
