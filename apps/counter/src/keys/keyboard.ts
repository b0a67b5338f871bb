/** A key of the console that works wherever the focus is. */
export type ConsoleKey =
  | { readonly kind: 'main' }
  | { readonly kind: 'recall' }
  | { readonly kind: 'closeTicket' }
  | { readonly kind: 'noShow' }
  | { readonly kind: 'reprint' }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'pause' }
  | { readonly kind: 'signOff' }
  | { readonly kind: 'dismiss' }
  /** 1 to 5 in the order of the list, 0 for none. */
  | { readonly kind: 'outcome'; readonly digit: number };

/** One key going down, as the browser tells it. */
export type Stroke = {
  readonly key: string;
  readonly code: string;
  readonly isRepeat: boolean;
  readonly hasShift: boolean;
  readonly hasAlt: boolean;
  readonly hasControl: boolean;
  readonly hasMeta: boolean;
};

/** What the page does with a stroke: leave it to the browser, or keep it from the browser and perhaps act. */
export type StrokeReading =
  | { readonly kind: 'ignored' }
  /** Ours, but nothing happens: a key held down must not call one person after another. */
  | { readonly kind: 'swallowed' }
  | { readonly kind: 'pressed'; readonly key: ConsoleKey };

/** What is printed on the keys, the same in every language. */
export const keyCaps = {
  main: 'F2',
  recall: 'F3',
  closeTicket: 'F4',
  noShow: 'F6',
  reprint: '⇧F3',
  cancel: 'Del',
  pause: 'F12',
  signOff: '⇧F12',
  confirm: 'Enter',
  dismiss: 'Esc',
} as const;

/** The keys that take the cap's place in `aria-keyshortcuts`. */
export const keyShortcuts = {
  main: 'F2',
  recall: 'F3',
  closeTicket: 'F4',
  noShow: 'F6',
  reprint: 'Shift+F3',
  cancel: 'Delete',
  pause: 'F12',
  signOff: 'Shift+F12',
} as const;

/** How long a main key whose meaning just changed takes no press, in milliseconds: a double press is one press. */
export const deafMs = 600;

/** Reads one stroke: our keys are kept from the browser (F3 would search, F12 open its tools), repeats do nothing. */
export function readStroke(stroke: Stroke): StrokeReading {
  const key = keyOf(stroke);
  if (key === null) return { kind: 'ignored' };
  return stroke.isRepeat ? { kind: 'swallowed' } : { kind: 'pressed', key };
}

/** The digit of a stroke without Alt, Control or Meta; null for anything else. For places that have the focus. */
export function bareDigitOf(stroke: Stroke): number | null {
  return stroke.hasAlt || stroke.hasControl || stroke.hasMeta ? null : digitOf(stroke.code);
}

/** What the main key last meant, and since when, on a clock that only moves forward (milliseconds). */
export type Ear = { readonly identity: string; readonly changedAtMs: number };

/** The ear after the main key means `identity` at `nowMs`: the same one where nothing changed. */
export function hear(ear: Ear, identity: string, nowMs: number): Ear {
  return ear.identity === identity ? ear : { identity, changedAtMs: nowMs };
}

/** For how long the main key still takes no press, in milliseconds; 0 once it listens. */
export function deafForMs(ear: Ear, nowMs: number): number {
  return Math.max(0, ear.changedAtMs + deafMs - nowMs);
}

function keyOf(stroke: Stroke): ConsoleKey | null {
  // AltGr arrives as Control and Alt: it writes letters and never chooses an outcome.
  if (stroke.hasControl || stroke.hasMeta) return null;
  if (stroke.hasAlt) return outcomeOf(stroke);
  if (stroke.hasShift) return shiftedKeyOf(stroke.key);
  return plainKeyOf(stroke.key);
}

function plainKeyOf(key: string): ConsoleKey | null {
  switch (key) {
    case 'F2':
      return { kind: 'main' };
    case 'F3':
      return { kind: 'recall' };
    case 'F4':
      return { kind: 'closeTicket' };
    case 'F6':
      return { kind: 'noShow' };
    case 'F12':
      return { kind: 'pause' };
    case 'Delete':
      return { kind: 'cancel' };
    case 'Escape':
      return { kind: 'dismiss' };
    default:
      return null;
  }
}

function shiftedKeyOf(key: string): ConsoleKey | null {
  switch (key) {
    case 'F3':
      return { kind: 'reprint' };
    case 'F12':
      return { kind: 'signOff' };
    default:
      return null;
  }
}

function outcomeOf(stroke: Stroke): ConsoleKey | null {
  // The number pad with Alt composes characters on Windows, so only the upper row chooses with Alt.
  const digit = stroke.code.startsWith('Digit') ? digitOf(stroke.code) : null;
  return digit === null || digit > 5 || stroke.hasShift ? null : { kind: 'outcome', digit };
}

function digitOf(code: string): number | null {
  const digit = /^(?:Digit|Numpad)([0-9])$/.exec(code)?.[1];
  return digit === undefined ? null : Number(digit);
}
