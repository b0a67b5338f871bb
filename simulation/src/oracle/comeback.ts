/** Silence on a cable is noticed after this long at most; then the device begins to look for the server again. */
const noticedAfterMs = 6_000;
/** The server is there, the network is well: a screen is live again after this and the way there and back. */
const backWithinMs = 2_000;

export type Life = {
  readonly isLive: boolean;
  /** Whether nothing is wrong with the device and its cable at this moment. */
  readonly isWell: boolean;
  /** How long the device has heard nothing, by its own clock. */
  readonly silentMs: number;
};

/** One device's promise to come back by itself, and not to call a picture live that nobody vouches for. */
export class Comeback {
  readonly #wayMs: number;
  #disturbedMs = -noticedAfterMs;

  /** @param wayMs the longest that a word is on its way, in milliseconds. */
  constructor(wayMs: number) {
    this.#wayMs = wayMs;
  }

  /** Something happened to the device or its cable just now. */
  disturb(nowMs: number): void {
    this.#disturbedMs = nowMs;
  }

  /** What is wrong with a screen that is live or not, in words, or null. */
  judge({ isLive, isWell, silentMs }: Life, serverSinceMs: number | null, nowMs: number): string | null {
    if (!isWell) this.disturb(nowMs);
    if (isLive) return silentMs <= 5_000 ? null : `is live after ${Math.round(silentMs)} ms of silence`;
    if (serverSinceMs === null) return null;
    const dueMs = Math.max(serverSinceMs, this.#disturbedMs + noticedAfterMs) + backWithinMs + 2 * this.#wayMs;
    return nowMs <= dueMs ? null : `is not back ${Math.round(nowMs - dueMs)} ms after it should be`;
  }
}
