import {
  type Acknowledgement,
  type Alarm,
  type Audience,
  assertNever,
  type BranchId,
  type BusinessClock,
  type CommandId,
  type Epoch,
  type Heartbeat,
  type Instant,
  type MachineClock,
  minutes,
  type Opening,
  type Seq,
} from '@okienko/shared';
import { type BranchState, configurationOf } from '../domain/branchState.ts';
import { openingAt } from '../domain/calendar.ts';
import { type Journal, JournalFault, type StoredEvent } from '../journal/journal.ts';
import { figuresOf } from '../projections/figures.ts';
import { ClockWatch } from './clockWatch.ts';
import type { CommandRequest, Publication, Pulse, SnapshotRequest } from './engineRequest.ts';
import { type LiveState, rebuildFrom, snapshotText } from './liveState.ts';
import { publicationOf } from './publication.ts';
import { RejectionMemory } from './rejectionMemory.ts';
import { ServerDuties } from './serverDuties.ts';
import { PoisonedCommand, type PlannedTurn, planTurn } from './turn.ts';

/** What staff and the log are told besides the pictures. */
export type EngineReport =
  | { readonly kind: 'journalFault'; readonly problem: string }
  | { readonly kind: 'journalRecovered' }
  | { readonly kind: 'commandQuarantined'; readonly commandId: CommandId; readonly trace: string };

export type EngineParts = {
  readonly journal: Journal;
  readonly businessClock: BusinessClock;
  readonly machineClock: MachineClock;
  readonly clockRate: number;
  readonly epoch: Epoch;
  readonly branchId: BranchId;
  readonly newId: () => string;
  /** Runs the drain once, after everything that this turn of the event loop brings: `setImmediate`. */
  readonly scheduleTurn: (run: () => void) => void;
  readonly publish: (publication: Publication) => void;
  readonly pulse: (pulse: Pulse) => void;
  /** Told only what is committed: printing begins here. */
  readonly onCommitted: (events: readonly StoredEvent[]) => void;
  /** Faults of parts outside the engine, for the consoles. */
  readonly alarms: () => readonly Alarm[];
  readonly report: (report: EngineReport) => void;
};

/** What may be asked of the engine between turns; never sees what is not committed. */
export type Reading = { readonly state: BranchState; readonly now: Instant; readonly opening: Opening };

/** More presses than a branch makes in an hour; beyond it a flood is refused instead of delaying everybody. */
const inboxCapacity = 20_000;
const snapshotEvery = 10_000;
const rejectionsKept = 50_000;

/**
 * The one writer. Handlers only enqueue; one drain a turn decides, applies, commits, answers and publishes without an
 * `await`, so that nothing outside ever sees uncommitted state and there is nothing to lock.
 */
export class BranchEngine {
  readonly #parts: EngineParts;
  readonly #clock: ClockWatch;
  readonly #duties: ServerDuties;
  readonly #rejected = new RejectionMemory(minutes(15), rejectionsKept);
  readonly #quarantined: Set<CommandId>;
  #live: LiveState;
  #commands: CommandRequest[] = [];
  #subscribes: SnapshotRequest[] = [];
  #isTurnScheduled = false;
  #isPulseDue = false;
  #isStopping = false;
  #fault: { readonly since: Instant; readonly problem: string } | null = null;
  #lastQuarantinedAt: Instant | null = null;
  #snapshotSeq: Seq;
  #opening: { readonly value: Opening; readonly secondOf: number; readonly configHash: string } | null = null;

  /** @throws AssertionFailure where the journal does not replay: the server must not run on a wrong state. */
  constructor(parts: EngineParts) {
    this.#parts = parts;
    this.#clock = new ClockWatch(parts);
    this.#duties = new ServerDuties(parts.newId);
    this.#live = rebuildFrom(parts.journal);
    this.#snapshotSeq = parts.journal.newestSnapshot()?.seq ?? this.#live.state.seq;
    this.#quarantined = new Set(parts.journal.quarantined().map(({ commandId }) => commandId));
  }

