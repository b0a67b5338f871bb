import {
  type CommandSender,
  type DurationMs,
  type KioskFigures,
  type KioskView,
  type MachineClock,
  milliseconds,
  type Replica,
  type SenderState,
} from '@okienko/shared';
import { type Availability, availabilityOf } from './availability.ts';
import { advance, type Journey, type JourneyEvent, showTicket, startJourney } from './journey.ts';
import { defaultSettings } from './kioskSettings.ts';
import type { TicketKeeper } from './keptTicket.ts';
import { isPaperMissing, paperOf } from './paper.ts';

export type KioskState = { readonly journey: Journey; readonly availability: Availability };

/** The running kiosk: one journey, driven by touches, by the server and by time. */
export type KioskStore = {
  readonly state: () => KioskState;
  readonly onChange: (listener: () => void) => () => void;
  /** Takes one event; a `takePressed` that begins a ticket sends its command, a second one does nothing. */
  readonly dispatch: (event: JourneyEvent) => void;
  readonly close: () => void;
};

type Parts = {
  readonly replica: Pick<Replica<KioskView, KioskFigures>, 'state' | 'onChange'>;
  readonly sender: Pick<CommandSender, 'state' | 'onChange' | 'press'>;
  readonly machineClock: MachineClock;
  readonly keeper: TicketKeeper;
};

/** How often time is looked at, in milliseconds. */
const tickMs = milliseconds(250);

/** Starts the kiosk where it was left: with a press to settle, with a number to show, or at home. */
export function createKioskStore(parts: Parts): KioskStore {
  return new RunningKiosk(parts);
}

class RunningKiosk implements KioskStore {
  readonly #parts: Parts;
  readonly #listeners = new Set<() => void>();
  readonly #openedAtMs: DurationMs;
  readonly #stops: readonly (() => void)[];
  #state: KioskState;
  #pendingSinceMs: DurationMs | null;
  #lostSinceMs: DurationMs | null = null;
  #sender: SenderState;
  #cancelTick: () => void = () => undefined;

  constructor(parts: Parts) {
    const nowMs = parts.machineClock.nowMs();
    this.#parts = parts;
    this.#openedAtMs = nowMs;
    this.#sender = parts.sender.state();
    this.#pendingSinceMs = this.#sender.phase === 'pending' ? nowMs : null;
    this.#state = { journey: this.#firstJourney(nowMs), availability: this.#availability(nowMs) };
    const follow = () => {
      this.#look();
      this.#lookAtPaper();
    };
    this.#stops = [parts.replica.onChange(follow), parts.sender.onChange(() => this.#followSender())];
    this.#tick();
  }

  state(): KioskState {
    return this.#state;
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  dispatch(event: JourneyEvent): void {
    const wasTaking = this.#state.journey.step.at === 'taking';
    this.#advance(event);
    const { step } = this.#state.journey;
    if (wasTaking || step.at !== 'taking') return;
    if (!this.#parts.sender.press(step.command)) this.#advance({ type: 'notSent' });
  }

  close(): void {
    this.#cancelTick();
    for (const stop of this.#stops) stop();
    this.#listeners.clear();
  }

  #firstJourney(nowMs: DurationMs): Journey {
    const journey = startJourney(this.#sender, nowMs);
    const kept = journey.step.at === 'home' ? this.#parts.keeper.recall() : null;
    if (kept === null) return journey;
    const { ticket, language, leftMs } = kept;
    return { ...journey, settings: { ...defaultSettings, language }, step: showTicket(ticket, nowMs, leftMs) };
  }

  #tick(): void {
    this.#look();
    this.#advance({ type: 'ticked' });
    this.#cancelTick = this.#parts.machineClock.schedule(tickMs, () => this.#tick());
  }

  #followSender(): void {
    const earlier = this.#sender;
    this.#sender = this.#parts.sender.state();
    if (this.#sender.phase === 'pending') {
      if (earlier.phase !== 'pending') this.#pendingSinceMs = this.#parts.machineClock.nowMs();
      return;
    }
    this.#pendingSinceMs = null;
    const { lastSettled } = this.#sender;
    if (lastSettled !== null && lastSettled !== earlier.lastSettled) {
      this.#advance({ type: 'settled', settled: lastSettled });
    }
    this.#look();
  }

  /** Looks whether tickets can be given; the moment they cannot, the journey is told. */
  #look(): void {
    const availability = this.#availability(this.#parts.machineClock.nowMs());
    if (availability === this.#state.availability) return;
    this.#become({ ...this.#state, availability });
    if (availability === 'unavailable') this.#advance({ type: 'becameUnavailable' });
  }

  /** Looks whether the shown number is all that the customer has; the moment it is, the journey is told. */
  #lookAtPaper(): void {
    const { step } = this.#state.journey;
    if (step.at !== 'ticket' || step.isPaperMissing) return;
    const { prints } = this.#parts.replica.state().view;
    const paper = paperOf(step.ticket.printJobId, prints, step.printWait);
    if (isPaperMissing(paper)) this.#advance({ type: 'paperMissed' });
  }

  #availability(nowMs: DurationMs): Availability {
    const { connection, isWritable, view } = this.#parts.replica.state();
    const isLost = connection === 'stale' || connection === 'refused';
    this.#lostSinceMs = isLost ? (this.#lostSinceMs ?? nowMs) : null;
    return availabilityOf({
      connection,
      isWritable,
      hasConfiguration: view.configuration !== null,
      lostForMs: passed(this.#lostSinceMs, nowMs),
      openForMs: milliseconds(nowMs - this.#openedAtMs),
      pendingForMs: passed(this.#pendingSinceMs, nowMs),
    });
  }

  #advance(event: JourneyEvent): void {
    const { journey } = this.#state;
    const nowMs = this.#parts.machineClock.nowMs();
    const next = advance(journey, event, nowMs);
    if (next === journey) return;
    this.#keepTicket(journey, next, nowMs);
    this.#become({ ...this.#state, journey: next });
    this.#lookAtPaper();
  }

  #keepTicket(journey: Journey, next: Journey, nowMs: DurationMs): void {
    const { step, settings } = next;
    if (step.at === 'ticket') {
      const isNews = journey.step.at !== 'ticket' || journey.step.homeAtMs !== step.homeAtMs;
      if (isNews) this.#parts.keeper.keep(step.ticket, settings.language, milliseconds(step.homeAtMs - nowMs));
    } else if (journey.step.at === 'ticket') this.#parts.keeper.forget();
  }

  #become(state: KioskState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

function passed(sinceMs: DurationMs | null, nowMs: DurationMs): DurationMs | null {
  return sinceMs === null ? null : milliseconds(nowMs - sinceMs);
}
