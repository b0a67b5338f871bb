import { z } from 'zod/mini';
import {
  type AudienceContract,
  type BoardEvent,
  type BoardFigures,
  type BoardView,
  boardContract,
  boardViewSchema,
  type CounterEvent,
  type CounterFigures,
  type CounterView,
  counterContract,
  counterViewSchema,
  type KioskEvent,
  type KioskFigures,
  type KioskView,
  kioskContract,
  kioskViewSchema,
} from '@okienko/shared';
import type { Happening } from './happening.ts';
import { projectBoard } from './projectBoard.ts';
import { projectCounter } from './projectCounter.ts';
import { projectKiosk } from './projectKiosk.ts';

/** One audience's picture in the server: events wait here unfolded until somebody asks for the whole. */
class AudienceView<View, Event, Figures> {
  readonly #contract: AudienceContract<View, Event, Figures>;
  #view: View;
  #unfolded: Event[] = [];

  constructor(contract: AudienceContract<View, Event, Figures>) {
    this.#contract = contract;
    this.#view = contract.emptyView;
  }

  add(events: readonly Event[]): void {
    this.#unfolded.push(...events);
    // Bounded, so that a branch without a screen of this kind does not keep its whole day as events.
    if (this.#unfolded.length >= 1_000) this.view();
  }

  view(): View {
    if (this.#unfolded.length > 0) {
      this.#view = this.#contract.fold(this.#view, this.#unfolded);
      this.#unfolded = [];
    }
    return this.#view;
  }

  restore(view: View): void {
    this.#view = view;
    this.#unfolded = [];
  }
}

/** The wire events of one turn, for each audience. */
export type TurnEvents = {
  readonly display: readonly BoardEvent[];
  readonly kiosk: readonly KioskEvent[];
  readonly counter: readonly CounterEvent[];
};

/** What one event becomes for each audience: pure, and empty where an audience may not know. */
export function project(happening: Happening): TurnEvents {
  return { display: projectBoard(happening), kiosk: projectKiosk(happening), counter: projectCounter(happening) };
}

/**
 * The pictures of all audiences as the server holds them, made by the very folds that the screens run.
 *
 * They are plain values: `snapshot` goes into the journal beside the state, `restore` reads it back.
 */
export class AudienceViews {
  readonly #display = new AudienceView<BoardView, BoardEvent, BoardFigures>(boardContract);
  readonly #kiosk = new AudienceView<KioskView, KioskEvent, KioskFigures>(kioskContract);
  readonly #counter = new AudienceView<CounterView, CounterEvent, CounterFigures>(counterContract);

  add(events: TurnEvents): void {
    this.#display.add(events.display);
    this.#kiosk.add(events.kiosk);
    this.#counter.add(events.counter);
  }

  display(): BoardView {
    return this.#display.view();
  }

  kiosk(): KioskView {
    return this.#kiosk.view();
  }

  counter(): CounterView {
    return this.#counter.view();
  }

  snapshot(): ViewsSnapshot {
    return { display: this.display(), kiosk: this.kiosk(), counter: this.counter() };
  }

  restore(snapshot: ViewsSnapshot): void {
    this.#display.restore(snapshot.display);
    this.#kiosk.restore(snapshot.kiosk);
    this.#counter.restore(snapshot.counter);
  }
}

/** The pictures as a snapshot of the journal holds them; another version of the server may have written another form. */
export const viewsSnapshotSchema = z.object({
  display: boardViewSchema,
  kiosk: kioskViewSchema,
  counter: counterViewSchema,
});
export type ViewsSnapshot = { readonly display: BoardView; readonly kiosk: KioskView; readonly counter: CounterView };
