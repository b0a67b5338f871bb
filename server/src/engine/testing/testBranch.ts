import { readFileSync } from 'node:fs';
import {
  type Acknowledgement,
  type Audience,
  type Command,
  type CommandId,
  type DeviceId,
  idSchemas,
  milliseconds,
  seconds,
} from '@okienko/shared';
import type { Journal, StoredEvent } from '../../journal/journal.ts';
import { createMemoryDisk, openMemoryJournal } from '../../journal/memoryJournal.ts';
import { BranchEngine, type EngineReport } from '../branchEngine.ts';
import type { Publication, Pulse } from '../engineRequest.ts';
import { startBranch } from '../startBranch.ts';
import { VirtualClock } from './virtualClock.ts';

export const exampleText = readFileSync(new URL('../../../examples/pom-bronowice.json', import.meta.url), 'utf8');

/** The id of the test's `number`-th thing, in the form of a UUID. */
export function uuid(number: number): string {
  return `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;
}

export const device = (name: string): DeviceId => idSchemas.device.parse(name);
export const commandId = (number: number): CommandId => idSchemas.command.parse(uuid(9_000_000 + number));

/** Every command of the tests is written as a screen would, at the example branch. */
export const issue: Command = {
  type: 'IssueTicket',
  serviceId: idSchemas.service.parse('dowod-wniosek'),
  priorityClass: idSchemas.priorityClass.parse('ordinary'),
  language: 'pl',
  origin: 'kiosk',
  printerId: null,
};

export type TestBranch = ReturnType<typeof testBranch>;

/**
 * The example branch on a journal, with virtual clocks and turns that run only when the test says so.
 *
 * `answers`, `publications`, `pulses`, `committed` and `reports` hold all that the engine said, in order.
 */
export function testBranch(
  options: { readonly journal?: Journal; readonly clock?: VirtualClock; readonly text?: string } = {},
) {
  const clock = options.clock ?? new VirtualClock('2026-11-24T13:05:00Z');
  const journal = options.journal ?? openMemoryJournal(createMemoryDisk(idSchemas.journal.parse(uuid(1))));
  const firstEpoch = 1_000_000 + Math.floor(clock.machine.nowMs());
  let made = Number(journal.head()) * 1_000 + 5_000_000_000;
  const newId = () => uuid((made += 1));
  const turns: (() => void)[] = [];
  const said = {
    publications: [] as Publication[],
    pulses: [] as Pulse[],
    committed: [] as StoredEvent[],
    reports: [] as EngineReport[],
  };
  const engine = new BranchEngine({
    journal,
    businessClock: clock.business,
    machineClock: clock.machine,
    clockRate: 1,
    epoch: idSchemas.epoch.parse(uuid(firstEpoch)),
    branchId: idSchemas.branch.parse('pom-bronowice'),
    newId,
    scheduleTurn: (run) => void turns.push(run),
    publish: (publication) => void said.publications.push(publication),
    pulse: (pulse) => void said.pulses.push(pulse),
    onCommitted: (events) => void said.committed.push(...events),
    alarms: () => [],
    report: (report) => void said.reports.push(report),
  });
  const refusal = startBranch(
    engine,
    { text: options.text ?? exampleText, configHash: options.text ?? 'example' },
    newId,
  );
  let sent = 0;
  const runTurns = () => turns.splice(0).forEach((run) => run());
  const enqueue = (command: Command, from = 'counter-1', id = commandId((sent += 1)), ageMs = 0) => {
    const answers: Acknowledgement[] = [];
    const actor = { deviceId: device(from), clerkId: null };
    engine.submit({
      commandId: id,
      ageMs: milliseconds(ageMs),
      actor,
      command,
      answer: (answer) => void answers.push(answer),
    });
    return answers;
  };
  return {
    engine,
    journal,
    clock,
    refusal,
    ...said,
    runTurns,
    enqueue,
    /** Sends a command, runs its turn and gives back the answer. */
    send: (command: Command, from?: string, id?: CommandId, ageMs?: number): Acknowledgement | undefined => {
      const answers = enqueue(command, from, id, ageMs);
      runTurns();
      return answers.at(-1);
    },
    snapshot: (audience: Audience): unknown => {
      const snapshots: unknown[] = [];
      engine.subscribe({ audience, answer: (snapshot) => void snapshots.push(snapshot) });
      runTurns();
      return snapshots[0];
    },
    tick: () => {
      clock.pass(seconds(1));
      engine.tick();
      runTurns();
    },
    open: (counter: string, clerk: string, from: string) => {
      const counterId = idSchemas.counter.parse(counter);
      const clerkId = idSchemas.clerk.parse(clerk);
      const deviceId = device(from);
      return { type: 'OpenCounter', counterId, clerkId, deviceId, isTakeover: false } as const satisfies Command;
    },
    callNext: (counter: string) =>
      ({
        type: 'CallNext',
        counterId: idSchemas.counter.parse(counter),
        currentTicketId: null,
        outcomeId: null,
      }) as const satisfies Command,
  };
}
