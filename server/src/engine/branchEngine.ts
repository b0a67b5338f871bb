import {
  type Acknowledgement,
  type Alarm,
  type Audience,
  assert,
  assertNever,
  type BranchId,
  type BusinessClock,
  type CommandId,
  type Epoch,
  type Heartbeat,
  type Instant,
  type KioskFigures,
  type MachineClock,
  minutes,
  type Opening,
  type Seq,
} from '@okienko/shared';
import type { BranchState } from '../domain/branchState.ts';
import { type Journal, JournalFault, type Restore, type StoredEvent } from '../journal/journal.ts';
import { figuresOf } from '../projections/figures.ts';
import { ClockWatch } from './clockWatch.ts';
import type { CommandRequest, Publication, Pulse, SnapshotRequest } from './engineRequest.ts';
import { JournalUpkeep, type UpkeepFault } from './journalUpkeep.ts';
import { type LiveState, rebuildFrom } from './liveState.ts';
import { OpeningWatch } from './openingWatch.ts';
import { publicationOf } from './publication.ts';
import { Quarantine } from './quarantine.ts';
import { RejectionMemory } from './rejectionMemory.ts';
import { ServerDuties } from './serverDuties.ts';
import { type FollowUrlOf, PoisonedCommand, type PlannedTurn, planTurn } from './turn.ts';
import { TurnMeter, type TurnObservation } from './turnMeter.ts';

/** What staff and the log are told besides the pictures. */
export type EngineReport =
  | { readonly kind: 'journalFault'; readonly problem: string }
  | { readonly kind: 'journalRecovered' }
  | UpkeepFault
  | { readonly kind: 'snapshotUnreadable'; readonly seq: Seq; readonly problem: string }
  | { readonly kind: 'commandQuarantined'; readonly commandId: CommandId; readonly trace: string };

export type EngineParts = {
  readonly journal: Journal;
  readonly businessClock: BusinessClock;
  readonly machineClock: MachineClock;
  readonly clockRate: number;
  readonly epoch: Epoch;
  readonly branchId: BranchId;
  readonly newId: () => string;
  readonly followUrlOf: FollowUrlOf;
  /** Runs the drain once, after everything that this turn of the event loop brings: `setImmediate`. */
  readonly scheduleTurn: (run: () => void) => void;
  readonly publish: (publication: Publication) => void;
  readonly pulse: (pulse: Pulse) => void;
  /** Told only what is committed: printing begins here. */
  readonly onCommitted: (events: readonly StoredEvent[]) => void;
  /** Faults of parts outside the engine, for the consoles. */
  readonly alarms: () => readonly Alarm[];
  /** What is known of each kiosk's printer, for the kiosks. */
  readonly printers: () => KioskFigures['printers'];
  readonly report: (report: EngineReport) => void;
  /** Told of each turn when it is over, for measurements; nobody need listen. */
  readonly onTurn?: (turn: TurnObservation) => void;
};

/** What may be asked of the engine between turns; never sees what is not committed. */
export type Reading = { readonly state: BranchState; readonly now: Instant; readonly opening: Opening };

type Committed =
  | { readonly kind: 'done'; readonly plan: PlannedTurn }
  | { readonly kind: 'fault'; readonly fault: JournalFault }
  | { readonly kind: 'poisoned'; readonly poison: PoisonedCommand };

