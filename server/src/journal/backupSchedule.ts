import {
  type Alarm,
  assert,
  type BusinessClock,
  type DurationMs,
  type Instant,
  type MachineClock,
  milliseconds,
  minutes,
} from '@okienko/shared';
import type { BackupOutcome, BackupRun } from './backupRun.ts';
import { JournalRefusal } from './journalRefusal.ts';

export type BackupScheduleParts = {
  readonly every: DurationMs;
  /** When the newest good backup in the folder was made; throws a JournalRefusal where the folder cannot be read. */
  readonly newest: () => Instant | null;
  readonly run: (at: Instant) => BackupRun;
  readonly machineClock: MachineClock;
  /** Real time, which names the backups, also where the branch's own clock runs faster. */
  readonly wallClock: BusinessClock;
  /** The branch's time, in which staff read since when. */
  readonly businessClock: BusinessClock;
  readonly onOutcome: (outcome: BackupOutcome) => void;
};

/** A start has better things to do, and a server that is started again and again must not back up each time. */
const firstAfter = minutes(1);
/** A failed backup is tried again before the next one is due: a stick that was pulled out may be back. */
const retryAfter = minutes(5);

/** Backs up every so often, one at a time, counted from the newest good backup that is there at the start. */
export class BackupSchedule {
  readonly #parts: BackupScheduleParts;
  #newest: Instant | null = null;
  #failure: { readonly since: Instant; readonly problem: string } | null = null;
  #running: BackupRun | null = null;
  #cancelTimer: () => void = () => undefined;
  #isStopped = false;

  constructor(parts: BackupScheduleParts) {
    this.#parts = parts;
  }

  /** Sets the first backup on the clock: as soon as it is due, and not within the first minute. */
  start(): void {
    this.#readNewest();
    const age = this.#age() ?? this.#parts.every;
    this.#after(milliseconds(Math.max(firstAfter, this.#parts.every - age)));
  }

  /** What staff must know: that there is no newer backup, since when and why. */
  alarms(): readonly Alarm[] {
    return this.#failure === null ? [] : [{ kind: 'backupFailed', ...this.#failure }];
  }

  /** The age of the newest good backup in seconds; null where there is none. */
  ageSeconds(): number | null {
    const age = this.#age();
    return age === null ? null : age / 1_000;
  }

  /** Ends a backup that is on its way, and makes none any more. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#cancelTimer();
    await this.#running?.cancel();
  }

  #readNewest(): void {
    try {
      this.#newest = this.#parts.newest();
    } catch (error) {
      if (!(error instanceof JournalRefusal)) throw error;
      this.#take({ result: 'failed', problem: error.message });
    }
  }

  #age(): number | null {
    return this.#newest === null ? null : Math.max(0, this.#parts.wallClock.now() - this.#newest);
  }

  #after(delay: DurationMs): void {
    this.#cancelTimer = this.#parts.machineClock.schedule(delay, () => this.#begin());
  }

  #begin(): void {
    assert(this.#running === null, 'one backup at a time');
    this.#running = this.#parts.run(this.#parts.wallClock.now());
    void this.#running.outcome.then((outcome) => this.#end(outcome));
  }

  #end(outcome: BackupOutcome): void {
    this.#running = null;
    if (this.#isStopped) return;
    this.#take(outcome);
    this.#after(milliseconds(outcome.result === 'done' ? this.#parts.every : Math.min(this.#parts.every, retryAfter)));
  }

  #take(outcome: BackupOutcome): void {
    if (outcome.result === 'done') {
      this.#newest = outcome.at;
      this.#failure = null;
    } else {
      const since = this.#failure?.since ?? this.#parts.businessClock.now();
      this.#failure = { since, problem: outcome.problem };
    }
    this.#parts.onOutcome(outcome);
  }
}
