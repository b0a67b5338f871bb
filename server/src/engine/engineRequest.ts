import type {
  Acknowledgement,
  Audience,
  Command,
  CommandId,
  Delta,
  DurationMs,
  BoardEvent,
  CounterEvent,
  Heartbeat,
  KioskEvent,
} from '@okienko/shared';
import { ageLimitMs, assertNever, milliseconds } from '@okienko/shared';
import type { Actor } from '../domain/decision.ts';
import type { Figures } from '../projections/figures.ts';

/** A command on its way into the engine: who sent it, how old the press was on arrival, and where the answer goes. */
export type CommandRequest = {
  readonly commandId: CommandId;
  readonly ageMs: DurationMs;
  readonly actor: Actor;
  readonly command: Command;
  readonly answer: (acknowledgement: Acknowledgement) => void;
};

/** Everything that one turn made known, sent only after its commit: one delta for each audience. */
export type Publication = {
  readonly display: Delta<BoardEvent>;
  readonly kiosk: Delta<KioskEvent>;
  readonly counter: Delta<CounterEvent>;
};

/** The second's pulse: proof of life, and what changes with time alone. */
export type Pulse = { readonly heartbeat: Heartbeat; readonly figures: Figures };

export type SnapshotRequest = {
  readonly audience: Audience;
  /** Gets the whole picture, stamped with its own position; the deltas after it follow on the same connection. */
  readonly answer: (snapshot: unknown) => void;
};

/**
 * How old a press may be, in milliseconds; null for the server's own commands, which nobody presses.
 *
 * A customer's or a caller's next press is meant for this moment; a clerk's other actions bear a little more; a
 * device's report is true for longer.
 */
export function ageLimitOf(command: Command): DurationMs | null {
  switch (command.type) {
    case 'IssueTicket':
    case 'CallNext':
      return milliseconds(ageLimitMs.customer);
    case 'CallTicket':
    case 'RecallTicket':
    case 'StartService':
    case 'CloseTicket':
    case 'MarkNoShow':
    case 'ReinstateTicket':
    case 'CancelTicket':
    case 'ReprintTicket':
    case 'OpenCounter':
    case 'PauseCounter':
    case 'ResumeCounter':
    case 'SignOffCounter':
      return milliseconds(ageLimitMs.clerk);
    case 'RecordPrintResult':
      return milliseconds(ageLimitMs.device);
    case 'EndDay':
    case 'ChangeConfiguration':
    case 'CorrectClock':
    case 'RecordRestore':
      return null;
    default:
      return assertNever(command);
  }
}
