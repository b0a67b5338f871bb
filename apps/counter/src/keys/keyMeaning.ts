import {
  assertNever,
  type ClientCommand,
  isCounterActionAllowed,
  isTicketActionAllowed,
  type OutcomeId,
  type ReplicaState,
  type PrinterId,
  type TicketAction,
  type TicketId,
} from '@okienko/shared';
import { usualPrinterOf } from '../desk/copyOrder.ts';
import type { CurrentTicket, Desk, MissedTicket, WaitingTicket } from '../desk/findDesk.ts';

/** Why a key rests: the words beside it say so. */
export type RestReason =
  | 'notLive'
  | 'notWritable'
  | 'pending'
  | 'panelOpen'
  | 'nobodyWaiting'
  | 'needsTicket'
  | 'needsCall'
  | 'needsService'
  | 'visitOpen'
  | 'outcomeRequired'
  | 'onBreak'
  | 'needsRoom'
  | 'printing'
  | 'noPrinter';

/** A place on the page that takes the list's room, or asks before a cancel. */
export type Panel = 'break' | 'signOff' | 'cancelCurrent' | 'printer';

/** What one key does now: a command, a panel, the question which printer takes a ticket's copy, or nothing and why. */
export type KeyMeaning =
  | { readonly kind: 'sends'; readonly command: ClientCommand }
  | { readonly kind: 'opens'; readonly panel: Exclude<Panel, 'printer'> }
  | { readonly kind: 'asksPrinter'; readonly ticketId: TicketId }
  | { readonly kind: 'rests'; readonly why: RestReason };

/** A ticket that a clerk may act on: at the counter, in the list, or missed. */
export type TicketInSight = CurrentTicket | WaitingTicket | MissedTicket;

export type MainAction = 'callNext' | 'callNextClosing' | 'startService' | 'closeTicket' | 'resume';

export type KeyMeanings = {
  readonly main: { readonly action: MainAction; readonly identity: string; readonly meaning: KeyMeaning };
  readonly recall: KeyMeaning;
  readonly closeTicket: KeyMeaning;
  readonly noShow: KeyMeaning;
  readonly reprint: KeyMeaning;
  readonly cancel: KeyMeaning;
  readonly pause: KeyMeaning;
  readonly signOff: KeyMeaning;
};

/** All that decides about keys: the picture, how far it may be trusted, and what is open on the page. */
export type Situation = {
  readonly desk: Desk;
  readonly connection: ReplicaState<unknown, unknown>['connection'];
  readonly isWritable: boolean;
  readonly isSenderIdle: boolean;
  /** The outcome chosen for the current ticket; null is "no outcome". */
  readonly outcomeId: OutcomeId | null;
  readonly isPanelOpen: boolean;
  /** False in the strip, which has no place to ask in. */
  readonly hasRoomForPanels: boolean;
};

/**
 * What every key does now. Nothing is armed unless the picture is live, the journal can write and no press is on its
 * way; beyond that, only what the one table of allowed actions allows.
 */
export function keyMeaningsOf(situation: Situation): KeyMeanings {
  const action = mainActionOf(situation.desk);
  return {
    main: {
      action,
      identity: `${action}:${situation.desk.currentTicket?.ticketId ?? ''}`,
      meaning: unlessHeld(situation, () => mainMeaningOf(situation, action)),
    },
    recall: unlessHeld(situation, () => recallOf(situation)),
    closeTicket: unlessHeld(situation, () => closeOf(situation)),
    noShow: unlessHeld(situation, () => noShowOf(situation)),
    reprint: reprintCurrentOf(situation),
    cancel: unlessHeld(situation, () => cancelCurrentOf(situation)),
    pause: unlessHeld(situation, () => pauseOf(situation)),
    signOff: unlessHeld(situation, () => signOffOf(situation)),
  };
}

/** What `Wezwij` in the row of a waiting ticket does. */
export function callTicketMeaning(situation: Situation, ticket: WaitingTicket): KeyMeaning {
  return unlessHeld(situation, () => {
    const { desk } = situation;
    if (!isCounterActionAllowed(desk.counter.state, 'CallTicket')) return rests('onBreak');
    if (!isTicketActionAllowed(ticket.state, 'CallTicket')) return rests('nobodyWaiting');
    const replacing = replacingOf(situation);
    if (typeof replacing === 'string') return rests(replacing);
    return sends({ type: 'CallTicket', ...on(desk, ticket), ...replacing });
  });
}

