import { instantOf, type JournalEvent, required, seqOf } from '@okienko/shared';
import { describe, expect, it } from 'vitest';
import { evolve } from './evolve.ts';
import { counterId, dayOf } from './testing/exampleBranch.ts';
import { given } from './testing/given.ts';
import { callNext, issue, onTicket, openCounter, pause, recall } from './testing/requests.ts';
import { called, issued, opened } from './testing/steps.ts';

const hall = [opened('c2'), opened('c3'), issued('D001'), issued('D002'), called('D001', 'c2')];

/** The event that this command makes in the hall. */
const eventOf = (command: Parameters<ReturnType<typeof given>['when']>[0]): JournalEvent =>
  required(given(...hall).when(command).events[0], 'an event');

const issuedD003 = eventOf(issue('dowod-wniosek'));
const calledD002 = eventOf(callNext('c3'));
const recalledD001 = eventOf(recall('c2', 'D001', 1));
const startedD001 = eventOf(onTicket('StartService', 'c2', 'D001', 'called'));
const cancelledD002 = eventOf(onTicket('CancelTicket', 'c3', 'D002', 'waiting'));
const takenOverC3 = eventOf(openCounter('c3'));
const pausedC3 = eventOf(pause('c3'));
const signedOff = (counter: string): JournalEvent => ({ type: 'CounterSignedOff', counterId: counterId(counter) });

describe('an event that does not fit the state is a bug', () => {
  it('given a gap or a repetition in the positions, then it is refused', () => {
    const { state, now } = given();
    const event: JournalEvent = { type: 'BusinessDayEnded', businessDate: dayOf('2026-11-24') };
    expect(() => evolve(state, event, state.seq, now)).toThrow('does not follow');
    expect(() => evolve(state, event, seqOf(state.seq + 2), now)).toThrow('does not follow');
  });

  it('given a time before the last event, then only a correction of the clock may bear it', () => {
    const { state, now } = given(issued('D001'));
    const earlier = instantOf(now - 1);
    const event: JournalEvent = { type: 'BusinessDayEnded', businessDate: dayOf('2026-11-24') };
    expect(() => evolve(state, event, seqOf(state.seq + 1), earlier)).toThrow('is older than the one before it');
    evolve(state, { type: 'ClockCorrected', from: now, to: earlier }, seqOf(state.seq + 1), earlier);
    expect(state.lastAt).toBe(earlier);
  });

  it.each<[string, readonly JournalEvent[], string]>([
    ['a ticket issued twice', [issuedD003, issuedD003], 'is issued once'],
    ['a ticket called twice', [calledD002, calledD002], 'in state waiting, not called'],
    ['a ticket called to a busy counter', [issuedD003, { ...calledD002, ...at('c2') }], 'is open and free'],
    ['a recall after the visit began', [startedD001, recalledD001], 'in state called, not serving'],
    ['an announcement number twice', [recalledD001, recalledD001], 'announcement numbers have no gap'],
    ['a ticket closed twice', [cancelledD002, cancelledD002], 'in state waiting, not closed'],
    ['a counter that is taken over though nobody is there', [signedOff('c3'), takenOverC3], 'only where it is staffed'],
    ['a break during a visit', [{ ...pausedC3, ...at('c2') }], 'is open and free'],
    ['the end of no break', [{ type: 'CounterResumed', ...at('c3') }], 'has a break to end'],
    ['a sign-off during a visit', [signedOff('c2')], 'is staffed and free'],
    ['a sign-off of a closed counter', [signedOff('c5')], 'is staffed and free'],
    [
      'a new day with open tickets',
      [{ type: 'BusinessDayStarted', businessDate: dayOf('2026-11-25') }],
      'every ticket',
    ],
  ])('given %s, then it is refused', (_, events, message) => {
    const branch = given(...hall);
    expect(() => {
      for (const event of events) branch.record(event);
    }).toThrow(message);
  });

  it('given a number below the series, then it is refused: it was given out already', () => {
    const branch = given(issued('D005'));
    expect(() => issued('D004')(branch)).toThrow('number D004 is given out once a day');
  });

  it('given a series that skips numbers after a restore, then that is no bug', () => {
    const branch = given(issued('D005'));
    issued('D056')(branch);
    expect(branch.when(issue('dowod-wniosek')).events).toMatchObject([{ ticketNumber: 'D057' }]);
  });
});

function at(counter: string) {
  return { counterId: counterId(counter) };
}
