import { seqOf } from '@okienko/shared';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyBranchState } from './branchState.ts';
import { decide } from './decide.ts';
import { evolve } from './evolve.ts';
import { snapshotOf } from './stateSnapshot.ts';
import { deviceAt } from './testing/exampleBranch.ts';
import { given } from './testing/given.ts';
import { playOn, played, someMoves } from './testing/randomDay.ts';
import { commandOf } from './testing/randomMove.ts';
import { unsoundnessOf } from './testing/soundness.ts';

const runs = { numRuns: 100 };

describe('any day of a branch', () => {
  it('given any commands, then after each of them the state is sound', () => {
    fc.assert(
      fc.property(someMoves, (moves) => {
        const branch = given();
        for (const move of moves) {
          playOn(branch, [move]);
          expect(unsoundnessOf(branch.state)).toEqual([]);
        }
      }),
      runs,
    );
  });

  it('given any commands, then replaying their events leads to the live state', () => {
    fc.assert(
      fc.property(someMoves, (moves) => {
        const branch = played(moves);
        const replayed = emptyBranchState();
        branch.events.forEach(({ event, at }, index) => evolve(replayed, event, seqOf(index + 1), at));
        expect(snapshotOf(replayed)).toEqual(snapshotOf(branch.state));
      }),
      runs,
    );
  });

  it('given a restart from a snapshot in the middle, then the rest of the day goes on as if nothing had happened', () => {
    fc.assert(
      fc.property(someMoves, someMoves, (before, after) => {
        const branch = played(before);
        const restarted = branch.restarted();
        expect(snapshotOf(restarted.state)).toEqual(snapshotOf(branch.state));
        expect(playOn(restarted, after)).toEqual(playOn(branch, after));
        expect(snapshotOf(restarted.state)).toEqual(snapshotOf(branch.state));
      }),
      runs,
    );
  });

  it('given any command, then deciding it changes nothing: only its events do', () => {
    fc.assert(
      fc.property(someMoves, (moves) => {
        const branch = given();
        for (const move of moves) {
          const before = JSON.stringify(snapshotOf(branch.state));
          const actor = { deviceId: deviceAt('c1'), clerkId: null };
          const context = { now: branch.now, actor, newId: () => crypto.randomUUID(), isBranchOpen: true };
          decide(branch.state, commandOf(branch, move), context);
          expect(JSON.stringify(snapshotOf(branch.state))).toBe(before);
          playOn(branch, [move]);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('given any commands over days, then announcements have no gap and no number is given out twice a day', () => {
    fc.assert(
      fc.property(someMoves, (moves) => {
        const events = played(moves).events.map(({ event }) => event);
        const announcements = events.flatMap((event) =>
          'announcementNumber' in event ? [event.announcementNumber] : [],
        );
        expect(announcements).toEqual(announcements.map((_, index) => index + 1));
        const today = new Set<string>();
        for (const event of events) {
          if (event.type === 'BusinessDayStarted') today.clear();
          if (event.type !== 'TicketIssued') continue;
          expect(today.has(event.ticketNumber), event.ticketNumber).toBe(false);
          today.add(event.ticketNumber);
        }
      }),
      runs,
    );
  });

  it('given the generator, then its days reach every kind of event, else these properties would prove little', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(someMoves, (moves) => {
        for (const { event } of played(moves).events) seen.add(event.type);
      }),
      { numRuns: 150, seed: 7 },
    );
    expect([...seen].toSorted()).toEqual([
      'BusinessDayEnded',
      'BusinessDayStarted',
      'ClockCorrected',
      'ConfigurationChanged',
      'CounterOpened',
      'CounterPaused',
      'CounterResumed',
      'CounterSignedOff',
      'JournalRestored',
      'PrintResultRecorded',
      'ServiceStarted',
      'TicketCalled',
      'TicketClosed',
      'TicketIssued',
      'TicketMarkedNoShow',
      'TicketRecalled',
      'TicketReinstated',
      'TicketReprinted',
    ]);
  });
});