/** What `Przywróć` beside a missed ticket does: also while another visit is open, not during a break. */
export function reinstateMeaning(situation: Situation, ticket: MissedTicket): KeyMeaning {
  return unlessHeld(situation, () =>
    situation.desk.counter.state === 'open' && isTicketActionAllowed(ticket.state, 'ReinstateTicket')
      ? sends({ type: 'ReinstateTicket', ...on(situation.desk, ticket) })
      : rests('onBreak'),
  );
}

/** What the confirmed cancel of a waiting ticket does: also while another visit is open, not during a break. */
export function cancelWaitingMeaning(situation: Situation, ticket: WaitingTicket): KeyMeaning {
  return unlessHeld(situation, () =>
    situation.desk.counter.state === 'open' && isTicketActionAllowed(ticket.state, 'CancelTicket')
      ? sends({ type: 'CancelTicket', ...on(situation.desk, ticket) })
      : rests('onBreak'),
  );
}

/**
 * What `Drukuj kopię` does for any ticket of the picture: prints at once where the branch has one printer, asks which
 * one where it has several and the page has room to ask. One order at a time: two papers with one number are one too
 * many.
 */
export function reprintMeaning(situation: Situation, ticket: TicketInSight): KeyMeaning {
  const { desk, hasRoomForPanels } = situation;
  const printerId = usualPrinterOf(ticket, desk);
  if (printerId !== null && (desk.configuration.printers.length === 1 || !hasRoomForPanels))
    return reprintOnMeaning(situation, ticket, printerId);
  return unlessHeld(situation, () => {
    const rest = reprintRestOf(desk, ticket);
    if (rest !== null) return rests(rest);
    return printerId === null ? rests('noPrinter') : { kind: 'asksPrinter', ticketId: ticket.ticketId };
  });
}

/** What the order of a copy on this printer does. */
export function reprintOnMeaning(situation: Situation, ticket: TicketInSight, printerId: PrinterId): KeyMeaning {
  return unlessHeld(situation, () => {
    const { desk } = situation;
    const rest = reprintRestOf(desk, ticket);
    return rest === null ? sends({ type: 'ReprintTicket', ...on(desk, ticket), printerId }) : rests(rest);
  });
}

/** What holds every key of a screen, whatever it would do. */
export function heldBy(state: Pick<Situation, 'connection' | 'isWritable' | 'isSenderIdle'>): RestReason | null {
  if (state.connection !== 'live') return 'notLive';
  if (!state.isWritable) return 'notWritable';
  return state.isSenderIdle ? null : 'pending';
}

function unlessHeld(situation: Situation, meaning: () => KeyMeaning): KeyMeaning {
  const held = heldBy(situation);
  return held === null ? meaning() : rests(held);
}

function mainActionOf({ counter, currentTicket, configuration, waitingCount }: Desk): MainAction {
  if (counter.state === 'paused') return 'resume';
  if (currentTicket === null) return 'callNext';
  if (currentTicket.state === 'called') return 'startService';
  return configuration.counterRules.callNextClosesCurrent && waitingCount > 0 ? 'callNextClosing' : 'closeTicket';
}

function mainMeaningOf(situation: Situation, action: MainAction): KeyMeaning {
  const { desk } = situation;
  if (situation.isPanelOpen) return rests('panelOpen');
  switch (action) {
    case 'resume':
      return isCounterActionAllowed(desk.counter.state, 'ResumeCounter')
        ? sends({ type: 'ResumeCounter', counterId: desk.settings.id })
        : rests('onBreak');
    case 'callNext':
    case 'callNextClosing':
      return callNextOf(situation);
    case 'startService':
      return desk.currentTicket !== null && isTicketActionAllowed(desk.currentTicket.state, 'StartService')
        ? sends({ type: 'StartService', ...on(desk, desk.currentTicket) })
        : rests('needsCall');
    case 'closeTicket':
      return closeOf(situation);
    default:
      return assertNever(action);
  }
}

function callNextOf(situation: Situation): KeyMeaning {
  const { desk } = situation;
  if (!isCounterActionAllowed(desk.counter.state, 'CallNext')) return rests('onBreak');
  if (desk.waitingCount === 0) return rests('nobodyWaiting');
  const replacing = replacingOf(situation);
  if (typeof replacing === 'string') return rests(replacing);
  return sends({ type: 'CallNext', counterId: desk.settings.id, ...replacing });
}

