import type { Epoch, JournalId, Seq } from '../base/ids.ts';
import { type DurationMs, type Instant, instantOf, type MachineClock, milliseconds } from '../base/time.ts';
import type { AudienceContract, Subscription } from '../protocol/contracts.ts';
import { type Delta, type Heartbeat, heartbeatSchema, type SubscriptionRefusal } from '../protocol/messages.ts';
import { type Parsed, parse } from '../protocol/parse.ts';
import { staleAfterMs } from '../protocol/version.ts';
import type { Transport } from './transport.ts';

export type Position = { readonly journalId: JournalId; readonly epoch: Epoch; readonly seq: Seq };

/** What a screen knows, and how far it may trust it. */
export type ReplicaState<View, Figures> = {
  /** `reconnecting` is the first seconds of a loss: nothing is armed, nothing is announced yet. */
  readonly connection: 'connecting' | 'live' | 'reconnecting' | 'stale' | 'refused';
  readonly refusal: SubscriptionRefusal | null;
  readonly view: View;
  readonly figures: Figures | null;
  readonly position: Position | null;
  readonly isWritable: boolean;
  /** Business time of the last proof of life: what a stale screen names in "no connection since". */
  readonly lastHeartbeatAt: Instant | null;
  /** Business milliseconds in a real one, as the server last said: 1, or more in a replay. */
  readonly clockRate: number;
};

export type Replica<View, Figures> = {
  readonly state: () => ReplicaState<View, Figures>;
  /** Calls `listener` after each change; the result stops it. */
  readonly onChange: (listener: () => void) => () => void;
  /** Server time carried on from the last heartbeat at the server's clock rate; null before the first. */
  readonly now: () => Instant | null;
  readonly close: () => void;
};

/** How long to wait before a snapshot is asked for again after none came. */
const retryDelayMs = milliseconds(500);

type Parts<View, Event, Figures> = {
  readonly contract: AudienceContract<View, Event, Figures>;
  readonly transport: Transport;
  readonly machineClock: MachineClock;
};

/**
 * Keeps one audience's picture equal to the server's: a snapshot, then deltas without a gap.
 *
 * A message that does not parse, a gap, another epoch or journal: the whole picture is asked for again. A message that
 * was seen already changes nothing.
 */
export function createReplica<View, Event, Figures>(parts: Parts<View, Event, Figures>): Replica<View, Figures> {
  return new FollowingReplica(parts);
}

class FollowingReplica<View, Event, Figures> implements Replica<View, Figures> {
  readonly #parts: Parts<View, Event, Figures>;
  readonly #listeners = new Set<() => void>();
  #state: ReplicaState<View, Figures>;
  #isSubscribing = false;
  #isClosed = false;
  #lastBeat: { readonly heartbeat: Heartbeat; readonly receivedAtMs: DurationMs } | null = null;
  #cancelStaleTimer: (() => void) | null = null;
  #cancelRetry: (() => void) | null = null;

  constructor(parts: Parts<View, Event, Figures>) {
    this.#parts = parts;
    this.#state = {
      connection: 'connecting',
      refusal: null,
      view: parts.contract.emptyView,
      figures: null,
      position: null,
      isWritable: false,
      lastHeartbeatAt: null,
      clockRate: 1,
    };
    parts.transport.listen({
      connected: () => this.#resubscribe(),
      disconnected: () => {
        if (this.#state.connection === 'live') this.#change({ connection: 'reconnecting' });
      },
      delta: (message) => this.#take(parts.contract.parseDelta(message), (delta) => this.#takeDelta(delta)),
      heartbeat: (message) => this.#take(parse(heartbeatSchema, message), (beat) => this.#takeHeartbeat(beat)),
      figures: (message) => this.#take(parts.contract.parseFigures(message), (figures) => this.#change({ figures })),
    });
  }

