import { addDays, type CalendarDate, type Instant, type Seq } from '@okienko/shared';
import { configurationOf } from '../domain/branchState.ts';
import { type Journal, JournalFault, type StoredEvent } from '../journal/journal.ts';
import { type LiveState, snapshotText } from './liveState.ts';

/** Work on the journal beside its commits; it only helps later, so that what fails here is told and not fatal. */
export type UpkeepFault = { readonly kind: 'snapshotFailed' | 'retentionFailed'; readonly problem: string };

const snapshotEvery = 10_000;
/** Events removed in one pulse: a few milliseconds, so that no press waits for the past. */
const removedEachPulse = 2_000;

/** Keeps snapshots for a fast start and the ends of days to cut at, and removes the days past their retention. */
export class JournalUpkeep {
  readonly #journal: Journal;
  readonly #report: (fault: UpkeepFault) => void;
  #snapshotSeq: Seq;
  #due: { readonly before: CalendarDate; readonly keptDays: number } | null = null;

  constructor(journal: Journal, headSeq: Seq, report: (fault: UpkeepFault) => void) {
    this.#journal = journal;
    this.#report = report;
    this.#snapshotSeq = journal.newestSnapshot()?.seq ?? headSeq;
  }

  /**
   * After a commit, with the state as it is then. Where its newest event began a day, that state is small and a place
   * at which the journal may be cut later.
   *
   * The days kept are counted from the day that ended and not from today, and so many ended days stay whatever their
   * dates: a clock that leaps years ahead, also for a night, must not take the history with it.
   */
  committed(stored: readonly StoredEvent[], live: LiveState): void {
    const newest = stored.at(-1);
    const ended = stored.find(({ event }) => event.type === 'BusinessDayEnded')?.event;
    if (newest?.event.type !== 'BusinessDayStarted' || ended?.type !== 'BusinessDayEnded') return;
    const { businessDate } = ended;
    const snapshot = { seq: newest.seq, text: snapshotText(live) };
    this.#attempt('snapshotFailed', () => this.#journal.saveDayEnd({ businessDate, at: newest.metadata.at, snapshot }));
    const { retentionDays } = configurationOf(live.state).branch;
    this.#due =
      retentionDays === undefined
        ? null
        : { before: addDays(businessDate, 1 - retentionDays), keptDays: retentionDays };
  }

  /** Once a second, while the journal takes writes. */
  pulse(live: LiveState, at: Instant): void {
    if (live.state.seq - this.#snapshotSeq >= snapshotEvery) this.saveSnapshot(live);
    const due = this.#due;
    if (due === null) return;
    // What fails is tried again after the next day's end, and not each second.
    this.#due = null;
    this.#attempt('retentionFailed', () => {
      if (this.#journal.remove({ ...due, at, rowLimit: removedEachPulse })) this.#due = due;
    });
  }

  /** Without room for it the branch works on, and the next one is tried after as many events again. */
  saveSnapshot(live: LiveState): void {
    const { seq } = live.state;
    this.#snapshotSeq = seq;
    this.#attempt('snapshotFailed', () => this.#journal.saveSnapshot({ seq, text: snapshotText(live) }));
  }

  #attempt(kind: UpkeepFault['kind'], task: () => void): void {
    try {
      task();
    } catch (error) {
      if (!(error instanceof JournalFault)) throw error;
      this.#report({ kind, problem: error.message });
    }
  }
}
