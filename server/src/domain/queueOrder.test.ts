import { idSchemas, instantOf, seqOf } from '@okienko/shared';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  comparePlaces,
  countWaiting,
  emptyLines,
  headsOf,
  joinLine,
  leaveLine,
  type Place,
  placesBefore,
} from './queueOrder.ts';
import { ordinary, priority, serviceId, uuidOf } from './testing/exampleBranch.ts';

const pisma = serviceId('pisma');
const place = (waitingSince: number, seq: number): Place => ({
  ticketId: idSchemas.ticket.parse(uuidOf(1, seq)),
  waitingSince: instantOf(waitingSince),
  waitingSeq: seqOf(seq),
});

/** Few instants and many positions, so that ties are common. */
const somePlaces = fc
  .array(fc.nat({ max: 5 }), { maxLength: 60 })
  .map((instants) => instants.map((instant, index) => place(instant, index + 1)));

describe('the lines', () => {
  it('given any arrivals in any order, then each line is sorted by instant and then by position', () => {
    const arrivals = somePlaces.chain((places) =>
      fc.shuffledSubarray([...places], { minLength: places.length }).map((shuffled) => ({ places, shuffled })),
    );
    fc.assert(
      fc.property(arrivals, ({ places, shuffled }) => {
        const lines = emptyLines();
        for (const one of shuffled) joinLine(lines, pisma, ordinary, one);
        expect(lines.get(pisma)?.get(ordinary) ?? []).toEqual(places.toSorted(comparePlaces));
        expect(countWaiting(lines, pisma)).toBe(places.length);
      }),
    );
  });

  it('given any departures, then the others keep their order and the head is the earliest', () => {
    fc.assert(
      fc.property(somePlaces, fc.infiniteStream(fc.boolean()), (places, leaves) => {
        const lines = emptyLines();
        for (const one of places) joinLine(lines, pisma, ordinary, one);
        const gone = places.filter(() => leaves.next().value === true);
        for (const one of gone) leaveLine(lines, pisma, ordinary, one);
        const rest = places.filter((one) => !gone.includes(one)).toSorted(comparePlaces);
        expect(lines.get(pisma)?.get(ordinary) ?? []).toEqual(rest);
        expect(headsOf(lines, pisma).map((head) => head.place)).toEqual(rest.slice(0, 1));
      }),
    );
  });

  it('given two classes, then each has its own head and all of them wait for the service', () => {
    const lines = emptyLines();
    joinLine(lines, pisma, ordinary, place(1, 1));
    joinLine(lines, pisma, ordinary, place(2, 2));
    joinLine(lines, pisma, priority, place(3, 3));
    expect(headsOf(lines, pisma)).toEqual([
      { priorityClass: ordinary, place: place(1, 1) },
      { priorityClass: priority, place: place(3, 3) },
    ]);
    expect(countWaiting(lines, pisma)).toBe(3);
    expect(placesBefore(lines, pisma, place(3, 3))).toEqual([
      { priorityClass: ordinary, place: place(1, 1) },
      { priorityClass: ordinary, place: place(2, 2) },
    ]);
  });

  it('given a service nobody waits for, then there are no heads and nobody before anyone', () => {
    expect(headsOf(emptyLines(), pisma)).toEqual([]);
    expect(countWaiting(emptyLines(), pisma)).toBe(0);
    expect(placesBefore(emptyLines(), pisma, place(1, 1))).toEqual([]);
  });

  it('given a ticket that is not in its line, when it leaves, then that is a bug', () => {
    const lines = emptyLines();
    joinLine(lines, pisma, ordinary, place(1, 1));
    expect(() => leaveLine(lines, pisma, ordinary, place(1, 2))).toThrow('is not at its place');
    expect(() => leaveLine(lines, pisma, priority, place(1, 1))).toThrow('is not at its place');
  });
});