/** What a call says of the ticket that it would end, or why there can be no call beside that ticket. */
function replacingOf({ desk, outcomeId }: Situation) {
  const { currentTicket, configuration } = desk;
  if (currentTicket === null) return { currentTicketId: null, outcomeId: null };
  const { callNextClosesCurrent, isOutcomeRequired } = configuration.counterRules;
  if (!callNextClosesCurrent || currentTicket.state !== 'serving') return 'visitOpen';
  if (isOutcomeRequired && outcomeId === null) return 'outcomeRequired';
  return { currentTicketId: currentTicket.ticketId, outcomeId };
}

function recallOf({ desk }: Situation): KeyMeaning {
  const allowed = currentIf(desk, 'RecallTicket', 'needsCall');
  return typeof allowed === 'string'
    ? rests(allowed)
    : sends({ type: 'RecallTicket', ...on(desk, allowed), seenCallCount: allowed.callCount });
}

function closeOf({ desk, outcomeId }: Situation): KeyMeaning {
  const allowed = currentIf(desk, 'CloseTicket', 'needsService');
  if (typeof allowed === 'string') return rests(allowed);
  if (desk.configuration.counterRules.isOutcomeRequired && outcomeId === null) return rests('outcomeRequired');
  return sends({ type: 'CloseTicket', ...on(desk, allowed), outcomeId });
}

function noShowOf({ desk }: Situation): KeyMeaning {
  const allowed = currentIf(desk, 'MarkNoShow', 'needsCall');
  return typeof allowed === 'string' ? rests(allowed) : sends({ type: 'MarkNoShow', ...on(desk, allowed) });
}

function cancelCurrentOf(situation: Situation): KeyMeaning {
  const allowed = currentIf(situation.desk, 'CancelTicket', 'needsCall');
  if (typeof allowed === 'string') return rests(allowed);
  return situation.hasRoomForPanels ? { kind: 'opens', panel: 'cancelCurrent' } : rests('needsRoom');
}

/** The confirmed cancel of the called ticket. */
export function cancelCurrentMeaning(situation: Situation): KeyMeaning {
  return unlessHeld(situation, () => {
    const allowed = currentIf(situation.desk, 'CancelTicket', 'needsCall');
    return typeof allowed === 'string'
      ? rests(allowed)
      : sends({ type: 'CancelTicket', ...on(situation.desk, allowed) });
  });
}

function reprintCurrentOf(situation: Situation): KeyMeaning {
  const { currentTicket } = situation.desk;
  return currentTicket === null
    ? unlessHeld(situation, () => rests('needsTicket'))
    : reprintMeaning(situation, currentTicket);
}

function reprintRestOf(desk: Desk, { state, print }: TicketInSight): RestReason | null {
  if (!isCounterActionAllowed(desk.counter.state, 'ReprintTicket')) return 'onBreak';
  if (!isTicketActionAllowed(state, 'ReprintTicket')) return 'needsTicket';
  return print !== null && print.outcome === null ? 'printing' : null;
}

function pauseOf({ desk, hasRoomForPanels }: Situation): KeyMeaning {
  if (desk.counter.state === 'paused') return sends({ type: 'ResumeCounter', counterId: desk.settings.id });
  if (desk.currentTicket !== null) return rests('visitOpen');
  if (!isCounterActionAllowed(desk.counter.state, 'PauseCounter')) return rests('onBreak');
  return hasRoomForPanels ? { kind: 'opens', panel: 'break' } : rests('needsRoom');
}

function signOffOf({ desk, hasRoomForPanels }: Situation): KeyMeaning {
  if (desk.currentTicket !== null) return rests('visitOpen');
  if (!isCounterActionAllowed(desk.counter.state, 'SignOffCounter')) return rests('onBreak');
  return hasRoomForPanels ? { kind: 'opens', panel: 'signOff' } : rests('needsRoom');
}

function currentIf({ currentTicket }: Desk, action: TicketAction, otherwise: RestReason) {
  if (currentTicket === null) return 'needsTicket';
  return isTicketActionAllowed(currentTicket.state, action) ? currentTicket : otherwise;
}

function on(desk: Desk, ticket: TicketInSight) {
  return { counterId: desk.settings.id, ticketId: ticket.ticketId, seenState: ticket.state };
}

function sends(command: ClientCommand): KeyMeaning {
  return { kind: 'sends', command };
}

function rests(why: RestReason): KeyMeaning {
  return { kind: 'rests', why };
}