  state(): ReplicaState<View, Figures> {
    return this.#state;
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  now(): Instant | null {
    if (this.#lastBeat === null) return null;
    const { heartbeat, receivedAtMs } = this.#lastBeat;
    const elapsedMs = this.#parts.machineClock.nowMs() - receivedAtMs;
    return instantOf(heartbeat.now + elapsedMs * heartbeat.clockRate);
  }

  close(): void {
    this.#isClosed = true;
    this.#cancelStaleTimer?.();
    this.#cancelRetry?.();
    this.#listeners.clear();
    this.#parts.transport.close();
  }

  #take<Message>(parsed: Parsed<Message>, consume: (message: Message) => void): void {
    if (parsed.isValid) consume(parsed.value);
    else this.#resubscribe();
  }

  #change(changes: Partial<ReplicaState<View, Figures>>): void {
    this.#state = { ...this.#state, ...changes };
    for (const listener of this.#listeners) listener();
  }

  #resubscribe(): void {
    if (this.#isSubscribing || this.#isClosed || !this.#parts.transport.isConnected()) return;
    this.#isSubscribing = true;
    this.#cancelRetry?.();
    void this.#parts.transport.subscribe().then((answer) => {
      this.#isSubscribing = false;
      if (this.#isClosed) return;
      const parsed = answer.kind === 'answered' ? this.#parts.contract.parseSubscription(answer.message) : null;
      if (parsed?.isValid === true) this.#takeSubscription(parsed.value);
      else this.#retryAfter(retryDelayMs);
    });
  }

  #retryAfter(delayMs: DurationMs): void {
    this.#cancelRetry = this.#parts.machineClock.schedule(delayMs, () => this.#resubscribe());
  }

  #takeSubscription(subscription: Subscription<View, Figures>): void {
    if (subscription.answer === 'refused') {
      // Who is refused hears no heartbeat: "no connection" would hide the reason.
      this.#cancelStaleTimer?.();
      this.#change({ connection: 'refused', refusal: subscription.reason });
      this.#retryAfter(milliseconds(staleAfterMs));
      return;
    }
    const { journalId, epoch, seq, view, figures, heartbeat } = subscription.snapshot;
    this.#beat(heartbeat);
    this.#change({
      connection: 'live',
      refusal: null,
      view,
      figures,
      position: { journalId, epoch, seq },
      isWritable: heartbeat.isWritable,
      lastHeartbeatAt: heartbeat.now,
      clockRate: heartbeat.clockRate,
    });
  }

  #takeDelta(delta: Delta<Event>): void {
    const { position, view } = this.#state;
    if (position === null) return;
    const isSameRun = delta.journalId === position.journalId && delta.epoch === position.epoch;
    if (isSameRun && delta.toSeq <= position.seq) return;
    if (!isSameRun || delta.fromSeq !== position.seq + 1) {
      this.#resubscribe();
      return;
    }
    this.#change({
      view: this.#parts.contract.fold(view, delta.events),
      position: { ...position, seq: delta.toSeq },
    });
  }

  #takeHeartbeat(heartbeat: Heartbeat): void {
    const { position } = this.#state;
    this.#beat(heartbeat);
    const { isWritable, clockRate, now: lastHeartbeatAt } = heartbeat;
    const beat = { isWritable, clockRate, lastHeartbeatAt };
    const isCurrent =
      position !== null &&
      position.journalId === heartbeat.journalId &&
      position.epoch === heartbeat.epoch &&
      position.seq >= heartbeat.seq;
    if (!isCurrent) this.#resubscribe();
    this.#change(isCurrent ? { connection: 'live', ...beat } : beat);
  }

  #beat(heartbeat: Heartbeat): void {
    const { machineClock } = this.#parts;
    this.#lastBeat = { heartbeat, receivedAtMs: machineClock.nowMs() };
    this.#cancelStaleTimer?.();
    this.#cancelStaleTimer = machineClock.schedule(milliseconds(staleAfterMs), () =>
      this.#change({ connection: 'stale' }),
    );
  }
}
