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
import { PrintReports } from '../printReports.ts';
import { startBranch, type StartRefusal } from '../startBranch.ts';
import type { FollowUrlOf } from '../turn.ts';
import type { TurnObservation } from '../turnMeter.ts';
import { VirtualClock } from '@okienko/shared/testing';

/** The example branch's configuration file. */
export const exampleText = readFileSync(new URL('../../../examples/pom-bronowice.json', import.meta.url), 'utf8');

/** The id of the test's `number`-th thing, in the form of a UUID. */
export function uuid(number: number): string {
  return `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;
}

/** Names a device of the example branch. */
export const device = (name: string): DeviceId => idSchemas.device.parse(name);
/** The id of the test's `number`-th command. */
export const commandId = (number: number): CommandId => idSchemas.command.parse(uuid(9_000_000 + number));

/** A ticket for an identity card, as a kiosk without a printer asks for it. */
export const issue = issueOn(null);

/** A ticket from the kiosk with a printer, or without paper. */
export function issueOn(printer: string | null): Command {
  return {
    type: 'IssueTicket',
    serviceId: idSchemas.service.parse('dowod-wniosek'),
    priorityClass: idSchemas.priorityClass.parse('ordinary'),
    language: 'pl',
    origin: 'kiosk',
    printerId: printer === null ? null : idSchemas.printer.parse(printer),
  };
}

type Options = {
  readonly journal?: Journal;
  readonly clock?: VirtualClock;
  readonly text?: string;
  readonly followUrlOf?: FollowUrlOf;
};

/**
 * The example branch on a journal, with virtual clocks and turns that run only when the test says so.
 *
 * `publications`, `pulses`, `committed`, `reports` and `turns` hold all that the engine said, in order.
 */
export function testBranch(options: Options = {}): TestBranch {
  return new TestBranch(options);
}

/** An engine with everything that it said so far. */
export class TestBranch {
  readonly publications: Publication[] = [];
  readonly pulses: Pulse[] = [];
  readonly committed: StoredEvent[] = [];
  readonly reports: EngineReport[] = [];
  readonly turns: TurnObservation[] = [];
  readonly clock: VirtualClock;
  readonly journal: Journal;
  readonly engine: BranchEngine;
  readonly printReports: PrintReports;
  /** Why the branch did not start; null where it did. */
  readonly refusal: StartRefusal | null;
  readonly #turns: (() => void)[] = [];
  #sent = 0;

  constructor({ clock, journal, text, followUrlOf }: Options) {
    this.clock = clock ?? new VirtualClock('2026-11-24', '14:05');
    this.journal = journal ?? openMemoryJournal(createMemoryDisk(idSchemas.journal.parse(uuid(1))));
    let made = this.journal.head() * 1_000 + 5_000_000_000;
    const newId = () => uuid((made += 1));
    this.engine = new BranchEngine({
      journal: this.journal,
      businessClock: this.clock.business,
      machineClock: this.clock.machine,
      clockRate: 1,
      epoch: idSchemas.epoch.parse(uuid(1_000_000 + Math.floor(this.clock.machine.nowMs()))),
      branchId: idSchemas.branch.parse('pom-bronowice'),
      newId,
      followUrlOf: followUrlOf ?? (() => null),
      scheduleTurn: (run) => this.#turns.push(run),
      publish: (publication) => this.publications.push(publication),
      pulse: (pulse) => this.pulses.push(pulse),
      onCommitted: (events) => this.committed.push(...events),
      alarms: () => [],
      printers: () => ({}),
      report: (report) => this.reports.push(report),
      onTurn: (turn) => this.turns.push(turn),
    });
    this.printReports = new PrintReports(this.engine);
    const offered = { text: text ?? exampleText, configHash: text ?? 'example' };
    this.refusal = startBranch(this.engine, offered, newId, this.printReports);
  }

  runTurns(): void {
    for (const run of this.#turns.splice(0)) run();
  }

  /** Puts a command into the inbox; its answers come into the list that is given back. */
  enqueue(command: Command, from = 'counter-1', id = this.#nextId(), ageMs = 0): readonly Acknowledgement[] {
    const answers: Acknowledgement[] = [];
    const actor = { deviceId: device(from), clerkId: null };
    const answer = (acknowledgement: Acknowledgement) => void answers.push(acknowledgement);
    this.engine.submit({ commandId: id, ageMs: milliseconds(ageMs), actor, command, answer });
    return answers;
  }

  /** Sends a command, runs its turn and gives back the answer. */
  send(command: Command, from?: string, id?: CommandId, ageMs?: number): Acknowledgement | undefined {
    const answers = this.enqueue(command, from, id, ageMs);
    this.runTurns();
    return answers.at(-1);
  }

  snapshot(audience: Audience): unknown {
    const snapshots: unknown[] = [];
    this.engine.subscribe({ audience, answer: (snapshot) => void snapshots.push(snapshot) });
    this.runTurns();
    return snapshots[0];
  }

  /** Lets a second pass and runs the pulse. */
  tick(): void {
    this.clock.pass(seconds(1));
    this.printReports.sendAgain();
    this.engine.tick();
    this.runTurns();
  }

  open(counter: string, clerk: string, from: string): Command {
    const counterId = idSchemas.counter.parse(counter);
    const clerkId = idSchemas.clerk.parse(clerk);
    return { type: 'OpenCounter', counterId, clerkId, deviceId: device(from), isTakeover: false };
  }

  callNext(counter: string): Command {
    const counterId = idSchemas.counter.parse(counter);
    return { type: 'CallNext', counterId, currentTicketId: null, outcomeId: null };
  }

  #nextId(): CommandId {
    this.#sent += 1;
    return commandId(this.#sent);
  }
}
