import { readFileSync } from 'node:fs';
import { type Configuration, configurationSchema } from '@okienko/shared';
import { describe, expect, it } from 'vitest';
import { Hall, type NotedTicket } from './hall.ts';
import { earlierInLine, numberByPolicy } from './statedPolicy.ts';

const minuteMs = 60_000;
const example: unknown = JSON.parse(
  readFileSync(new URL('../../../server/examples/pom-bronowice.json', import.meta.url), 'utf8'),
);
const office = configurationSchema.parse(example);
/** Applications for identity cards have a target of 15 minutes, collections one of 10; priority counts double. */
const [application, collection] = ['dowod-wniosek', 'dowod-odbior'];
const counterId = office.counters.find(({ services }) => services.some((id) => id === application))?.id ?? 'none';

function withOrder(order: Configuration['policy']['order']): Configuration {
  const counters = office.counters.map((counter) => ({ ...counter, services: office.services.map(({ id }) => id) }));
  return { ...office, counters, policy: { ...office.policy, order } };
}

/** A hall in which these wait since so many minutes, in the order of their numbers. */
function hallOf(
  ...waiting: readonly (readonly [number: string, serviceId: string, waited: number, isPriority?: true])[]
) {
  const hall = new Hall();
  waiting.forEach(([number, serviceId, waited, isPriority], order) => {
    const rest: Pick<NotedTicket, 'state' | 'counterId'> = { state: 'waiting', counterId: null };
    const priorityClass = isPriority === true ? 'priority' : 'ordinary';
    hall.tickets.set(number, { number, serviceId, priorityClass, waitingSince: -waited * minuteMs, order, ...rest });
  });
  return hall;
}

describe('the policy as it is stated', () => {
  const hall = hallOf(['D001', application, 14], ['E001', collection, 12], ['D002', application, 6, true]);

  it.each([
    ['firstCome', 'D001'],
    ['accumulating', 'E001'],
    ['strict', 'D002'],
  ] as const)('given the order %s, then it calls %s', (order, number) => {
    expect(numberByPolicy(hall, withOrder(order), counterId, 0)).toBe(number);
  });

  it('given somebody who has waited longer than the maximum, then nobody is called before', () => {
    const late = hallOf(['D001', application, 91], ['E001', collection, 80, true], ['E002', collection, 92]);
    expect(numberByPolicy(late, withOrder('strict'), counterId, 0)).toBe('E002');
  });

  it('given nobody for the counter, then it calls nobody', () => {
    expect(numberByPolicy(hallOf(), withOrder('firstCome'), counterId, 0)).toBeNull();
  });

  it('given a line, then only its first has nobody before', () => {
    const line = hallOf(['D001', application, 5], ['D002', application, 5], ['E001', collection, 1]);
    expect([earlierInLine(line, 'D001'), earlierInLine(line, 'D002'), earlierInLine(line, 'E001')]).toEqual([
      null,
      'D001',
      null,
    ]);
  });
});
