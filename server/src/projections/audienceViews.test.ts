import { type AudienceContract, boardContract, counterContract, type EventOf, kioskContract } from '@okienko/shared';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countWaiting } from '../domain/queueOrder.ts';
import { given } from '../domain/testing/given.ts';
import { played, someMoves } from '../domain/testing/randomDay.ts';
import { callNext, endDay } from '../domain/testing/requests.ts';
import { called, closed, issued, opened } from '../domain/testing/steps.ts';
import { AudienceViews, type TurnEvents, viewsSnapshotSchema } from './audienceViews.ts';
import { turnsOf } from './testing/turnsOf.ts';

const runs = { numRuns: 30 };

type Announced = Pick<EventOf<'TicketCalled'>, 'ticketNumber' | 'counterId' | 'announcementNumber'>;

function viewsAfter(turns: readonly TurnEvents[]): AudienceViews {
  const views = new AudienceViews();
  for (const turn of turns) views.add(turn);
  return views;
}

/** What a value is after a journey over the wire. */
const overTheWire = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** Folds as a screen does: a snapshot read from the wire, then deltas read from the wire, cut anywhere. */
function asScreen<View, Event, Figures>(
  contract: AudienceContract<View, Event, Figures>,
  snapshot: View,
  batches: readonly (readonly Event[])[],
): View {
  const parsed = contract.parseView(overTheWire(snapshot));
  if (!parsed.isValid) throw new TypeError(`the snapshot is wrong at ${parsed.path}: ${parsed.problem}`);
  return batches.reduce<View>((view, events) => {
    const id = '00000000-0000-7000-8000-000000000001';
    const delta = contract.parseDelta(overTheWire({ journalId: id, epoch: id, fromSeq: 1, toSeq: 2, events }));
    if (!delta.isValid) throw new TypeError(`the delta is wrong at ${delta.path}: ${delta.problem}`);
    return contract.fold(view, delta.value.events);
  }, parsed.value);
}

function inBatches<Event>(events: readonly Event[], size: number): readonly (readonly Event[])[] {
  const batches: Event[][] = [];
  for (let from = 0; from < events.length; from += size) batches.push(events.slice(from, from + size));
  return batches;
}

