import { minutes } from '@okienko/shared';
import { describe, expect, it } from 'vitest';
import { counterId } from '../testing/exampleBranch.ts';
import { given, TestBranch } from '../testing/given.ts';
import { callNext, endDay, issue, onTicket, openCounter, printResult, recall } from '../testing/requests.ts';
import { called, closed, issued, later, missed, opened, parked, paused, started } from '../testing/steps.ts';

/** One ticket in each state: waiting D001, called P001, serving M001, missed S001, parked D002, closed E001. */
const fullHall = () =>
  given(
    ...['c1', 'c2', 'c4', 'c5'].map((counter) => opened(counter)),
    paused('c5'),
    issued('D001', { hasPrintJob: true }),
    ...['P001', 'M001', 'S001', 'D002', 'E001'].map((number) => issued(number)),
    called('P001', 'c4'),
    called('M001', 'c2'),
    started('M001'),
    called('S001', 'c1'),
    missed('S001'),
    called('E001', 'c1'),
    started('E001'),
    closed('E001', 'served'),
    parked('D002'),
    later(minutes(60 * 18)),
  );

describe('EndDay', () => {
  it('given a branch without a day, then the first day begins and nothing ends', () => {
    const branch = new TestBranch();
    const { events } = branch.when(endDay(null, '2026-11-24'));
    expect(events).toEqual([{ type: 'BusinessDayStarted', businessDate: '2026-11-24' }]);
  });

  it('given people in every state, when the day ends, then each ticket closes as its state says', () => {
    const { events } = fullHall().when(endDay('2026-11-24', '2026-11-25'));
    const ends = events.flatMap((event) =>
      event.type === 'TicketClosed' ? [[event.ticketNumber, event.from, event.reason, event.counterId]] : [],
    );
    expect(ends).toEqual([
      ['D001', 'waiting', 'expired', null],
      ['P001', 'called', 'noShow', 'c4'],
      ['M001', 'serving', 'unfinished', 'c2'],
      ['S001', 'noShow', 'noShow', 'c1'],
      ['D002', 'parked', 'expired', null],
    ]);
  });

  it('given staffed counters, when the day ends, then each is signed off after its ticket has ended', () => {
    const branch = fullHall();
    const { events } = branch.when(endDay('2026-11-24', '2026-11-25'));
    const signedOff = events.flatMap((event) => (event.type === 'CounterSignedOff' ? [event.counterId] : []));
    expect(signedOff).toEqual(['c1', 'c2', 'c4', 'c5']);
    expect([...branch.state.counters.values()]).toEqual(signedOff.map(() => ({ state: 'closed' })));
    expect(events.slice(-2)).toEqual([
      { type: 'BusinessDayEnded', businessDate: '2026-11-24' },
      { type: 'BusinessDayStarted', businessDate: '2026-11-25' },
    ]);
  });

  it('given the new day, then nothing of the old one is left but the announcement number', () => {
    const branch = fullHall();
    branch.when(endDay('2026-11-24', '2026-11-25'));
    const { tickets, lines, series, printJobs, lastCalled, announcementNumber, businessDate } = branch.state;
    expect([tickets, lines, series, printJobs, lastCalled].map(({ size }) => size)).toEqual([0, 0, 0, 0, 0]);
    expect({ announcementNumber, businessDate }).toEqual({ announcementNumber: 4, businessDate: '2026-11-25' });
  });

  it('given the new day, then numbers begin at 001 again and announcements go on', () => {
    const branch = fullHall();
    branch.when(endDay('2026-11-24', '2026-11-25'));
    expect(branch.when(issue('dowod-wniosek')).events).toMatchObject([{ ticketNumber: 'D001' }]);
    branch.when(openCounter('c2'));
    expect(branch.when(callNext('c2')).events).toMatchObject([
      { ticketNumber: 'D001', announcementNumber: 5, callCount: 1 },
    ]);
  });

  it("given yesterday's paper and yesterday's print job, then today they are unknown", () => {
    const branch = fullHall();
    branch.when(endDay('2026-11-24', '2026-11-25'));
    branch.when(openCounter('c4'));
    expect(branch.when(recall('c4', 'P001', 1)).rejection).toEqual({ reason: 'TicketUnknown' });
    const reinstate = onTicket('ReinstateTicket', 'c4', 'S001', 'noShow');
    expect(branch.when(reinstate).rejection).toEqual({ reason: 'TicketUnknown' });
    const report = printResult('D001', { result: 'printed' });
    expect(branch.when(report).rejection).toEqual({ reason: 'PrintJobUnknown' });
  });

  it('given a closed weekend, when the server starts on Monday, then one command goes from Friday to Monday', () => {
    const branch = given(issued('D001'));
    branch.when(endDay('2026-11-24', '2026-11-30'));
    expect(branch.state.businessDate).toBe('2026-11-30');
  });

  it('given another day than the running one, then it is a bug and not a rejection', () => {
    expect(() => given().when(endDay('2026-11-23', '2026-11-24'))).toThrow('the day to end is 2026-11-24');
  });

  it.each(['2026-11-24', '2026-11-23'])(
    'given a day that would begin again or before (%s), then it is a bug: numbers would be given out twice',
    (startingDate) => {
      expect(() => given().when(endDay('2026-11-24', startingDate))).toThrow('a day begins after the one it follows');
    },
  );

  it('given a counter that was never opened, then it is not signed off', () => {
    const branch = given(opened('c2'));
    const { events } = branch.when(endDay('2026-11-24', '2026-11-25'));
    expect(events.map(({ type }) => type)).toEqual(['CounterSignedOff', 'BusinessDayEnded', 'BusinessDayStarted']);
    expect(branch.state.counters.has(counterId('c1'))).toBe(false);
  });
});
