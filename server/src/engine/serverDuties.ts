import {
  addDays,
  businessDateOf,
  type CalendarDate,
  type Command,
  type CommandId,
  durationBetween,
  idSchemas,
  type Instant,
  instantAt,
  type LocalTime,
  milliseconds,
  minutes,
} from '@okienko/shared';
import { type BranchState, configurationOf } from '../domain/branchState.ts';
import type { ClockReading } from './clockWatch.ts';
import type { CommandRequest } from './engineRequest.ts';

/** The device that the server's own commands are recorded under. */
export const serverDevice = idSchemas.device.parse('server');

/** A wall this much behind the newest event stands still; further back it is corrected, as an event of its own. */
const toleratedMs = minutes(2);

/**
 * What the server itself must do before any other command of a turn: correct the clock, end the day.
 *
 * A branch without its first configuration has neither a time zone nor a day, so nothing is due.
 */
export class ServerDuties {
  readonly #newId: () => string;
  /** The end of the running day, kept because a time zone is asked once a day and not once a turn. */
  #rollover: { readonly dayAndRules: string; readonly at: Instant } | null = null;

  constructor(newId: () => string) {
    this.#newId = newId;
  }

  /** The requests that go before the turn's own, in order. */
  due(state: BranchState, clock: ClockReading): readonly CommandRequest[] {
    if (state.configuration === null) return [];
    const requests: CommandRequest[] = [];
    if (durationBetween(clock.wallNow, state.lastAt) > toleratedMs) {
      const command: Command = { type: 'CorrectClock', from: state.lastAt, to: clock.wallNow };
      requests.push(ownRequest(idSchemas.command.parse(`clock:${this.#newId()}`), command));
    }
    const startingDate = this.#dayToStart(state, clock.dayNow);
    if (startingDate !== null) {
      const endingDate = state.businessDate;
      const id = idSchemas.command.parse(`day-end:${endingDate ?? `before-${startingDate}`}`);
      requests.push(ownRequest(id, { type: 'EndDay', endingDate, startingDate }));
    }
    return requests;
  }

  /** The day to start, where `now` has reached the rollover of the running one; a clock set back starts none. */
  #dayToStart(state: BranchState, now: Instant): CalendarDate | null {
    const { timeZone, dayRollover } = configurationOf(state).branch;
    const { businessDate } = state;
    if (businessDate !== null && now < this.#endOf(businessDate, timeZone, dayRollover)) return null;
    const today = businessDateOf(now, timeZone, dayRollover);
    return businessDate === null || today > businessDate ? today : null;
  }

  #endOf(date: CalendarDate, timeZone: string, rollover: LocalTime): Instant {
    const dayAndRules = `${date} ${timeZone} ${rollover}`;
    if (this.#rollover?.dayAndRules !== dayAndRules) {
      this.#rollover = { dayAndRules, at: instantAt(addDays(date, 1), rollover, timeZone) };
    }
    return this.#rollover.at;
  }
}

/** A command of the server's own: nobody presses it, so it has no age and its answer is its events. */
export function ownRequest(
  commandId: CommandId,
  command: Command,
  answer: CommandRequest['answer'] = () => undefined,
): CommandRequest {
  const actor = { deviceId: serverDevice, clerkId: null };
  return { commandId, ageMs: milliseconds(0), actor, command, answer };
}
