import { describe, expect, it } from 'vitest';
import { counterId, exampleConfiguration, exampleWith, priority } from '../testing/exampleBranch.ts';
import { given } from '../testing/given.ts';
import { callNext, changeConfiguration, issue } from '../testing/requests.ts';
import { called, closed, issued, missed, opened, parked, paused, started } from '../testing/steps.ts';

const { services, counters, policy, devices } = exampleConfiguration;

const withoutMeldunki = exampleWith({
  services: services.filter(({ id }) => id !== 'meldunki'),
  counters: counters.map((counter) => ({
    ...counter,
    services: counter.services.filter((serviceId) => serviceId !== 'meldunki'),
  })),
});
const withoutPriority = exampleWith({
  policy: { ...policy, priorityClasses: policy.priorityClasses.filter(({ id }) => id === 'ordinary') },
  priorityReasons: [],
});
const withoutCounter2 = exampleWith({
  counters: counters.filter(({ id }) => id !== 'c2'),
  devices: devices.filter(({ id }) => id !== 'counter-2'),
});

describe('ChangeConfiguration', () => {
  it('given the running text, when it is offered again, then nothing happens', () => {
    expect(given().when(changeConfiguration(exampleConfiguration))).toEqual({ events: [], rejection: null });
  });

  it('given another text, then it is taken whole into the journal and into use', () => {
    const branch = given();
    const { events } = branch.when(changeConfiguration(withoutMeldunki));
    expect(events).toEqual([
      {
        type: 'ConfigurationChanged',
        text: JSON.stringify(withoutMeldunki),
        configHash: JSON.stringify(withoutMeldunki),
      },
    ]);
    expect(branch.state.configuration).toEqual(withoutMeldunki);
    expect(branch.when(issue('meldunki')).rejection).toEqual({ reason: 'ServiceUnknown' });
  });

  it.each([
    ['waiting', [issued('M001')]],
    ['called', [opened('c2'), issued('M001'), called('M001', 'c2')]],
    ['serving', [opened('c2'), issued('M001'), called('M001', 'c2'), started('M001')]],
    ['noShow', [opened('c2'), issued('M001'), called('M001', 'c2'), missed('M001')]],
    ['parked', [issued('M001'), parked('M001')]],
  ] as const)('given a %s ticket of a service that it lacks, then ServiceWithOpenTickets names it', (_, facts) => {
    const branch = given(...facts);
    expect(branch.when(changeConfiguration(withoutMeldunki)).rejection).toEqual({
      reason: 'ServiceWithOpenTickets',
      serviceIds: ['meldunki'],
    });
    expect(branch.state.configuration).toEqual(exampleConfiguration);
  });

  it('given only closed tickets of a service that it lacks, then it is taken', () => {
    const branch = given(issued('M001'), closed('M001', 'cancelled'));
    expect(branch.when(changeConfiguration(withoutMeldunki)).rejection).toBeNull();
  });

  it('given an open ticket of a priority class that it lacks, then PriorityClassInUse', () => {
    const branch = given(issued('D001', { priorityClass: priority }));
    expect(branch.when(changeConfiguration(withoutPriority)).rejection).toEqual({ reason: 'PriorityClassInUse' });
    expect(given(issued('D001')).when(changeConfiguration(withoutPriority)).rejection).toBeNull();
  });

  it.each([
    ['open', []],
    ['on a break', [paused('c2')]],
  ] as const)('given a free counter that it lacks and that is %s, then it is signed off first', (_, more) => {
    const branch = given(opened('c2'), opened('c3'), ...more);
    const { events } = branch.when(changeConfiguration(withoutCounter2));
    expect(events.map(({ type }) => type)).toEqual(['CounterSignedOff', 'ConfigurationChanged']);
    expect(branch.state.counters.get(counterId('c2'))).toEqual({ state: 'closed' });
    expect(branch.state.counters.get(counterId('c3'))).toMatchObject({ state: 'open' });
  });

  it('given a customer at a counter that it lacks, then CounterBusy', () => {
    const branch = given(opened('c2'), issued('D001'), called('D001', 'c2'));
    expect(branch.when(changeConfiguration(withoutCounter2)).rejection).toEqual({ reason: 'CounterBusy' });
  });

  it('given another letter for a service, then its series begins and the papers of the old letter stay good', () => {
    const renamed = services.map((service) => (service.id === 'meldunki' ? { ...service, letter: 'Z' } : service));
    const branch = given(opened('c2'), issued('M001'), issued('M002'));
    branch.when(changeConfiguration(exampleWith({ services: renamed })));
    expect(branch.when(issue('meldunki')).events).toMatchObject([{ ticketNumber: 'Z001', peopleAhead: 2 }]);
    expect(branch.when(callNext('c2')).events).toMatchObject([{ ticketNumber: 'M001' }]);
  });

  it('given a text that was never checked, then it is a bug and not a rejection', () => {
    const command = { type: 'ChangeConfiguration', text: '{}', configHash: 'other' } as const;
    expect(() => given().when(command)).toThrow('a configuration is checked before');
  });
});
