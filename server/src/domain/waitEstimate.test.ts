import { required } from '@okienko/shared';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exampleConfiguration, exampleWith, serviceId } from './testing/exampleBranch.ts';
import { given, givenBranch } from './testing/given.ts';
import { called, issued, opened, paused, started } from './testing/steps.ts';
import { estimateWait, middleOf, outwardRange } from './waitEstimate.ts';

const dowod = serviceId('dowod-wniosek');

describe('the expected wait', () => {
  it('given nobody ahead, then it is up to five minutes', () => {
    expect(estimateWait(given().state, dowod)).toEqual({
      peopleAhead: 0,
      waitRange: { fromMinutes: 0, toMinutes: 5 },
      counterIds: ['c2', 'c3'],
    });
  });

  it('given five ahead at one open counter, then it is their work, 60 minutes, a tenth less to a fifth more', () => {
    const hall = ['D001', 'D002', 'D003', 'D004', 'D005'].map((number) => issued(number));
    expect(estimateWait(given(opened('c2'), ...hall).state, dowod)).toEqual({
      peopleAhead: 5,
      waitRange: { fromMinutes: 50, toMinutes: 80 },
      counterIds: ['c2'],
    });
  });

  it('given a second open counter, then the work is halved', () => {
    const hall = ['D001', 'D002', 'D003', 'D004', 'D005'].map((number) => issued(number));
    const { waitRange } = estimateWait(given(opened('c2'), opened('c3'), ...hall).state, dowod);
    // 30 minutes: 27 to 36.
    expect(waitRange).toEqual({ fromMinutes: 25, toMinutes: 40 });
  });

  it('given work of another service at the same counter, then its share is counted, its people are not', () => {
    // Three collections of 5 minutes wait for c1 and c2: half of their 15 minutes falls to c2.
    const hall = ['E001', 'E002', 'E003'].map((number) => issued(number));
    const { peopleAhead, waitRange } = estimateWait(given(opened('c1'), opened('c2'), ...hall).state, dowod);
    expect({ peopleAhead, waitRange }).toEqual({ peopleAhead: 0, waitRange: { fromMinutes: 5, toMinutes: 10 } });
  });

  it('given a counter on a break beside an open one, then only the open one will call', () => {
    const branch = given(opened('c2'), opened('c3'), paused('c3'));
    expect(estimateWait(branch.state, dowod).counterIds).toEqual(['c2']);
  });

  it('given nobody open yet, then the planned counters are named', () => {
    expect(estimateWait(given(opened('c3'), paused('c3')).state, dowod).counterIds).toEqual(['c2', 'c3']);
  });

  it('given called people and people in service, then they are not ahead any more', () => {
    const facts = [opened('c2'), opened('c3'), issued('D001'), issued('D002'), issued('D003')];
    const branch = given(...facts, called('D001', 'c2'), started('D001'), called('D002', 'c3'));
    expect(estimateWait(branch.state, dowod).peopleAhead).toBe(1);
  });

  it('given nobody ahead but every counter with a visit, then half of a usual visit is still to come', () => {
    const branch = given(opened('c4'), issued('P001'), called('P001', 'c4'), started('P001'));
    expect(estimateWait(branch.state, serviceId('pojazd-rejestracja'))).toMatchObject({
      peopleAhead: 0,
      // 9 minutes: 8.1 to 10.8.
      waitRange: { fromMinutes: 5, toMinutes: 15 },
    });
  });

  it('given a service that no counter does, then nothing is promised', () => {
    const counters = exampleConfiguration.counters.map((counter) => ({
      ...counter,
      services: counter.services.filter((id) => id !== 'dzialalnosc'),
    }));
    const branch = givenBranch(exampleWith({ counters }), issued('G001'));
    expect(estimateWait(branch.state, serviceId('dzialalnosc'))).toEqual({
      peopleAhead: 1,
      waitRange: null,
      counterIds: [],
    });
  });
});

describe('the printed range', () => {
  it.each([
    [0, 0, 5],
    [4, 0, 5],
    [7.5, 5, 10],
    [12, 10, 15],
    [25, 20, 30],
    [37.5, 30, 50],
    [60, 50, 80],
    [240, 210, 290],
  ])('given %d expected minutes, then it is %d to %d', (expected, fromMinutes, toMinutes) => {
    expect(outwardRange(expected)).toEqual({ fromMinutes, toMinutes });
  });

  it('given any expectation, then the range holds it, is at least five minutes wide and ends on whole steps', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 600, noNaN: true }), (expected) => {
        const { fromMinutes, toMinutes } = outwardRange(expected);
        expect(fromMinutes).toBeLessThanOrEqual(expected * 0.9);
        expect(toMinutes).toBeGreaterThanOrEqual(expected * 1.2);
        expect(toMinutes - fromMinutes).toBeGreaterThanOrEqual(5);
        expect([fromMinutes % 5, toMinutes % 5]).toEqual([0, 0]);
      }),
    );
  });

  it('given a longer expectation, then the range never begins or ends earlier', () => {
    const length = fc.double({ min: 0, max: 600, noNaN: true });
    fc.assert(
      fc.property(length, length, (one, other) => {
        const [shorter, longer] = [outwardRange(Math.min(one, other)), outwardRange(Math.max(one, other))];
        expect(longer.fromMinutes).toBeGreaterThanOrEqual(shorter.fromMinutes);
        expect(longer.toMinutes).toBeGreaterThanOrEqual(shorter.toMinutes);
      }),
    );
  });

  it('given a range, then programs get its middle in whole minutes, and nothing for none', () => {
    expect(middleOf({ fromMinutes: 15, toMinutes: 40 })).toBe(28);
    expect(middleOf(null)).toBeNull();
    expect(required(middleOf({ fromMinutes: 0, toMinutes: 5 }), 'a middle')).toBe(3);
  });
});