/** More presses than a branch makes in an hour; beyond it a flood is refused instead of delaying everybody. */
const inboxCapacity = 20_000;
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
  readonly #quarantine: Quarantine;
  readonly #opening = new OpeningWatch();
  readonly #upkeep: JournalUpkeep;
  readonly #meter: TurnMeter;
  #live: LiveState;
  #commands: CommandRequest[] = [];
  #subscribes: SnapshotRequest[] = [];
  #isTurnScheduled = false;
  #isPulseDue = false;
  #isStopped = false;
  #hasUncommitted = false;
  #fault: { readonly since: Instant; readonly problem: string } | null = null;

  /**
   * @throws AssertionFailure where the journal does not replay, JournalFault where it cannot be read: the server must
   * not run on a wrong state.
   */
  constructor(parts: EngineParts) {
    this.#parts = parts;
    this.#clock = new ClockWatch(parts);
    this.#duties = new ServerDuties(parts.newId);
    this.#meter = new TurnMeter(parts.machineClock, (turn) => parts.onTurn?.(turn));
    this.#live = this.#rebuild();
    this.#upkeep = new JournalUpkeep(parts.journal, this.#live.state.seq, parts.report);
    this.#quarantine = new Quarantine(parts.journal);
  }

  /** Takes a command into the inbox; its answer comes after the commit of its turn. */
  submit(request: CommandRequest): void {
    if (this.#isStopped) return this.#meter.answer(request, { answer: 'fault', fault: 'stopping' });
    if (this.#commands.length >= inboxCapacity) {
      return this.#meter.answer(request, { answer: 'fault', fault: 'overloaded' });
    }
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
    // A turn that was scheduled before the stop finds a journal that may be closed.
    if (this.#isStopped) return;
    this.#meter.begin();
    const commands = this.#commands;
    const subscribes = this.#subscribes;
    this.#commands = [];
    this.#subscribes = [];
    this.#isTurnScheduled = false;
    if (this.#isPulseDue) this.#recover();
    const { now, own } = this.#ownCommands();
    // A turn of their own: what they lead to is the one place where a journal may be cut later.
    this.#runTurn(own, now);
    this.#runTurn(commands, now);
    if (this.#isPulseDue && this.#fault === null) this.#upkeep.pulse(this.#live, now);
    if (this.#isPulseDue || subscribes.length > 0) this.#show(subscribes);
    this.#isPulseDue = false;
    this.#meter.end();
  }

  /**
   * Answers `question` from the committed state.
   *
   * @throws AssertionFailure when it is asked in the middle of a turn, before its commit.
   */
  query<Answer>(question: (reading: Reading) => Answer): Answer {
    assert(!this.#hasUncommitted, 'nobody reads what is not committed');
    const now = this.#clock.read().wallNow;
    return question({ state: this.#live.state, now, opening: this.#opening.at(this.#live.state, now) });
  }

  /** Null while the journal takes commands; else since when it does not, and why. */
  fault(): { readonly since: Instant; readonly problem: string } | null {
    return this.#fault;
  }

  /** The journal's restore from a backup while the state does not know it yet; null where there is none to record. */
  unrecordedRestore(): Restore | null {
    const { restored } = this.#parts.journal;
    return restored === null || this.#live.state.restoredAs === restored.journalId ? null : restored;
  }

  /** Finishes the inbox, keeps a snapshot and takes nothing more. */
  stop(): void {
    this.drain();
    this.#isStopped = true;
    if (this.#live.state.configuration !== null) this.#upkeep.saveSnapshot(this.#live);
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
      const committed = this.#commit(remaining, now);
      if (committed.kind === 'done') return this.#conclude(committed.plan);
      if (committed.kind === 'fault') return this.#failTurn(remaining, committed.fault, now);
      remaining = this.#withoutPoison(remaining, committed.poison, now);
    }
  }

  #commit(requests: readonly CommandRequest[], now: Instant): Committed {
    this.#hasUncommitted = true;
    try {
      const plan = this.#plan(requests, now);
      if (plan.records.length > 0) this.#meter.timeCommit(() => this.#parts.journal.append(plan.records));
      this.#hasUncommitted = false;
      return { kind: 'done', plan };
    } catch (error) {
      if (error instanceof JournalFault) return { kind: 'fault', fault: error };
      if (error instanceof PoisonedCommand) return { kind: 'poisoned', poison: error };
      throw error;
    }
  }

  #rebuild(): LiveState {
    const { journal, report } = this.#parts;
    const live = rebuildFrom(journal, (seq, problem) => report({ kind: 'snapshotUnreadable', seq, problem }));
    this.#hasUncommitted = false;
    return live;
  }

  #plan(requests: readonly CommandRequest[], now: Instant): PlannedTurn {
    const { journal, newId, branchId, followUrlOf } = this.#parts;
    return planTurn(this.#live, requests, {
      journal,
      rejected: this.#rejected,
      isQuarantined: (commandId) => this.#quarantine.has(commandId),
      branchId,
      now,
      newId,
      followUrlOf,
      isBranchOpen: this.#opening.at(this.#live.state, now).state === 'open',
    });
  }

  /** After the commit and only then: the answers, the deltas, and whoever waits for committed events. */
  #conclude(plan: PlannedTurn): void {
    const { epoch, machineClock, journal } = this.#parts;
    for (const events of plan.published) this.#live.views.add(events);
    const nowMs = machineClock.nowMs();
    for (const { commandId, rejection } of plan.rejections) this.#rejected.remember(commandId, rejection, nowMs);
    for (const { request, acknowledgement } of plan.answers) this.#meter.answer(request, acknowledgement);
    if (plan.stored.length === 0) return;
    this.#parts.publish(publicationOf(plan, journal.journalId, epoch));
    this.#parts.onCommitted(plan.stored);
    this.#upkeep.committed(plan.stored, this.#live);
  }

  #failTurn(requests: readonly CommandRequest[], fault: JournalFault, since: Instant): void {
    this.#live = this.#rebuild();
    this.#beginFault(fault, since);
    this.#answerFault(requests);
  }

  #beginFault({ message: problem }: JournalFault, since: Instant): void {
    this.#fault ??= { since, problem };
    this.#parts.report({ kind: 'journalFault', problem });
  }

  #answerFault(requests: readonly CommandRequest[]): void {
    for (const request of requests) this.#meter.answer(request, { answer: 'fault', fault: 'journal' });
  }

  /** The design's one exception to "a bug stops the process": one poison command must not take a point down. */
  #withoutPoison(requests: readonly CommandRequest[], poison: PoisonedCommand, at: Instant): readonly CommandRequest[] {
    const { commandId } = poison.request;
    const trace = traceOf(poison);
    this.#live = this.#rebuild();
    const fault = this.#quarantine.add({ commandId, at, trace });
    if (fault !== null) this.#beginFault(fault, at);
    this.#parts.report({ kind: 'commandQuarantined', commandId, trace });
    const answer: Acknowledgement = { answer: 'fault', fault: 'bug' };
    for (const request of requests) if (request.commandId === commandId) this.#meter.answer(request, answer);
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
    if (this.#quarantine.writeDown() !== null) return;
    this.#fault = null;
    this.#parts.report({ kind: 'journalRecovered' });
  }

  /** Whole pictures for who asked, the second's pulse for all; what time alone changes is computed once for both. */
  #show(subscribes: readonly SnapshotRequest[]): void {
    if (this.#live.state.configuration === null) return;
    const now = this.#clock.read().wallNow;
    const pulse = { heartbeat: this.#heartbeat(now), figures: this.#figures(now) };
    for (const request of subscribes) request.answer(this.#snapshotFor(request.audience, pulse));
    if (this.#isPulseDue) this.#parts.pulse(pulse);
  }

  #snapshotFor(audience: Audience, { heartbeat, figures }: Pulse): unknown {
    const { journalId, epoch, seq } = heartbeat;
    const stamp = { journalId, epoch, seq, heartbeat };
    const { views } = this.#live;
    switch (audience) {
      case 'display':
        return { ...stamp, view: views.display(), figures: figures.display };
      case 'kiosk':
        return { ...stamp, view: views.kiosk(), figures: figures.kiosk };
      case 'counter':
        return { ...stamp, view: views.counter(), figures: figures.counter };
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
    const opening = this.#opening.at(this.#live.state, now);
    const alarms = [...this.#ownAlarms(), ...this.#parts.alarms()];
    return figuresOf(this.#live.state, now, opening, { alarms, printers: this.#parts.printers() });
  }

  #ownAlarms(): readonly Alarm[] {
    const alarms: Alarm[] = [];
    const { jump } = this.#clock.read();
    if (this.#fault !== null) alarms.push({ kind: 'journalFault', ...this.#fault });
    if (jump !== null) alarms.push({ kind: 'clockJumped', since: jump.since, byMs: jump.byMs });
    return [...alarms, ...this.#quarantine.alarms()];
  }
}

function traceOf(poison: PoisonedCommand): string {
  const { cause } = poison;
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
}
