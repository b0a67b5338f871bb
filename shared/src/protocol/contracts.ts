import type { z } from 'zod/mini';
import {
  type BoardEvent,
  type BoardView,
  boardEventSchema,
  boardViewSchema,
  emptyBoardView,
  foldBoardView,
} from '../views/boardView.ts';
import {
  type CounterEvent,
  type CounterView,
  counterEventSchema,
  counterViewSchema,
  emptyCounterView,
} from '../views/counterView.ts';
import { foldCounterView } from '../views/foldCounterView.ts';
import {
  emptyKioskView,
  foldKioskView,
  type KioskEvent,
  type KioskView,
  kioskEventSchema,
  kioskViewSchema,
} from '../views/kioskView.ts';
import {
  type BoardFigures,
  boardFiguresSchema,
  type CounterFigures,
  counterFiguresSchema,
  type KioskFigures,
  kioskFiguresSchema,
} from './figures.ts';
import {
  type Audience,
  type Delta,
  deltaSchemaOf,
  type Snapshot,
  type SubscriptionRefusal,
  subscriptionSchemaOf,
} from './messages.ts';
import { type Parsed, parse } from './parse.ts';

export type Subscription<View, Figures> =
  | { readonly answer: 'snapshot'; readonly snapshot: Snapshot<View, Figures> }
  | { readonly answer: 'refused'; readonly reason: SubscriptionRefusal };

/** Everything that one audience's screen and its server agree on: how a picture starts, changes and is read. */
export type AudienceContract<View, Event, Figures> = {
  readonly audience: Audience;
  readonly emptyView: View;
  readonly fold: (view: View, events: readonly Event[]) => View;
  readonly parseDelta: (input: unknown) => Parsed<Delta<Event>>;
  readonly parseFigures: (input: unknown) => Parsed<Figures>;
  readonly parseSubscription: (input: unknown) => Parsed<Subscription<View, Figures>>;
  readonly parseView: (input: unknown) => Parsed<View>;
};

function contractOf<View, Event, Figures>(
  audience: Audience,
  fold: (view: View, events: readonly Event[]) => View,
  emptyView: View,
  schemas: {
    readonly view: z.ZodMiniType<View>;
    readonly event: z.ZodMiniType<Event>;
    readonly figures: z.ZodMiniType<Figures>;
  },
): AudienceContract<View, Event, Figures> {
  const delta = deltaSchemaOf(schemas.event);
  const subscription = subscriptionSchemaOf(schemas.view, schemas.figures);
  return {
    audience,
    emptyView,
    fold,
    parseDelta: (input) => parse(delta, input),
    parseFigures: (input) => parse(schemas.figures, input),
    parseSubscription: (input) => parse(subscription, input),
    parseView: (input) => parse(schemas.view, input),
  };
}

export const boardContract: AudienceContract<BoardView, BoardEvent, BoardFigures> = contractOf<
  BoardView,
  BoardEvent,
  BoardFigures
>('display', foldBoardView, emptyBoardView, {
  view: boardViewSchema,
  event: boardEventSchema,
  figures: boardFiguresSchema,
});

export const kioskContract: AudienceContract<KioskView, KioskEvent, KioskFigures> = contractOf<
  KioskView,
  KioskEvent,
  KioskFigures
>('kiosk', foldKioskView, emptyKioskView, {
  view: kioskViewSchema,
  event: kioskEventSchema,
  figures: kioskFiguresSchema,
});

export const counterContract: AudienceContract<CounterView, CounterEvent, CounterFigures> = contractOf<
  CounterView,
  CounterEvent,
  CounterFigures
>('counter', foldCounterView, emptyCounterView, {
  view: counterViewSchema,
  event: counterEventSchema,
  figures: counterFiguresSchema,
});
