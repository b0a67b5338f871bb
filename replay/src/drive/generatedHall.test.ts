import { calendarDateSchema, idSchemas, required, type TicketId } from '@okienko/shared';
import { describe, expect, it } from 'vitest';
import { branchTemplate } from '../plan/branchTemplate.ts';
import { generatedPlan } from '../plan/generatedPlan.ts';
import { GeneratedHall } from './generatedHall.ts';

const template = branchTemplate();
const counter = required(template.counters[0], 'a counter');
const { tickets } = generatedPlan(template, calendarDateSchema.parse('2026-11-24'), 1);
const visits = tickets
  .filter(({ serviceId, isMissing }) => counter.services.includes(serviceId) && !isMissing)
  .slice(0, 2);
const ticketIds = visits.map((_, index) => idSchemas.ticket.parse(`0197a000-0000-7000-8000-00000000000${index}`));

describe('a generated hall', () => {
  it('given a person who is called before the kiosk has its answer, then that person is served all the same', async () => {
    const [waiting, early] = ticketIds.map((id) => required(id, 'a ticket'));
    const answers = visits.map(() => Promise.withResolvers<TicketId>());
    const calls = [early, waiting];
    const served: TicketId[] = [];
    const desk = {
      callNext: async () => {
        // The second ticket's answer is still on its way while the server already calls it.
        const called = calls.shift() ?? null;
        if (called === early) setTimeout(() => answers[1]?.resolve(required(early, 'a ticket')));
        return called;
      },
      startService: async (ticketId: TicketId) => void served.push(ticketId),
      recall: () => Promise.resolve(),
      markNoShow: () => Promise.resolve(),
      endVisit: () => Promise.resolve(),
    };
    const hall = new GeneratedHall({
      configuration: { counters: [counter] },
      visits,
      desks: new Map([[counter.id, desk]]),
      reception: { issued: (visit) => required(answers[visits.indexOf(visit)], 'an answer').promise },
      timeline: { pass: () => Promise.resolve() },
    });
    answers[0]?.resolve(required(waiting, 'a ticket'));
    await hall.run();
    expect(served).toEqual([early, waiting]);
  });
});