  /** Takes a command into the inbox; its answer comes after the commit of its turn. */
  submit(request: CommandRequest): void {
    if (this.#isStopping) return request.answer({ answer: 'fault', fault: 'stopping' });
    if (this.#commands.length >= inboxCapacity) return request.answer({ answer: 'fault', fault: 'overloaded' });
    this.#commands.push(request);
    this.#scheduleTurn();
  }

  /** Asks for an audience's whole picture, taken after the commit of this turn. */
  subscribe(request: SnapshotRequest): void {
    this.#subscribes.push(request);
    this.#scheduleTurn();
  }

  /** The second's pulse: the day's end where it is due, a fault tried again, heartbeat and figures. */
  tick(): void {
    this.#isPulseDue = true;
    this.#scheduleTurn();
  }

  /** Runs what is in the inbox now, in this turn; for the start, and for tests. */
  drain(): void {
    const commands = this.#commands;
    const subscribes = this.#subscribes;
    this.#commands = [];
    this.#subscribes = [];
    this.#isTurnScheduled = false;
    if (this.#isPulseDue) this.#recover();
    const { now, own } = this.#ownCommands();
    this.#runTurn([...own, ...commands], now);
    for (const request of subscribes) request.answer(this.#snapshotFor(request.audience));
    if (this.#isPulseDue) this.#beat();
    this.#isPulseDue = false;
  }

  /** Answers `question` from the committed state. */
  query<Answer>(question: (reading: Reading) => Answer): Answer {
    const now = this.#clock.read().wallNow;
    return question({ state: this.#live.state, now, opening: this.#openingAt(now) });
  }

  /** Null while the journal takes commands; else since when it does not, and why. */
  fault(): { readonly since: Instant; readonly problem: string } | null {
    return this.#fault;
  }

  /** Finishes the inbox, keeps a snapshot and takes nothing more. */
  stop(): void {
    this.drain();
    this.#isStopping = true;
    if (this.#live.state.configuration !== null) this.#saveSnapshot();
  }

  #scheduleTurn(): void {
    if (this.#isTurnScheduled) return;
    this.#isTurnScheduled = true;
    this.#parts.scheduleTurn(() => this.drain());
  }

  #ownCommands(): { readonly now: Instant; readonly own: readonly CommandRequest[] } {
    const reading = this.#clock.read();
    return { now: reading.wallNow, own: this.#duties.due(this.#live.state, reading) };
  }

  #runTurn(requests: readonly CommandRequest[], now: Instant): void {
    // A full disk is tried once a second by the pulse, not by every press: each failure costs a rebuilt state.
    if (this.#fault !== null) return this.#answerFault(requests);
    let remaining = requests;
    while (remaining.length > 0) {
      try {
        const plan = this.#plan(remaining, now);
        if (plan.records.length > 0) this.#parts.journal.append(plan.records);
        this.#conclude(plan);
        return;
      } catch (error) {
        if (error instanceof JournalFault) return this.#failTurn(remaining, error, now);
        if (!(error instanceof PoisonedCommand)) throw error;
        remaining = this.#withoutPoison(remaining, error, now);
      }
    }
  }

  #plan(requests: readonly CommandRequest[], now: Instant): PlannedTurn {
    const { journal, newId, branchId } = this.#parts;
    return planTurn(this.#live, requests, {
      journal,
      rejected: this.#rejected,
      isQuarantined: (commandId) => this.#quarantined.has(commandId),
      branchId,
      now,
      newId,
      isBranchOpen: this.#openingAt(now).state === 'open',
    });
  }

  /** After the commit and only then: the answers, the deltas, and whoever waits for committed events. */
  #conclude(plan: PlannedTurn): void {
    const { epoch, machineClock, journal } = this.#parts;
    for (const events of plan.published) this.#live.views.add(events);
    const nowMs = machineClock.nowMs();
    for (const { commandId, rejection } of plan.rejections) this.#rejected.remember(commandId, rejection, nowMs);
    for (const { request, acknowledgement } of plan.answers) request.answer(acknowledgement);
    if (plan.stored.length === 0) return;
    this.#parts.publish(publicationOf(plan, journal.journalId, epoch));
    this.#parts.onCommitted(plan.stored);
  }

  #failTurn(requests: readonly CommandRequest[], fault: JournalFault, since: Instant): void {
    this.#fault ??= { since, problem: fault.message };
    this.#live = rebuildFrom(this.#parts.journal);
    this.#answerFault(requests);
    this.#parts.report({ kind: 'journalFault', problem: fault.message });
  }

  #answerFault(requests: readonly CommandRequest[]): void {
    for (const request of requests) request.answer({ answer: 'fault', fault: 'journal' });
  }

  /** The design's one exception to "a bug stops the process": one poison command must not take a point down. */
  #withoutPoison(requests: readonly CommandRequest[], poison: PoisonedCommand, at: Instant): readonly CommandRequest[] {
    const { commandId } = poison.request;
    const trace = traceOf(poison);
    this.#quarantined.add(commandId);
    this.#lastQuarantinedAt = at;
    this.#live = rebuildFrom(this.#parts.journal);
    try {
      this.#parts.journal.quarantine({ commandId, at, trace });
    } catch (error) {
      if (!(error instanceof JournalFault)) throw error;
      this.#fault ??= { since: at, problem: error.message };
    }
    this.#parts.report({ kind: 'commandQuarantined', commandId, trace });
    const answer: Acknowledgement = { answer: 'fault', fault: 'bug' };
    for (const request of requests) if (request.commandId === commandId) request.answer(answer);
    return requests.filter((request) => request.commandId !== commandId);
  }

  #recover(): void {
    if (this.#fault === null) return;
    try {
      this.#parts.journal.probe();
    } catch (error) {
      if (error instanceof JournalFault) return;
      throw error;
    }
    this.#fault = null;
    this.#parts.report({ kind: 'journalRecovered' });
  }

  #beat(): void {
    if (this.#live.state.configuration === null) return;
    if (this.#live.state.seq - this.#snapshotSeq >= snapshotEvery) this.#saveSnapshot();
    const reading = this.#clock.read();
    this.#parts.pulse({ heartbeat: this.#heartbeat(reading.wallNow), figures: this.#figures(reading.wallNow) });
  }

  #saveSnapshot(): void {
    const { seq } = this.#live.state;
    try {
      this.#parts.journal.saveSnapshot({ seq, text: snapshotText(this.#live) });
      this.#snapshotSeq = seq;
    } catch (error) {
      if (!(error instanceof JournalFault)) throw error;
      this.#fault ??= { since: this.#clock.read().wallNow, problem: error.message };
      this.#parts.report({ kind: 'journalFault', problem: error.message });
    }
  }

  #snapshotFor(audience: Audience): unknown {
    const { journal, epoch } = this.#parts;
    const { state } = this.#live;
    const now = this.#clock.read().wallNow;
    const figures = this.#figures(now);
    const stamp = { journalId: journal.journalId, epoch, seq: state.seq, heartbeat: this.#heartbeat(now) };
    switch (audience) {
      case 'display':
        return { ...stamp, view: this.#live.views.display(), figures: figures.display };
      case 'kiosk':
        return { ...stamp, view: this.#live.views.kiosk(), figures: figures.kiosk };
      case 'counter':
        return { ...stamp, view: this.#live.views.counter(), figures: figures.counter };
      default:
        return assertNever(audience);
    }
  }

  #heartbeat(now: Instant): Heartbeat {
    const { journal, epoch, clockRate } = this.#parts;
    const isWritable = this.#fault === null;
    return { journalId: journal.journalId, epoch, seq: this.#live.state.seq, now, clockRate, isWritable };
  }

  #figures(now: Instant) {
    const opening = this.#openingAt(now);
    return figuresOf(this.#live.state, now, opening, [...this.#ownAlarms(), ...this.#parts.alarms()]);
  }

  #ownAlarms(): readonly Alarm[] {
    const alarms: Alarm[] = [];
    const { jump } = this.#clock.read();
    if (this.#fault !== null) alarms.push({ kind: 'journalFault', ...this.#fault });
    if (jump !== null) alarms.push({ kind: 'clockJumped', since: jump.since, byMs: jump.byMs });
    if (this.#lastQuarantinedAt !== null) {
      alarms.push({ kind: 'commandQuarantined', since: this.#lastQuarantinedAt, count: this.#quarantined.size });
    }
    return alarms;
  }

  /** Looked up once a second: a calendar with a time zone costs more than all the rules of a command. */
  #openingAt(now: Instant): Opening {
    const secondOf = Math.floor(now / 1_000);
    const { configuration, configHash } = this.#live.state;
    if (configuration === null) return { state: 'closed', opensAt: null, isToday: false, isTomorrow: false };
    if (this.#opening?.secondOf !== secondOf || this.#opening.configHash !== configHash) {
      this.#opening = { value: openingAt(configurationOf(this.#live.state), now), secondOf, configHash };
    }
    return this.#opening.value;
  }
}

function traceOf(poison: PoisonedCommand): string {
  const { cause } = poison;
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
}
