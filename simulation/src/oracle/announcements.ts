import type { JournalId } from '@okienko/shared';

/** When a display knew the newest picture, in world milliseconds; `untilMs` is null while it still does. */
type Watch = { readonly journalId: JournalId; readonly fromMs: number; untilMs: number | null };
/** One announcement in a journal and how long its call stood. */
type Standing = {
  readonly journalId: JournalId;
  readonly number: number;
  readonly fromMs: number;
  untilMs: number | null;
};

/** The longest that one call keeps the large place while others wait. */
const holdMs = 8_000;
/** From a commit to the display that hears it, and the step that shows it. */
const deliveryMs = 6_000;

/** Judges what one display announced: each call at most once, in order, and every one that still stood in its turn. */
export class AnnouncementJudge {
  readonly #watches: Watch[] = [];
  readonly #announced: { readonly journalId: JournalId; readonly number: number }[] = [];

  /** The display announces; in words what is wrong with it, or null. */
  announce(journalId: JournalId, number: number): string | null {
    const earlier = this.#announced.filter((each) => each.journalId === journalId);
    this.#announced.push({ journalId, number });
    if (earlier.some((each) => each.number === number)) return `announcement ${number} was spoken twice`;
    const newest = Math.max(0, ...earlier.map((each) => each.number));
    return number < newest ? `announcement ${number} was spoken after ${newest}` : null;
  }

  /** The display has, or no longer has, the newest picture of a journal. */
  watch(journalId: JournalId | null, nowMs: number): void {
    const last = this.#watches.at(-1);
    const isSame = last?.untilMs === null && last.journalId === journalId;
    if (isSame) return;
    if (last?.untilMs === null) last.untilMs = nowMs;
    if (journalId !== null) this.#watches.push({ journalId, fromMs: nowMs, untilMs: null });
  }

  /** What the display should have announced by now and did not, in words, or null. */
  missing(standings: readonly Standing[], nowMs: number): string | null {
    for (const standing of standings) {
      const { journalId, number, fromMs } = standing;
      // Everybody who was called shortly before may stand in front of it.
      const ahead = standings.filter(
        (other) => other.journalId === journalId && other.number < number && other.fromMs > fromMs - 20 * holdMs,
      );
      const dueMs = fromMs + (ahead.length + 1) * holdMs + deliveryMs;
      const stoodLongEnough = (standing.untilMs ?? nowMs) >= dueMs;
      const isWatched = this.#watches.some(
        (watch) => watch.journalId === journalId && watch.fromMs < fromMs && (watch.untilMs ?? nowMs) >= dueMs,
      );
      const isAnnounced = this.#announced.some((each) => each.journalId === journalId && each.number === number);
      if (stoodLongEnough && isWatched && !isAnnounced) return `announcement ${number} was never spoken`;
    }
    return null;
  }
}

/** The announcements of a world and how long each call stood, in every journal that it had. */
export class StandingCalls {
  readonly #standings: (Standing & { readonly ticketId: string })[] = [];

  all(): readonly Standing[] {
    return this.#standings;
  }

  called(journalId: JournalId, ticketId: string, number: number, nowMs: number): void {
    this.ended(ticketId, nowMs);
    this.#standings.push({ journalId, ticketId, number, fromMs: nowMs, untilMs: null });
  }

  ended(ticketId: string, nowMs: number): void {
    for (const standing of this.#standings) {
      if (standing.ticketId === ticketId && standing.untilMs === null) standing.untilMs = nowMs;
    }
  }

  /** Another journal, or a new day: nobody stands called any more. */
  allEnded(nowMs: number): void {
    for (const standing of this.#standings) standing.untilMs ??= nowMs;
  }
}
