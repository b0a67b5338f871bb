import { type Opening, minutes } from '@okienko/shared';
import { describe, expect, it } from 'vitest';
import { ticketIdOf } from '../domain/testing/exampleBranch.ts';
import { given, type Step } from '../domain/testing/given.ts';
import { callNext } from '../domain/testing/requests.ts';
import { called, issued, later, opened, paused } from '../domain/testing/steps.ts';
import { figuresOf } from './figures.ts';

const open: Opening = { state: 'open', closesAt: null };
const figuresAfter = (...facts: readonly Step[]) => {
  const branch = given(...facts);
  return { branch, figures: figuresOf(branch.state, branch.now, open, { alarms: [], printers: {} }) };
};

describe('the figures of a second', () => {
  it('given any branch, then each audience gets the position and whether it is open', () => {
    const { figures, branch } = figuresAfter(issued('D001'));
    const stamp = { seq: branch.state.seq, opening: open };
    expect(figures).toMatchObject({ display: stamp, kiosk: stamp, counter: stamp });
    expect(figures.display).toEqual(stamp);
  });

  it('given people who wait, then a kiosk has the wait of every service', () => {
    const { figures } = figuresAfter(opened('c2'), issued('D001'), issued('D002'));
    expect(Object.keys(figures.kiosk.services)).toHaveLength(7);
    expect(figures.kiosk.services).toMatchObject({
      'dowod-wniosek': { peopleAhead: 2, waitRange: { fromMinutes: 20, toMinutes: 30 }, counterIds: ['c2'] },
      pisma: { peopleAhead: 0 },
    });
  });

  it('given staffed counters, then each console sees whom "next" would call, why, and who else sees the same', () => {
    const { figures } = figuresAfter(opened('c2'), opened('c3'), opened('c4'), issued('D001'), later(minutes(3)));
    expect(figures.counter.next).toMatchObject({
      c2: {
        ticketId: ticketIdOf('D001'),
        reason: {
          rule: 'accumulating',
          waitedMs: minutes(3),
          targetMinutes: 15,
          score: 0.2,
          runnerUp: null,
          overtaken: 0,
        },
        alsoSeenBy: ['c3'],
      },
      c3: { alsoSeenBy: ['c2'] },
      c4: null,
    });
  });

  it('given a closed counter, then nobody is next there', () => {
    expect(figuresAfter(issued('D001')).figures.counter.next).toEqual({});
  });

  it('given a counter on a break, then its clerk still sees who waits, but it takes nobody from the others', () => {
    const { figures } = figuresAfter(opened('c2'), opened('c3'), paused('c3'), issued('D001'));
    expect(figures.counter.next).toMatchObject({ c2: { alsoSeenBy: [] }, c3: { ticketId: ticketIdOf('D001') } });
  });

  it('given what a console was told, when it calls, then that is who is called', () => {
    const { branch, figures } = figuresAfter(
      opened('c2'),
      issued('E001'),
      later(minutes(2)),
      issued('D001'),
      later(minutes(9)),
    );
    const { events } = branch.when(callNext('c2'));
    expect(Object.values(figures.counter.next)).toMatchObject([{ ticketId: ticketIdOf('E001') }]);
    expect(events).toMatchObject([{ ticketId: ticketIdOf('E001') }]);
  });

  it('given a called ticket, then it is nobody’s next any more', () => {
    const { figures } = figuresAfter(opened('c2'), opened('c3'), issued('D001'), called('D001', 'c2'));
    expect(figures.counter.next).toEqual({ c2: null, c3: null });
  });
});
