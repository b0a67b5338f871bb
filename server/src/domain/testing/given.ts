import {
  after,
  type Command,
  type Configuration,
  type CounterId,
  type DurationMs,
  idSchemas,
  type Instant,
  type JournalEvent,
  type Rejection,
  seqOf,
  type Ticket,
} from '@okienko/shared';
import { type BranchState, counterOf, emptyBranchState } from '../branchState.ts';
import { decide } from '../decide.ts';
import type { Actor } from '../decision.ts';
import { evolve } from '../evolve.ts';
import { snapshotOf, stateFrom, stateSnapshotSchema } from '../stateSnapshot.ts';
import { dayOf, exampleConfiguration, ticketIdOf, uuidOf, warsaw } from './exampleBranch.ts';

/** A fact of the past: it adds events, or lets time pass. */
export type Step = (branch: TestBranch) => void;

/** What one command led to: events, or the reason why nothing happened. */
export type Outcome = { readonly events: readonly JournalEvent[]; readonly rejection: Rejection | null };

/** Who asks and when, where it is not the device that commands the counter, on an open branch. */
export type Circumstances = {
  readonly device?: string;
  readonly clerk?: string | null;
  readonly isBranchOpen?: boolean;
};

/** The example branch on its first day, at ten in the morning, after these facts. */
export function given(...steps: readonly Step[]): TestBranch {
  return givenBranch(exampleConfiguration, ...steps);
}

/** A branch with this configuration on the same morning, after these facts. */
export function givenBranch(configuration: Configuration, ...steps: readonly Step[]): TestBranch {
  const branch = new TestBranch();
  branch.record({
    type: 'ConfigurationChanged',
    text: JSON.stringify(configuration),
    configHash: JSON.stringify(configuration),
  });
  branch.record({ type: 'BusinessDayStarted', businessDate: dayOf('2026-11-24') });
  for (const step of steps) step(branch);
  return branch;
}

/** A branch whose state is built by `evolve` alone, and that is asked by `decide` alone. */
export class TestBranch {
  readonly state: BranchState;
  /** Everything that happened, in order. */
  readonly events: { readonly event: JournalEvent; readonly at: Instant }[] = [];
  now: Instant = warsaw('2026-11-24', '10:00');
  #idsMade = 0;

  constructor(state: BranchState = emptyBranchState()) {
    this.state = state;
  }

  /** The same branch after a restart, with a state read from the text of its snapshot. */
  restarted(): TestBranch {
    const text = JSON.stringify(snapshotOf(this.state));
    const branch = new TestBranch(stateFrom(stateSnapshotSchema.parse(JSON.parse(text))));
    branch.now = this.now;
    branch.#idsMade = this.#idsMade;
    return branch;
  }

  /** Lets an event happen now. */
  record(event: JournalEvent): void {
    evolve(this.state, event, seqOf(this.state.seq + 1), this.now);
    this.events.push({ event, at: this.now });
  }

  /** Lets business time pass. */
  pass(duration: DurationMs): void {
    this.now = after(this.now, duration);
  }

  /** Asks for one thing; what is accepted happens at once, so that a test also proves that it fits the state. */
  when(command: Command, circumstances: Circumstances = {}): Outcome {
    const newId = () => uuidOf(0xffff, (this.#idsMade += 1));
    const isBranchOpen = circumstances.isBranchOpen ?? true;
    const actor = this.#actorOf(command, circumstances);
    const decision = decide(this.state, command, { now: this.now, actor, newId, isBranchOpen });
    if (decision.kind === 'rejected') return { events: [], rejection: decision.rejection };
    for (const event of decision.events) this.record(event);
    return { events: decision.events, rejection: null };
  }

  /** The ticket with this number, as it is now. */
  ticket(ticketNumber: string): Ticket | undefined {
    return (
      this.state.tickets.get(ticketIdOf(ticketNumber)) ??
      [...this.state.tickets.values()].find((ticket) => ticket.ticketNumber === ticketNumber)
    );
  }

  #actorOf(command: Command, { device, clerk }: Circumstances): Actor {
    const counter = 'counterId' in command ? this.#staffOf(command.counterId) : null;
    return {
      deviceId: idSchemas.device.parse(device ?? counter?.deviceId ?? 'kiosk-1'),
      clerkId: clerk === undefined || clerk === null ? (counter?.clerkId ?? null) : idSchemas.clerk.parse(clerk),
    };
  }

  #staffOf(counterId: CounterId): Actor | null {
    const counter = counterOf(this.state, counterId);
    return counter.state === 'closed' ? null : counter;
  }
}
