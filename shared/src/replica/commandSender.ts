import { assert, assertNever } from '../base/assert.ts';
import type { CommandId } from '../base/ids.ts';
import { type DurationMs, type MachineClock, milliseconds } from '../base/time.ts';
import { type Acknowledgement, acknowledgementSchema, type CommandResult } from '../protocol/acknowledgement.ts';
import type { ClientCommand } from '../protocol/clientCommand.ts';
import { parse } from '../protocol/parse.ts';
import { protocolVersion } from '../protocol/version.ts';
import type { Rejection } from '../model/rejections.ts';
import type { Replica } from './replica.ts';
import type { Transport } from './transport.ts';

/** A press on its way; `pressedAtWallMs` is device wall time, so that age survives a reload of the page. */
export type PendingCommand = {
  readonly commandId: CommandId;
  readonly command: ClientCommand;
  readonly pressedAtWallMs: number;
};

/** Where a screen keeps its one pending command before it is sent; a kiosk's survives a reload, a console's need not. */
export type PendingStore = {
  readonly load: () => PendingCommand | null;
  readonly save: (pending: PendingCommand) => void;
  readonly clear: () => void;
};

type Outcome =
  | { readonly outcome: 'accepted'; readonly result: CommandResult }
  | { readonly outcome: 'rejected'; readonly rejection: Rejection };
type SignIn = Extract<ClientCommand, { type: 'OpenCounter' }>;
/** What was pressed, as far as it may be remembered: a PIN is forgotten with the end of its sign-in. */
export type SettledCommand = Exclude<ClientCommand, SignIn> | Omit<SignIn, 'pin'>;
/** How the last press ended. */
export type Settled = { readonly commandId: CommandId; readonly command: SettledCommand } & Outcome;

export type SenderState =
  | { readonly phase: 'idle'; readonly lastSettled: Settled | null }
  | {
      readonly phase: 'pending';
      readonly pending: PendingCommand;
      /** Why it is not settled yet: on its way, no answer, a fault of the server, or answered but not yet in the picture. */
      readonly progress: 'sent' | 'unanswered' | 'fault' | 'accepted';
      readonly lastSettled: Settled | null;
    };

export type CommandSender = {
  readonly state: () => SenderState;
  readonly onChange: (listener: () => void) => () => void;
  /** Sends a new press and says true; false where one is pending or the picture is not live: then nothing is sent. */
  readonly press: (command: ClientCommand) => boolean;
  readonly close: () => void;
};

const resendDelayMs = milliseconds(500);

type Parts = {
  readonly transport: Pick<Transport, 'send'>;
  readonly replica: Pick<Replica<unknown, unknown>, 'state' | 'onChange'>;
  readonly machineClock: MachineClock;
  readonly wallNowMs: () => number;
  readonly newCommandId: () => CommandId;
  readonly store: PendingStore;
};

/**
 * Sends one command at a time under one id until it is answered for good *and* seen in the picture, so that a second
 * press can never hit the old one. A fault or silence is not an answer: the same id goes again.
 *
 * What the store still holds from before a reload is sent first; until it is settled, no new press is taken.
 */
export function createCommandSender(parts: Parts): CommandSender {
  return new OneAtATimeSender(parts);
}

type PendingState = Extract<SenderState, { phase: 'pending' }>;
type Accepted = Extract<Acknowledgement, { answer: 'accepted' }>;

class OneAtATimeSender implements CommandSender {
  readonly #parts: Parts;
  readonly #listeners = new Set<() => void>();
  readonly #stopListening: () => void;
  #state: SenderState = { phase: 'idle', lastSettled: null };
  #pressedAtMs: DurationMs;
  #isInFlight = false;
  #isClosed = false;
  #accepted: Accepted | null = null;
  #cancelResend: (() => void) | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#pressedAtMs = parts.machineClock.nowMs();
    this.#stopListening = parts.replica.onChange(() => this.#settleWhenSeen());
    const unsettled = parts.store.load();
    if (unsettled !== null) this.#begin(unsettled);
  }

  state(): SenderState {
    return this.#state;
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  press(command: ClientCommand): boolean {
    if (this.#state.phase === 'pending' || this.#parts.replica.state().connection !== 'live') return false;
    const pending = { commandId: this.#parts.newCommandId(), command, pressedAtWallMs: this.#parts.wallNowMs() };
    this.#parts.store.save(pending);
    this.#begin(pending);
    return true;
  }

  close(): void {
    this.#isClosed = true;
    this.#cancelResend?.();
    this.#stopListening();
    this.#listeners.clear();
  }

  #become(next: SenderState): void {
    this.#state = next;
    for (const listener of this.#listeners) listener();
  }

  #begin(pending: PendingCommand): void {
    this.#pressedAtMs = this.#parts.machineClock.nowMs();
    this.#become({ phase: 'pending', pending, progress: 'sent', lastSettled: this.#state.lastSettled });
    this.#send();
  }

  #send(): void {
    if (this.#state.phase !== 'pending' || this.#isInFlight || this.#accepted !== null) return;
    const { commandId, command, pressedAtWallMs } = this.#state.pending;
    const { machineClock, wallNowMs, transport } = this.#parts;
    // The greater of two clocks: one of them may have stood still (sleep) or been set back.
    const ageMs = Math.max(0, machineClock.nowMs() - this.#pressedAtMs, wallNowMs() - pressedAtWallMs);
    this.#isInFlight = true;
    void transport.send({ protocolVersion, commandId, ageMs, command }).then((answer) => {
      this.#isInFlight = false;
      if (this.#isClosed) return;
      if (this.#state.phase !== 'pending' || this.#state.pending.commandId !== commandId) return;
      const parsed = answer.kind === 'answered' ? parse(acknowledgementSchema, answer.message) : null;
      if (parsed?.isValid === true) this.#takeAnswer(parsed.value);
      else this.#sendAgain('unanswered');
    });
  }

  #sendAgain(progress: 'unanswered' | 'fault'): void {
    this.#progressTo(progress);
    this.#cancelResend = this.#parts.machineClock.schedule(resendDelayMs, () => this.#send());
  }

  #takeAnswer(acknowledgement: Acknowledgement): void {
    switch (acknowledgement.answer) {
      case 'accepted':
        this.#accepted = acknowledgement;
        this.#progressTo('accepted');
        this.#settleWhenSeen();
        return;
      case 'rejected':
        this.#settle({ outcome: 'rejected', rejection: acknowledgement.rejection });
        return;
      case 'fault':
        this.#sendAgain('fault');
        return;
      default:
        assertNever(acknowledgement);
    }
  }

  #settleWhenSeen(): void {
    const { position } = this.#parts.replica.state();
    if (this.#accepted === null || position === null) return;
    const { journalId, seq, result } = this.#accepted;
    if (position.journalId !== journalId || position.seq >= seq) this.#settle({ outcome: 'accepted', result });
  }

  #settle(outcome: Outcome): void {
    assert(this.#state.phase === 'pending', 'only a pending command is settled');
    const { commandId, command } = this.#state.pending;
    this.#accepted = null;
    this.#cancelResend?.();
    this.#parts.store.clear();
    this.#become({ phase: 'idle', lastSettled: { commandId, command: withoutPin(command), ...outcome } });
  }

  #progressTo(progress: PendingState['progress']): void {
    if (this.#state.phase === 'pending' && this.#state.progress !== progress)
      this.#become({ ...this.#state, progress });
  }
}

function withoutPin(command: ClientCommand): SettledCommand {
  if (command.type !== 'OpenCounter') return command;
  const { pin: _, ...remembered } = command;
  return remembered;
}