describe('the pictures of the audiences', () => {
  it('given any day, a snapshot anywhere in it and deltas cut anyhow, then a screen shows what the server holds', () => {
    fc.assert(
      fc.property(someMoves, fc.nat(), fc.integer({ min: 1, max: 9 }), (moves, cut, size) => {
        const turns = turnsOf(played(moves));
        const from = cut % (turns.length + 1);
        const snapshot = viewsAfter(turns.slice(0, from));
        const live = viewsAfter(turns);
        const later = turns.slice(from);
        const display = inBatches(
          later.flatMap((turn) => [...turn.display]),
          size,
        );
        const kiosk = inBatches(
          later.flatMap((turn) => [...turn.kiosk]),
          size,
        );
        const counter = inBatches(
          later.flatMap((turn) => [...turn.counter]),
          size,
        );
        expect(asScreen(boardContract, snapshot.display(), display)).toEqual(live.display());
        expect(asScreen(kioskContract, snapshot.kiosk(), kiosk)).toEqual(live.kiosk());
        expect(asScreen(counterContract, snapshot.counter(), counter)).toEqual(live.counter());
      }),
      runs,
    );
  });

  it('given any day and a server that restarts in it, then its pictures go on as if nothing had happened', () => {
    fc.assert(
      fc.property(someMoves, fc.nat(), (moves, cut) => {
        const turns = turnsOf(played(moves));
        const from = cut % (turns.length + 1);
        const restarted = new AudienceViews();
        const text = JSON.stringify(viewsAfter(turns.slice(0, from)).snapshot());
        restarted.restore(viewsSnapshotSchema.parse(JSON.parse(text)));
        for (const turn of turns.slice(from)) restarted.add(turn);
        expect(restarted.snapshot()).toEqual(viewsAfter(turns).snapshot());
      }),
      runs,
    );
  });

  it('given any day, then every picture tells the truth of the state', () => {
    fc.assert(
      fc.property(someMoves, (moves) => {
        const branch = played(moves);
        const views = viewsAfter(turnsOf(branch));
        const { tickets, counters, lines, configuration } = branch.state;

        for (const { id } of configuration?.services ?? []) {
          expect(views.kiosk().waiting[id] ?? 0).toBe(countWaiting(lines, id));
        }
        expect(Object.values(views.kiosk().waiting).every((count) => (count ?? 0) >= 0)).toBe(true);
        const states = [...counters].map(([id, { state }]) => [id, state]);
        expect(views.kiosk().counters).toEqual(Object.fromEntries(states));

        const living = [...tickets.values()].filter(({ state }) => state !== 'closed');
        const facts = living.map(({ ticketId, ticketNumber, state, waitingSince, callCount }) => [
          ticketId,
          { ticketNumber, state, waitingSince, callCount },
        ]);
        expect(views.counter().tickets).toMatchObject(Object.fromEntries(facts));
        expect(Object.keys(views.counter().tickets)).toHaveLength(living.length);
        expect(views.counter().counters).toEqual(Object.fromEntries(counters));

        const stillCalled = views.display().calls.filter(({ isStillCalled }) => isStillCalled);
        const calledNow = living.flatMap((ticket) => (ticket.state === 'called' ? [ticket] : []));
        const announced = ({ ticketNumber, counterId, announcementNumber }: Announced) =>
          `${announcementNumber} ${ticketNumber} ${counterId}`;
        expect(new Set(stillCalled.map(announced))).toEqual(new Set(calledNow.map(announced)));
        expect(views.display().lastAnnouncementNumber).toBe(branch.state.announcementNumber);
      }),
      runs,
    );
  });

  it('given a picture that somebody holds, when more happens, then it stays as it was', () => {
    const branch = given(opened('c2'), issued('D001'));
    const views = viewsAfter(turnsOf(branch));
    const held = structuredClone(views.snapshot());
    const picture = views.snapshot();
    branch.when(callNext('c2'));
    for (const turn of turnsOf(branch).slice(-1)) views.add(turn);
    expect(picture).toEqual(held);
    expect(views.snapshot()).not.toEqual(held);
  });

  it('given a new day, then boards are empty, nobody waits, and the announcement number goes on', () => {
    const branch = given(opened('c2'), issued('D001'), issued('S001'), called('D001', 'c2'));
    branch.when(endDay('2026-11-24', '2026-11-25'));
    const views = viewsAfter(turnsOf(branch));
    expect(views.display()).toMatchObject({ calls: [], lastAnnouncementNumber: 1 });
    expect(views.kiosk()).toMatchObject({ waiting: {}, prints: [], counters: { c2: 'closed' } });
    expect(views.counter()).toMatchObject({ tickets: {}, pastVisits: [], counters: { c2: { state: 'closed' } } });
  });

  it('given a picture of another form in a snapshot, then it is not taken for one', () => {
    const views = new AudienceViews().snapshot();
    expect(viewsSnapshotSchema.safeParse(views).success).toBe(true);
    expect(viewsSnapshotSchema.safeParse({ ...views, display: {} }).success).toBe(false);
    expect(viewsSnapshotSchema.safeParse({ ...views, counter: { ...views.counter, tickets: [7] } }).success).toBe(
      false,
    );
  });

  it('given pictures that are asked for after every event, or only at the end of a long day, then they are the same', () => {
    const branch = given(opened('c2'));
    for (let count = 1; count <= 600; count += 1) {
      const number = `D${String(count).padStart(3, '0')}`;
      for (const step of [issued(number), closed(number, 'cancelled')]) step(branch);
    }
    const turns = turnsOf(branch);
    const asked = new AudienceViews();
    // From a snapshot on, so that no beginning of a day hides what is folded twice.
    asked.restore(viewsAfter(turns.slice(0, 3)).snapshot());
    for (const turn of turns.slice(3)) {
      asked.add(turn);
      asked.kiosk();
      asked.display();
    }
    expect(asked.snapshot()).toEqual(viewsAfter(turns).snapshot());
    expect(asked.kiosk().waiting).toEqual({ 'dowod-wniosek': 0 });
  });
});
