import {
  assert,
  type Audience,
  type Configuration,
  type DeviceId,
  idSchemas,
  heartbeatIntervalMs,
  type MachineClock,
  type PrinterId,
  required,
} from '@okienko/shared';
import { configurationOf } from '@okienko/server/domain/branchState';
import { BranchEngine, type EngineParts, type EngineReport } from '@okienko/server/engine/branchEngine';
import { PrintReports } from '@okienko/server/engine/printReports';
import { startBranch } from '@okienko/server/engine/startBranch';
import { Conversation } from '@okienko/server/gateway/conversation';
import { openSession, type Session } from '@okienko/server/gateway/sessions';
import { createFaultyJournal, type FaultyJournal, SimulatedCrash } from '@okienko/server/journal/faultyJournal';
import type { StoredEvent } from '@okienko/server/journal/journal';
import { openMemoryJournal } from '@okienko/server/journal/memoryJournal';
import { type BranchPaper, createBranchPaper } from '@okienko/server/printing/branchPaper';
import { printerProfileOf } from '@okienko/server/printing/printerProfiles';
import type { Machine } from './machine.ts';
import type { End } from './network.ts';
import { wordSchema } from './simulatedTransport.ts';
import type { Story } from './story.ts';
import type { Disk } from './disk.ts';
import type { SimulatedPrinter } from './simulatedPrinter.ts';

type Parts = {
  readonly machine: Machine;
  readonly disk: Disk;
  readonly story: Story;
  readonly printerOf: (printerId: PrinterId) => SimulatedPrinter | null;
  readonly newId: () => string;
  /** How long the loop is busy with other things before the next turn. */
  readonly turnDelayMs: () => number;
  /** The configuration that its file holds at the next start. */
  readonly configuration: () => Configuration;
  /** Told that the file's configuration was refused at a start: somebody puts the old one back. */
  readonly onRefused: () => void;
  /** Told of every word before it leaves, to be judged against what is on the disk at that moment. */
  readonly onWord: (word: SentWord) => void;
  readonly onStarted: () => void;
  /** Told of a command that met a bug which nobody planted. */
  readonly onBug: (trace: string) => void;
};

/** What the server says to a device; `about` is the command that an answer answers. */
export type SentWord = {
  readonly deviceId: DeviceId;
  readonly audience: Audience;
  readonly kind: 'answer' | 'delta' | 'heartbeat' | 'figures';
  readonly about: unknown;
  readonly text: string;
};

type Running = {
  readonly engine: BranchEngine;
  readonly journal: FaultyJournal;
  readonly reports: PrintReports;
  readonly paper: BranchPaper;
  /** Every connection of the process, also one that has not said yet who it is. */
  readonly ends: Set<End>;
  readonly followers: Map<End, DeviceId>;
};

const restartAfterMs = 1_500;

/**
 * The server's process over a virtual machine: the real engine, sessions, conversations and print jobs.
 *
 * Whatever dies takes everything with it that is not on the disk; a supervisor starts it again.
 */
export class SimulatedServer {
  readonly #parts: Parts;
  #running: Running | null = null;
  #isPoisoned = false;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** The engine of the running process; null between a death and the next start. */
  engine(): BranchEngine | null {
    return this.#running?.engine ?? null;
  }

  /** The switches of the running process's disk. */
  journal(): FaultyJournal | null {
    return this.#running?.journal ?? null;
  }

