import {
  type Acknowledgement,
  type BranchId,
  type CommandId,
  type CommandResult,
  type Instant,
  type JournalEvent,
  type JournalId,
  type Rejection,
  type Seq,
  seqOf,
  type TicketId,
} from '@okienko/shared';
import type { BranchState } from '../domain/branchState.ts';
import { resultOf } from '../domain/commandResult.ts';
import { decide } from '../domain/decide.ts';
import type { DecisionContext } from '../domain/decision.ts';
import { type CommandRecord, type Journal, JournalFault, type StoredEvent } from '../journal/journal.ts';
import type { TurnEvents } from '../projections/audienceViews.ts';
import { ageLimitOf, type CommandRequest } from './engineRequest.ts';
import { applyEvent, type LiveState } from './liveState.ts';
import type { RejectionMemory } from './rejectionMemory.ts';

/** One command broke an assertion: the engine quarantines it and runs the turn again without it. */
export class PoisonedCommand extends Error {
  override readonly name = 'PoisonedCommand';
  readonly request: CommandRequest;

  constructor(request: CommandRequest, cause: unknown) {
    super(`command ${request.commandId} (${request.command.type}) broke an assertion`, { cause });
    this.request = request;
  }
}

/** What a turn decided, applied to the state and not yet committed. */
export type PlannedTurn = {
  readonly records: readonly CommandRecord[];
  readonly stored: readonly StoredEvent[];
  readonly published: readonly TurnEvents[];
  readonly answers: readonly { readonly request: CommandRequest; readonly acknowledgement: Acknowledgement }[];
  readonly rejections: readonly { readonly commandId: CommandId; readonly rejection: Rejection }[];
};

export type TurnContext = {
  readonly journal: Journal;
  readonly rejected: RejectionMemory;
  readonly isQuarantined: (commandId: CommandId) => boolean;
  readonly branchId: BranchId;
  readonly now: Instant;
  readonly newId: DecisionContext['newId'];
  readonly isBranchOpen: boolean;
  readonly followUrlOf: FollowUrlOf;
};

/** The public address of a ticket of the running day; null for any other. */
export type FollowUrlOf = (state: BranchState, ticketId: TicketId) => string | null;

/**
 * Decides the commands of one turn in their order and applies their events to the state.
 *
 * A known id gets its first answer again; else one that is too old is refused; else the rules decide.
 *
 * @throws PoisonedCommand when a command's rules or events break an assertion; the state is then of no more use.
 * @throws JournalFault when the journal cannot be asked about a command.
 */
export function planTurn(live: LiveState, requests: readonly CommandRequest[], context: TurnContext): PlannedTurn {
  const plan = new TurnPlan(live, context);
  for (const request of requests) plan.take(request);
  return plan;
}

class TurnPlan implements PlannedTurn {
  readonly records: CommandRecord[] = [];
  readonly stored: StoredEvent[] = [];
  readonly published: TurnEvents[] = [];
  readonly answers: { request: CommandRequest; acknowledgement: Acknowledgement }[] = [];
  readonly rejections: { commandId: CommandId; rejection: Rejection }[] = [];
  readonly #answered = new Map<CommandId, Acknowledgement>();
  readonly #live: LiveState;
  readonly #context: TurnContext;

  constructor(live: LiveState, context: TurnContext) {
    this.#live = live;
    this.#context = context;
  }

  take(request: CommandRequest): void {
    const known = this.#knownAnswer(request.commandId);
    const acknowledgement = known ?? this.#decide(request);
    if (known === null && acknowledgement.answer === 'rejected') {
      this.rejections.push({ commandId: request.commandId, rejection: acknowledgement.rejection });
    }
    this.#answered.set(request.commandId, acknowledgement);
    this.answers.push({ request, acknowledgement });
  }

  #knownAnswer(commandId: CommandId): Acknowledgement | null {
    const { journal, rejected, isQuarantined } = this.#context;
    const inThisTurn = this.#answered.get(commandId);
    if (inThisTurn !== undefined) return inThisTurn;
    if (isQuarantined(commandId)) return rejection({ reason: 'Quarantined' });
    const remembered = rejected.find(commandId);
    if (remembered !== null) return rejection(remembered);
    const entry = journal.findCommand(commandId);
    if (entry === null) return null;
    const lastSeq = seqOf(entry.firstSeq + entry.eventCount - 1);
    const events = entry.eventCount === 0 ? [] : journal.read(entry.firstSeq, lastSeq).map(({ event }) => event);
    return acceptance(journal.journalId, lastSeq, this.#resultOf(events));
  }

  #decide(request: CommandRequest): Acknowledgement {
    const limitMs = ageLimitOf(request.command);
    if (limitMs !== null && request.ageMs > limitMs) return rejection({ reason: 'TooOld' });
    try {
      return this.#decideAndApply(request);
    } catch (cause) {
      // A day's key that cannot be written is the disk's fault and not the command's.
      if (cause instanceof JournalFault) throw cause;
      throw new PoisonedCommand(request, cause);
    }
  }

  #decideAndApply({ command, commandId, actor }: CommandRequest): Acknowledgement {
    const { journal, newId, isBranchOpen, branchId } = this.#context;
    const { state } = this.#live;
    const at = command.type === 'CorrectClock' ? command.to : this.#now();
    const decision = decide(state, command, { now: at, actor, newId, isBranchOpen });
    if (decision.kind === 'rejected') return rejection(decision.rejection);
    const firstSeq = state.seq + 1;
    const metadata = { at, branchId, ...actor, commandId, configHash: state.configHash };
    decision.events.forEach((event, index) => {
      const seq = seqOf(firstSeq + index);
      this.published.push(applyEvent(state, event, seq, at));
      this.stored.push({ seq, metadata, event });
    });
    this.records.push({ metadata, events: decision.events });
    return acceptance(journal.journalId, state.seq, this.#resultOf(decision.events));
  }

  #resultOf(events: readonly JournalEvent[]): CommandResult {
    return resultOf(events, (ticketId) => this.#context.followUrlOf(this.#live.state, ticketId));
  }

  /** Event times never decrease: a wall that is a little behind the newest event stands still. */
  #now(): Instant {
    const { lastAt } = this.#live.state;
    return this.#context.now < lastAt ? lastAt : this.#context.now;
  }
}

function rejection(reason: Rejection): Acknowledgement {
  return { answer: 'rejected', rejection: reason };
}

function acceptance(journalId: JournalId, seq: Seq, result: CommandResult): Acknowledgement {
  return { answer: 'accepted', journalId, seq, result };
}
