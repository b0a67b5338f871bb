import { minutes } from '@okienko/shared';
import { describe, expect, it } from 'vitest';
import { counterId, ordinary, serviceId, ticketIdOf, warsaw } from './testing/exampleBranch.ts';
import { given, type Step, type TestBranch } from './testing/given.ts';
import { callNext, onTicket } from './testing/requests.ts';
import { called, closed, issued, later, missed, opened, parked, paused, started } from './testing/steps.ts';

/** The business clock is set back by so many minutes: an event, as the engine makes it before anything else. */
const setBack =
  (by: number): Step =>
  (branch) => {
    const from = branch.state.lastAt;
    branch.pass(minutes(-by));
    branch.record({ type: 'ClockCorrected', from, to: branch.now });
  };

const lineOf = ({ state }: TestBranch) =>
  (state.lines.get(serviceId('dowod-wniosek'))?.get(ordinary) ?? []).map(({ ticketId }) => ticketId);

describe('a clock that is set back while people wait', () => {
  it('given people who wait, when others come after the correction, then they stand behind them', () => {
    const facts = [issued('D001'), later(minutes(40)), issued('D002'), setBack(60), issued('D003')];
    expect(lineOf(given(...facts))).toEqual(['D001', 'D002', 'D003'].map(ticketIdOf));
  });

  it('given a jump forward and back, then waits are what they were: nobody has waited for less than nothing', () => {
    const jump = [issued('D001'), later(minutes(60)), issued('D002'), later(minutes(10)), issued('M001'), setBack(60)];
    const branch = given(...jump);
    expect(['D001', 'D002', 'M001'].map((number) => branch.ticket(number)?.waitingSince)).toEqual([
      warsaw('2026-11-24', '10:00'),
      warsaw('2026-11-24', '10:00'),
      warsaw('2026-11-24', '10:10'),
    ]);
  });

  it('given somebody missed before the correction, when they come after all, then their place is still theirs', () => {
    const facts = [
      opened('c2'),
      later(minutes(60)),
      issued('D001'),
      called('D001', 'c2'),
      missed('D001'),
      issued('D002'),
    ];
    const branch = given(...facts, setBack(45), issued('D003'));
    branch.when(onTicket('ReinstateTicket', 'c2', 'D001', 'noShow'));
    expect(branch.when(callNext('c2')).events).toMatchObject([{ ticketNumber: 'D001' }]);
    expect(lineOf(branch)).toEqual(['D002', 'D003'].map(ticketIdOf));
  });

  it('given a visit, a call and a parked ticket, then their moments move with their waits; what is closed stays', () => {
    const branch = given(
      ...['c1', 'c2', 'c3'].map((counter) => opened(counter)),
      later(minutes(60)),
      ...['D001', 'D002', 'S001', 'D003'].map((number) => issued(number)),
      called('D001', 'c2'),
      started('D001'),
      called('S001', 'c1'),
      parked('D002'),
      called('D003', 'c3'),
      missed('D003'),
      paused('c3'),
      issued('P001'),
      closed('P001', 'cancelled'),
      setBack(30),
    );
    const corrected = warsaw('2026-11-24', '10:30');
    const moments = { issuedAt: corrected, waitingSince: corrected };
    expect(branch.ticket('D001')).toMatchObject({ ...moments, calledAt: corrected, startedAt: corrected });
    expect(branch.ticket('S001')).toMatchObject({ ...moments, calledAt: corrected });
    expect(branch.ticket('D002')).toMatchObject({ ...moments, parkedAt: corrected });
    expect(branch.ticket('D003')).toMatchObject({ ...moments, calledAt: corrected, missedAt: corrected });
    expect(branch.ticket('P001')).toMatchObject({ closedAt: warsaw('2026-11-24', '11:00') });
    expect(branch.state.counters.get(counterId('c3'))).toMatchObject({
      openedAt: warsaw('2026-11-24', '10:00'),
      pausedAt: corrected,
    });
  });
});
