import { describe, expect, it } from 'vitest';
import { snapshotOf, stateSnapshotSchema } from '../stateSnapshot.ts';
import { exampleConfiguration, exampleWith } from '../testing/exampleBranch.ts';
import { given } from '../testing/given.ts';
import { changeConfiguration, endDay, issue, recordRestore } from '../testing/requests.ts';
import { issued } from '../testing/steps.ts';

const numberAfter = (branch: ReturnType<typeof given>, service: string) => {
  const [event] = branch.when(issue(service)).events;
  return event?.type === 'TicketIssued' ? event.ticketNumber : null;
};

describe('RecordRestore', () => {
  it('given tickets of a letter and none of another, then both series go on behind the gap', () => {
    const branch = given(issued('D001'), issued('D002'));
    expect(branch.when(recordRestore(1, 50)).events).toMatchObject([{ type: 'JournalRestored', numberSkip: 50 }]);
    expect(numberAfter(branch, 'dowod-wniosek')).toBe('D053');
    expect(numberAfter(branch, 'meldunki')).toMatch(/^[A-Z]051$/);
  });

  it('given a restore that is recorded, when it is again, then nothing happens; another one skips again', () => {
    const branch = given(issued('D001'));
    branch.when(recordRestore(1, 50));
    expect(branch.when(recordRestore(1, 50))).toEqual({ events: [], rejection: null });
    branch.when(recordRestore(2, 120));
    expect(numberAfter(branch, 'dowod-wniosek')).toBe('D172');
  });

  it('given a restore while the configuration lacks a service, when it has it again, then its numbers jumped as well', () => {
    // The lost part may have given out that letter's numbers, before the service was taken out of use.
    const { services, counters } = exampleConfiguration;
    const withoutLetters = exampleWith({
      services: services.filter(({ id }) => id !== 'pisma'),
      counters: counters.map((counter) => ({
        ...counter,
        services: counter.services.filter((service) => service !== 'pisma'),
      })),
    });
    const branch = given();
    branch.when(changeConfiguration(withoutLetters));
    branch.when(recordRestore(1, 50));
    branch.when(changeConfiguration(exampleConfiguration));
    expect(numberAfter(branch, 'pisma')).toBe('S051');
  });

  it('given the next day, then its numbers begin at 001 and the restore stays recorded', () => {
    const branch = given(issued('D001'));
    branch.when(recordRestore(1, 50));
    branch.when(endDay('2026-11-24', '2026-11-25'));
    expect(branch.when(recordRestore(1, 50)).events).toEqual([]);
    expect(numberAfter(branch, 'dowod-wniosek')).toBe('D001');
  });

  it('given a snapshot from before there were restores, then it still parses', () => {
    const older: unknown = JSON.parse(
      JSON.stringify(snapshotOf(given(issued('D001')).state), (key, value: unknown) =>
        key === 'restoredAs' ? undefined : value,
      ),
    );
    expect(older).not.toHaveProperty('restoredAs');
    expect(stateSnapshotSchema.parse(older).restoredAs).toBeNull();
  });
});
