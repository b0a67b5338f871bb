import { calendarDateSchema, localMoment, minutes, required } from '@okienko/shared';
import { describe, expect, it } from 'vitest';
import { readRecordedDay } from '../record/recordedDay.ts';
import { folderWith, smallRecord } from '../testing/recordFolder.ts';
import { branchTemplate } from './branchTemplate.ts';
import { clockStartOf } from './dayPlan.ts';
import { recordedPlan } from './recordedPlan.ts';

const day = readRecordedDay(folderWith(smallRecord), 'UD_Test', calendarDateSchema.parse('2020-01-03'));
const plan = recordedPlan(day, branchTemplate());

describe('the plan of a recorded day', () => {
  it('given three queues, then each is a service with its letter, on counters that serve nothing else', () => {
    const { services, counters, devices, clerks, demo, policy } = plan.configuration;
    expect(services.map(({ letter, name }) => [letter, name.pl])).toEqual([
      ['A', 'Meldunki, dowody'],
      ['B', 'Kasa'],
      ['C', 'Wybory'],
    ]);
    expect(counters.map(({ services: served }) => served)).toEqual([
      ['queue-a'],
      ['queue-a'],
      ['queue-b'],
      ['queue-c'],
    ]);
    expect(devices.filter(({ kind }) => kind === 'kiosk')).toHaveLength(1);
    expect(devices.filter(({ kind }) => kind === 'counter')).toHaveLength(counters.length + 1);
    expect(clerks).toHaveLength(counters.length);
    expect([demo, policy.order]).toEqual([true, 'firstCome']);
  });

  it('given tickets of one minute, then they are issued in the order of their numbers, at the local time', () => {
    expect(plan.tickets.map(({ name }) => name)).toEqual([
      'queue 12, ticket 1',
      'queue 11, ticket 2',
      'queue 11, ticket 3',
      'queue 11, ticket 7',
      'queue 13, ticket 4',
    ]);
    const [first, , , fourth] = plan.tickets;
    expect(localMoment(required(first, 'a ticket').issueAt, 'Europe/Warsaw').time).toBe('08:00');
    expect((fourth?.issueAt ?? 0) - (first?.issueAt ?? 0)).toBe(minutes(2.5));
  });

  it('given its queues, then each calls its own tickets in the order of their calls', () => {
    expect(plan.queues.map(({ counterIds, calls }) => [counterIds.length, calls.length])).toEqual([
      [2, 3],
      [1, 1],
      [1, 1],
    ]);
    expect(plan.queues[0]?.calls.map(({ callAt, issueAt }) => callAt - issueAt)).toEqual([
      minutes(1),
      minutes(1.5),
      minutes(17.5),
    ]);
  });

  it('given a speed, then the clock starts early enough to sign in, and never before the day itself', () => {
    const firstAt = plan.tickets[0]?.issueAt ?? 0;
    expect(firstAt - clockStartOf(plan, 1)).toBe(minutes(5));
    expect(firstAt - clockStartOf(plan, 600)).toBe((4_000 + 4 * 90) * 600);
    expect(localMoment(clockStartOf(plan, 100_000), 'Europe/Warsaw')).toEqual({ date: '2020-01-03', time: '00:01' });
  });
});
