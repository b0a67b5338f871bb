import { type CounterId, minutes, required, seconds } from '@okienko/shared';
import type { Timeline } from '../house/timeline.ts';
import type { QueuePlan, RecordedPlan, RecordedVisit } from '../plan/recordedPlan.ts';
import type { Desk } from './desk.ts';
import type { Reception } from './reception.ts';
import { WaitingLine } from './waitingLine.ts';

/** How long people walk to the counter, in business time; a counter that calls sooner begins the visit at once. */
const walkMs = seconds(30);
/** How long after the last call the last visits end. */
const lastVisitsMs = minutes(5);

/**
 * Calls a recorded day: each call at its time, but never before its own ticket is acknowledged, by the counter of its
 * queue that called least recently. It only ever asks for the next: whom the server then calls is its own affair.
 */
export async function runRecordedHall(
  plan: RecordedPlan,
  {
    desks,
    reception,
    timeline,
  }: {
    readonly desks: ReadonlyMap<CounterId, Desk>;
    readonly reception: Reception<RecordedVisit>;
    readonly timeline: Timeline;
  },
): Promise<void> {
  const deskOf = (counterId: CounterId) => required(desks.get(counterId), 'the desk of a counter');
  await Promise.all(plan.queues.map((queue) => runQueue(queue, { deskOf, reception, timeline })));
  await timeline.pass(lastVisitsMs);
  await Promise.all([...desks.values()].map((desk) => desk.endVisit()));
}

async function runQueue(
  queue: QueuePlan,
  {
    deskOf,
    reception,
    timeline,
  }: {
    readonly deskOf: (counterId: CounterId) => Desk;
    readonly reception: Reception<RecordedVisit>;
    readonly timeline: Timeline;
  },
): Promise<void> {
  const free = new WaitingLine(queue.counterIds.map(deskOf));
  const begun: Promise<void>[] = [];
  for (const visit of queue.calls) {
    await timeline.reach(visit.callAt);
    if ((await reception.issued(visit)) === null) continue;
    const desk = await free.first();
    begun.push(callOne(desk, timeline, () => free.join(desk)));
  }
  await Promise.all(begun);
}

async function callOne(desk: Desk, timeline: Timeline, isFree: () => void): Promise<void> {
  const ticketId = await desk.callNext();
  isFree();
  if (ticketId === null) return;
  await timeline.pass(walkMs);
  await desk.startService(ticketId);
}