  /** Starts the process on what is on the disk. */
  start(): void {
    if (this.#running !== null) return;
    this.#alive(() => {
      const running = this.#open();
      const { text, configHash } = offerOf(this.#parts.configuration());
      const refusal = startBranch(running.engine, { text, configHash }, this.#parts.newId, running.reports);
      if (refusal !== null) {
        this.#parts.story.count('configurations refused');
        this.#parts.onRefused();
        return this.die();
      }
      this.#tick();
    });
  }

  /** Ends the process at once; a supervisor starts another one. */
  die(): void {
    const { machine, story } = this.#parts;
    if (this.#running !== null) for (const end of this.#running.ends) end.close();
    this.#running = null;
    machine.endProcess();
    story.tell('the server died');
    machine.run(restartAfterMs, () => this.start());
  }

  /** Ends the process as an operator does: what is in hand is finished, and a snapshot is kept. */
  stop(): void {
    this.#alive(() => this.#running?.engine.stop());
    this.die();
  }

  /** The next command that needs a new id meets a bug. */
  poison(): void {
    this.#isPoisoned = true;
  }

  /** Whether a connection finds somebody who listens. */
  knock(end: End): boolean {
    const running = this.#running;
    if (running === null) return false;
    let conversation: Conversation | null = null;
    let deviceId: DeviceId | null = null;
    const answer = (question: number, input: unknown, message: unknown) => {
      if (this.#running !== running || deviceId === null) return;
      const text = JSON.stringify({ kind: 'answer', question, message });
      const audience = audienceOf(this.#parts.configuration(), deviceId);
      this.#parts.onWord({ deviceId, audience, kind: 'answer', about: input, text });
      end.send(text);
    };
    running.ends.add(end);
    end.listen({
      end: () => {
        running.ends.delete(end);
        running.followers.delete(end);
      },
      word: (text) => {
        if (this.#running !== running) return;
        const word = wordSchema.parse(JSON.parse(text));
        this.#alive(() => {
          if (word.kind === 'hello') {
            const configuration = running.engine.query(({ state }) => configurationOf(state));
            const opened = openSession(configuration, word.audience, word.auth);
            if (!opened.isOpen) return;
            deviceId = opened.session.device.id;
            conversation = this.#conversation(opened.session, running);
          }
          if (word.kind === 'command') {
            conversation?.command(word.input, (message) => answer(word.question, word.input, message));
          }
          if (word.kind === 'subscribe') {
            conversation?.subscribe(
              (message) => answer(word.question, null, message),
              () => running.followers.set(end, required(deviceId, 'a device')),
            );
          }
        });
      },
    });
    return true;
  }

  #open(): Running {
    const { machine, disk, story, newId } = this.#parts;
    const journal = createFaultyJournal(openMemoryJournal(disk.content()));
    const followers = new Map<End, DeviceId>();
    const broadcast = (kind: 'delta' | 'heartbeat' | 'figures', messageFor: (audience: Audience) => unknown) => {
      const texts = new Map<string, string>();
      for (const [end, deviceId] of followers) {
        const audience = audienceOf(this.#parts.configuration(), deviceId);
        const known = texts.get(audience);
        const text = known ?? JSON.stringify({ kind, message: messageFor(audience) });
        if (known === undefined) this.#parts.onWord({ deviceId, audience, kind, about: null, text });
        texts.set(audience, text);
        end.send(text);
      }
    };
    const parts: { -readonly [Name in keyof EngineParts]: EngineParts[Name] } = {
      journal: journal.journal,
      businessClock: machine.wall,
      machineClock: machine.clock,
      clockRate: 1,
      epoch: idSchemas.epoch.parse(newId()),
      branchId: this.#parts.configuration().branch.id,
      newId,
      followUrlOf: () => null,
      scheduleTurn: (run) => void machine.run(this.#parts.turnDelayMs(), () => this.#alive(run)),
      publish: (publication) => broadcast('delta', (audience) => publication[audience]),
      pulse: ({ heartbeat, figures }) => {
        broadcast('heartbeat', () => heartbeat);
        broadcast('figures', (audience) => figures[audience]);
      },
      onCommitted: (events) => {
        this.#countCalls(events);
        paper.printOrdered(events.map(({ event, metadata }) => ({ event, at: metadata.at })));
      },
      alarms: () => [],
      printers: () => ({}),
      report: (report) => this.#note(report),
    };
    const engine: BranchEngine = new BranchEngine(parts);
    // The engine's own duties keep the ids that they were given; only what people ask for can be poisoned.
    parts.newId = () => this.#idForARule();
    const reports = new PrintReports(engine);
    const paper = this.#paper(engine, reports);
    story.tell('the server started');
    story.count('server starts');
    this.#parts.onStarted();
    this.#running = { engine, journal, reports, paper, ends: new Set(), followers };
    return this.#running;
  }

  #paper(engine: BranchEngine, reports: PrintReports): BranchPaper {
    return createBranchPaper({
      printers: {
        printerOf: (printerId) => {
          const port = this.#parts.printerOf(printerId);
          return port === null ? null : { port, profile: printerProfileOf('generic80') };
        },
        noteOutcome: () => undefined,
      },
      branch: () =>
        engine.query(({ state }) => ({
          configuration: configurationOf(state),
          closesAt: null,
          followUrlOf: () => null,
        })),
      now: this.#parts.machine.wall.now,
      report: ({ jobId }, outcome) => {
        if (this.#running?.engine === engine) reports.report(jobId, outcome);
      },
      onFault: ({ error }) => {
        throw error;
      },
    });
  }

  #conversation(session: Session, { engine }: Running): Conversation {
    const { machine, story } = this.#parts;
    const machineClock: MachineClock = machine.clock;
    return new Conversation(session, {
      engine,
      machineClock,
      identify: (pin) => {
        const clerk = this.#parts.configuration().clerks[Number(pin) - 1];
        return Promise.resolve(
          clerk === undefined
            ? { isKnown: false, rejection: { reason: 'WrongPin', triesLeft: 3 } }
            : { isKnown: true, clerkIds: [clerk.id] },
        );
      },
      onRefused: ({ reason }) => story.count(`refused at the gate: ${reason}`),
      onAnswered: () => undefined,
      onFault: (error) => {
        throw error;
      },
    });
  }

  #countCalls(events: readonly StoredEvent[]): void {
    const calls = events.filter(({ event }) => event.type === 'TicketCalled').length;
    if (calls > 1) this.#parts.story.count('two calls in one turn');
  }

  #idForARule(): string {
    assert(!this.#isPoisoned, 'a bug that the simulation planted in one command');
    return this.#parts.newId();
  }

  #tick(): void {
    this.#parts.machine.run(heartbeatIntervalMs, () => {
      const running = this.#running;
      if (running === null) return;
      this.#alive(() => {
        running.reports.sendAgain();
        running.engine.tick();
      });
      if (this.#running === running) this.#tick();
    });
  }

  #note(report: EngineReport): void {
    this.#parts.story.tell(`the engine says ${report.kind}`);
    this.#parts.story.count(`engine: ${report.kind}`);
    if (report.kind !== 'commandQuarantined') return;
    if (!this.#isPoisoned) this.#parts.onBug(report.trace);
    this.#isPoisoned = false;
  }

  /** Runs a part of the process; where the process is meant to die in it, it dies. */
  #alive(work: () => void): void {
    try {
      work();
    } catch (error) {
      if (!(error instanceof SimulatedCrash)) throw error;
      this.#parts.story.count('deaths between commit and answer');
      this.die();
    }
  }
}

function offerOf(configuration: Configuration) {
  const text = JSON.stringify(configuration);
  return { text, configHash: text };
}

function audienceOf(configuration: Configuration, deviceId: DeviceId): Audience {
  return required(
    configuration.devices.find(({ id }) => id === deviceId),
    `device ${deviceId}`,
  ).kind;
}
