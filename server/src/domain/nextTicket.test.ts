import { type Configuration, type CounterSettings, minutes, required } from '@okienko/shared';
import { describe, expect, it } from 'vitest';
import { nextTicketFor } from './nextTicket.ts';
import { exampleConfiguration, exampleWithPolicy, priority } from './testing/exampleBranch.ts';
import { given, givenBranch, type Step, type TestBranch } from './testing/given.ts';
import { callNext, callTicket, onTicket } from './testing/requests.ts';
import { called, issued, later, missed, opened } from './testing/steps.ts';

const counter = (id: string, configuration: Configuration = exampleConfiguration): CounterSettings =>
  required(
    configuration.counters.find((one) => one.id === id),
    id,
  );

const nextAt = (branch: TestBranch, id: string) => {
  const next = nextTicketFor(branch.state, counter(id), branch.now);
  const found = [...branch.state.tickets.values()].find(({ ticketId }) => ticketId === next?.ticketId);
  return { number: found?.ticketNumber, reason: next?.reason };
};

const firstCome = (...facts: readonly Step[]) => givenBranch(exampleWithPolicy({ order: 'firstCome' }), ...facts);
const strict = (...facts: readonly Step[]) => givenBranch(exampleWithPolicy({ order: 'strict' }), ...facts);
const first = { priorityClass: priority };

describe('accumulating priority', () => {
  it('given a shorter target, then it outweighs an earlier arrival by the ratio of the targets', () => {
    // Targets: D 15 min, E 10 min. After 8 and 6 minutes: 8/15 = 0.53, 6/10 = 0.60.
    const branch = given(issued('D001'), later(minutes(2)), issued('E001'), later(minutes(6)));
    expect(nextAt(branch, 'c2')).toEqual({
      number: 'E001',
      reason: {
        rule: 'accumulating',
        waitedMs: minutes(6),
        targetMinutes: 10,
        score: 0.6,
        runnerUp: { ticketNumber: 'D001', score: 8 / 15 },
        overtaken: 0,
      },
    });
  });

  it('given the same two a little earlier, then the earlier arrival is still first', () => {
    const branch = given(issued('D001'), later(minutes(4)), issued('E001'), later(minutes(6)));
    // 10/15 = 0.67 against 6/10 = 0.60.
    expect(nextAt(branch, 'c2')).toMatchObject({ number: 'D001', reason: { runnerUp: { ticketNumber: 'E001' } } });
  });

  it('given a priority class with twice the rate, then it passes whoever waited less than twice as long', () => {
    const hall = [issued('D001'), later(minutes(10)), issued('D002', first)];
    expect(nextAt(given(...hall, later(minutes(9))), 'c2').number).toBe('D001');
    expect(nextAt(given(...hall, later(minutes(11))), 'c2').number).toBe('D002');
  });

  it('given equal scores, then the longer wait is first', () => {
    const branch = given(issued('D001'), later(minutes(10)), issued('D002', first), later(minutes(10)));
    expect(nextAt(branch, 'c2')).toMatchObject({ number: 'D001', reason: { runnerUp: { score: 4 / 3 } } });
  });

  it('given the same instant and score, then the position in the journal decides', () => {
    expect(nextAt(given(issued('M001'), issued('D001')), 'c2').number).toBe('M001');
    expect(nextAt(given(issued('D001'), issued('M001')), 'c2').number).toBe('D001');
  });

  it('given one who waits alone, then there is no runner-up', () => {
    expect(nextAt(given(issued('D001'), later(minutes(1))), 'c2').reason?.runnerUp).toBeNull();
  });

  it('given only tickets of services that the counter does not do, then nobody is next', () => {
    const branch = given(issued('P001'), issued('S001'));
    expect(nextTicketFor(branch.state, counter('c2'), branch.now)).toBeNull();
  });

  it('given an event stamped a little later than the clock now reads, then nobody waits for less than nothing', () => {
    const branch = given(issued('D001'), later(minutes(-1)));
    expect(nextAt(branch, 'c2').reason).toMatchObject({ waitedMs: 0, score: 0 });
  });
});

describe('first come, first served', () => {
  it('given several services and classes, then only the arrival counts', () => {
    const branch = firstCome(issued('M001'), later(minutes(5)), issued('E001', first), later(minutes(20)));
    expect(nextAt(branch, 'c2')).toMatchObject({
      number: 'M001',
      reason: { rule: 'firstCome', runnerUp: { ticketNumber: 'E001' } },
    });
  });

  it('given the same instant, then the position in the journal decides', () => {
    expect(nextAt(firstCome(issued('E001'), issued('D001', first)), 'c2').number).toBe('E001');
  });
});

