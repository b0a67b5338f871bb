import { type Acknowledgement, type Command, type DurationMs, type MachineClock, milliseconds } from '@okienko/shared';
import type { CommandRequest } from './engineRequest.ts';

/** What one turn of the engine did and how long it took on the machine clock, told after its commit. */
export type TurnObservation = {
  /** Every answer given since the turn before, answers to resends included. */
  readonly answers: readonly TurnAnswer[];
  /** The synced write of the turn's events; null where the turn wrote nothing or could not. */
  readonly commitMs: DurationMs | null;
  /** From the first command decided to the last message handed over. */
  readonly turnMs: DurationMs;
};

export type TurnAnswer = { readonly type: Command['type']; readonly acknowledgement: Acknowledgement };

/** Answers requests and keeps what `onTurn` is told of a turn; it measures and changes nothing. */
export class TurnMeter {
  readonly #clock: MachineClock;
  readonly #onTurn: (turn: TurnObservation) => void;
  #answers: TurnAnswer[] = [];
  #beganMs: DurationMs;
  #commitMs: DurationMs | null = null;

  constructor(clock: MachineClock, onTurn: (turn: TurnObservation) => void) {
    this.#clock = clock;
    this.#onTurn = onTurn;
    this.#beganMs = clock.nowMs();
  }

  begin(): void {
    this.#beganMs = this.#clock.nowMs();
    this.#commitMs = null;
  }

  /** Runs the write of a turn; one that throws has no duration. */
  timeCommit(write: () => void): void {
    const beganMs = this.#clock.nowMs();
    write();
    this.#commitMs = milliseconds(this.#clock.nowMs() - beganMs);
  }

  answer(request: CommandRequest, acknowledgement: Acknowledgement): void {
    this.#answers.push({ type: request.command.type, acknowledgement });
    request.answer(acknowledgement);
  }

  end(): void {
    const answers = this.#answers;
    this.#answers = [];
    const turnMs = milliseconds(this.#clock.nowMs() - this.#beganMs);
    this.#onTurn({ answers, commitMs: this.#commitMs, turnMs });
  }
}
