import {
  type Acknowledgement,
  type Audience,
  claimedVersionOf,
  type Command,
  type CommandEnvelope,
  commandEnvelopeSchema,
  type DurationMs,
  type MachineClock,
  milliseconds,
  parse,
  protocolVersion,
  type Rejection,
} from '@okienko/shared';
import type { BranchEngine } from '../engine/branchEngine.ts';
import { RateLimit } from './rateLimit.ts';
import type { RefusedMessage } from './refusalLog.ts';
import { authorise, type Authorised, type IdentifyClerk, type Session } from './sessions.ts';

export type ConversationParts = {
  readonly engine: Pick<BranchEngine, 'submit' | 'subscribe' | 'query'>;
  readonly identify: IdentifyClerk;
  readonly machineClock: MachineClock;
  /** Told of every message that was refused before it reached the rules; never with its content. */
  readonly onRefused: (refused: RefusedMessage) => void;
  /** Told of every command that parsed and was answered, with the time since it arrived. */
  readonly onAnswered: (answered: { readonly type: Command['type']; readonly ackMs: DurationMs }) => void;
  /** Told of what went wrong inside; the caller is only told that it did. */
  readonly onFault: (error: unknown) => void;
};

/** Far above a person and a test of thousands of presses; below what would starve the others. */
const commandsPerSecond = 2_000;
const subscribesPerSecond = 5;

/**
 * What one connection of a known device may say, whatever carries its words: parses, asks the session, hands to the
 * engine. It decides nothing.
 */
export class Conversation {
  readonly #session: Session;
  readonly #parts: ConversationParts;
  readonly #commands: RateLimit;
  readonly #subscribes: RateLimit;

  constructor(session: Session, parts: ConversationParts) {
    this.#session = session;
    this.#parts = parts;
    this.#commands = new RateLimit(parts.machineClock, commandsPerSecond, 2 * commandsPerSecond);
    this.#subscribes = new RateLimit(parts.machineClock, subscribesPerSecond, 2 * subscribesPerSecond);
  }

  /** Answers with the whole picture; `follow` is called in the same turn, so that no delta after it is missed. */
  subscribe(answer: (message: unknown) => void, follow: () => void): void {
    if (!this.#subscribes.take()) return answer({ answer: 'refused', reason: 'RateLimited' });
    this.#parts.engine.subscribe({
      audience: this.#audience(),
      answer: (snapshot) => {
        answer({ answer: 'snapshot', snapshot });
        follow();
      },
    });
  }

  command(input: unknown, answer: (acknowledgement: Acknowledgement) => void): void {
    const { machineClock, onAnswered, onRefused } = this.#parts;
    const arrivedMs = machineClock.nowMs();
    const refuse = (rejection: Rejection, path = '') => {
      onRefused({ audience: this.#audience(), reason: rejection.reason, path });
      answer({ answer: 'rejected', rejection });
    };
    if (!this.#commands.take()) {
      // No rejection: this may be a resend of what was done already, and a rejection would be final.
      onRefused({ audience: this.#audience(), reason: 'RateLimited', path: '' });
      return answer({ answer: 'fault', fault: 'overloaded' });
    }
    if (claimedVersionOf(input) !== protocolVersion) return refuse({ reason: 'UnsupportedVersion' });
    const envelope = parse(commandEnvelopeSchema, input);
    if (!envelope.isValid) {
      const { path, problem } = envelope;
      return refuse({ reason: 'Malformed', path, problem }, path);
    }
    const { type } = envelope.value.command;
    this.#ask(envelope.value, arrivedMs, (acknowledgement) => {
      answer(acknowledgement);
      onAnswered({ type, ackMs: milliseconds(machineClock.nowMs() - arrivedMs) });
    });
  }

  #audience(): Audience {
    return this.#session.device.kind;
  }

  /** May this device ask that? If so the engine answers, else the refusal does. */
  #ask(
    { commandId, ageMs, command }: CommandEnvelope,
    arrivedMs: DurationMs,
    answer: (acknowledgement: Acknowledgement) => void,
  ): void {
    const { engine, identify, machineClock, onFault, onRefused } = this.#parts;
    const submit = (authorised: Authorised): void => {
      if (!authorised.isAllowed) {
        onRefused({ audience: this.#audience(), reason: authorised.rejection.reason, path: '' });
        return answer({ answer: 'rejected', rejection: authorised.rejection });
      }
      const age = milliseconds(ageMs + machineClock.nowMs() - arrivedMs);
      engine.submit({ commandId, ageMs: age, actor: authorised.actor, command: authorised.command, answer });
    };
    const authorised = authorise(this.#session, command, () => engine.query(({ state }) => state), identify);
    if (authorised instanceof Promise) {
      authorised.then(submit, (error: unknown) => {
        onFault(error);
        answer({ answer: 'fault', fault: 'bug' });
      });
    } else {
      submit(authorised);
    }
  }
}