describe('strict priority', () => {
  it('given a priority ticket that has just come, then it is before everybody of a lower class', () => {
    const branch = strict(issued('D001'), later(minutes(80)), issued('E001', first));
    expect(nextAt(branch, 'c2')).toMatchObject({ number: 'E001', reason: { rule: 'strict', score: 0 } });
  });

  it('given two of the same class, then the earlier arrival is first', () => {
    const branch = strict(issued('E001', first), later(minutes(1)), issued('D001', first), issued('M001'));
    expect(nextAt(branch, 'c2')).toMatchObject({ number: 'E001', reason: { runnerUp: { ticketNumber: 'D001' } } });
  });
});

describe('the maximum wait', () => {
  it.each(['accumulating', 'strict', 'firstCome'] as const)(
    'given one who waited 90 minutes, when the policy is %s, then an automatic call does not pass them any more',
    (order) => {
      const hall = [issued('D001'), later(minutes(60)), issued('E001', first), issued('E002', first)];
      const branch = givenBranch(exampleWithPolicy({ order }), ...hall, later(minutes(30)));
      expect(nextAt(branch, 'c2')).toMatchObject({
        number: 'D001',
        reason: { rule: 'maximumWait', waitedMs: minutes(90), runnerUp: null },
      });
    },
  );

  it('given several who waited too long, then the oldest of them is first, whatever their class', () => {
    const hall = [issued('M001'), later(minutes(5)), issued('D001', first), later(minutes(5)), issued('E001')];
    const branch = given(...hall, later(minutes(89)));
    expect(nextAt(branch, 'c2')).toMatchObject({ number: 'M001', reason: { runnerUp: { ticketNumber: 'D001' } } });
  });

  it('given a maximum wait of the branch, then it is that one which counts', () => {
    const hall = [issued('M001'), later(minutes(9)), issued('E001', first)];
    const branch = givenBranch(exampleWithPolicy({ maximumWaitMinutes: 10 }), ...hall, later(minutes(1)));
    expect(nextAt(branch, 'c2').reason?.rule).toBe('maximumWait');
  });

  it('given someone overdue whom this counter cannot serve, then the usual order holds', () => {
    const branch = given(issued('P001'), later(minutes(95)), issued('D001'));
    expect(nextAt(branch, 'c2')).toMatchObject({ number: 'D001', reason: { rule: 'accumulating' } });
  });
});

describe('a choice by hand', () => {
  const overtakenBy = (number: string, ...facts: readonly Step[]) =>
    given(opened('c2'), ...facts).when(callTicket('c2', number)).events;

  it('given the first of the line, then nobody is overtaken', () => {
    const hall = [issued('D001'), issued('D002'), later(minutes(3))];
    expect(overtakenBy('D001', ...hall)).toMatchObject([
      { reason: { rule: 'chosen', overtaken: 0, waitedMs: minutes(3), targetMinutes: 15, score: 0.2, runnerUp: null } },
    ]);
  });

  it("given earlier ones of the counter's services, then all of the same class are counted", () => {
    const hall = [issued('D001'), issued('E001'), issued('D002'), issued('P001'), issued('D003')];
    expect(overtakenBy('D003', ...hall)).toMatchObject([{ reason: { overtaken: 3 } }]);
  });

  it('given a priority ticket, then ordinary ones before it are not overtaken, for its class may pass them', () => {
    const hall = [issued('D001'), issued('E001'), issued('D002', first), issued('D003', first)];
    expect(overtakenBy('D003', ...hall)).toMatchObject([{ reason: { overtaken: 1 } }]);
  });

  it('given one who waited longer than the maximum, then a choice that passes them is counted, whatever the class', () => {
    const hall = [issued('M001'), later(minutes(91)), issued('D001'), issued('D002', first)];
    expect(overtakenBy('D002', ...hall)).toMatchObject([{ reason: { overtaken: 1 } }]);
  });
});

describe('the order within a line', () => {
  it('given one who came back after a missed call, then they stand where they stood', () => {
    const facts = [opened('c2'), issued('D001'), issued('D002'), issued('D003'), called('D001', 'c2'), missed('D001')];
    const branch = given(...facts);
    branch.when(onTicket('ReinstateTicket', 'c2', 'D001', 'noShow'));
    expect(branch.when(callNext('c2')).events).toMatchObject([{ ticketNumber: 'D001' }]);
    expect(nextAt(branch, 'c2').number).toBe('D002');
  });
});
