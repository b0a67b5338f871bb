import { type Acknowledgement, ageLimitMs, type CommandEnvelope, type ClientCommand } from '@okienko/shared';
import type { Hall } from './hall.ts';

/** What the hall looked like when a command acted. */
type Moment = {
  readonly atMs: number;
  readonly states: ReadonlyMap<string, string>;
  readonly current: ReadonlyMap<string, string | null>;
};

/** How many commands' moments are kept: an answer that was lost comes again within seconds. */
const keptMoments = 400;

/** Every command that was answered: what it saw must have been true when it acted, and no answer may change. */
export class CommandBook {
  readonly #moments = new Map<string, Moment>();
  readonly #answers = new Map<string, 'accepted' | 'rejected'>();

  /** A command is about to act on this hall. */
  act(commandId: string, hall: Hall, atMs: number): void {
    const states = new Map([...hall.tickets].map(([ticketId, { state }]) => [ticketId, state]));
    const current = new Map([...hall.counters].map(([counterId, { ticketId }]) => [counterId, ticketId]));
    this.#moments.set(commandId, { atMs, states, current });
    for (const oldest of this.#moments.keys()) {
      if (this.#moments.size <= keptMoments) break;
      this.#moments.delete(oldest);
    }
  }

  /** A server forgets its rejections when it ends, and what a restore threw away never was. */
  forget(isGone: (commandId: string, answer: 'accepted' | 'rejected') => boolean): void {
    for (const [commandId, answer] of this.#answers) if (isGone(commandId, answer)) this.#answers.delete(commandId);
  }

  /** Whether this id was answered before. */
  isKnown(commandId: string): boolean {
    return this.#answers.has(commandId);
  }

  /** An answer is about to leave; in words what is wrong with it, or null. */
  answer({ commandId, ageMs, command }: CommandEnvelope, { answer }: Acknowledgement, nowMs: number): string | null {
    if (answer === 'fault') return null;
    const before = this.#answers.get(commandId);
    this.#answers.set(commandId, answer);
    if (before !== undefined)
      return before === answer ? null : `the answer to ${command.type} was ${before} and is ${answer}`;
    if (answer === 'rejected') return null;
    const moment = this.#moments.get(commandId);
    if (moment === undefined) return null;
    // It may have acted long before this answer, where the one before was lost.
    const ageWhenActedMs = ageMs - (nowMs - moment.atMs);
    const isCall = command.type === 'IssueTicket' || command.type === 'CallNext';
    const limitMs = isCall ? ageLimitMs.customer : ageLimitMs.clerk;
    if (ageWhenActedMs > limitMs) return `${command.type} acted ${ageWhenActedMs} ms after its press`;
    return this.#oldPicture(command, moment);
  }

  #oldPicture(command: ClientCommand, { states, current }: Moment): string | null {
    if ('seenState' in command) {
      const state = states.get(command.ticketId) ?? 'nowhere';
      if (state !== command.seenState) return `${command.type} saw a ticket ${command.seenState} that was ${state}`;
    }
    if ('currentTicketId' in command) {
      const held = current.get(command.counterId) ?? null;
      if (held !== command.currentTicketId) return `${command.type} saw another ticket at ${command.counterId}`;
    }
    return null;
  }
}
