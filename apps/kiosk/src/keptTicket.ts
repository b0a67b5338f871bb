import {
  commandResultSchema,
  type DurationMs,
  type Language,
  languageSchema,
  milliseconds,
  parse,
} from '@okienko/shared';
import { type IssuedTicket, withoutPaperShownMs } from './journey.ts';

/** A confirmed number that was on the screen when the page was closed, and how long it may still be shown. */
export type KeptTicket = { readonly ticket: IssuedTicket; readonly language: Language; readonly leftMs: DurationMs };

/** Where the number on the screen survives a reload; with no paper it is all that the customer has. */
export type TicketKeeper = {
  /** `shownMs`: how long it stays on the screen from now. */
  readonly keep: (ticket: IssuedTicket, language: Language, shownMs: DurationMs) => void;
  readonly forget: () => void;
  readonly recall: () => KeptTicket | null;
};

type TextStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

type Parts = {
  readonly storage: () => TextStorage;
  readonly storageKey: string;
  readonly wallNowMs: () => number;
  readonly report: (problem: string) => void;
};

/** A keeper over the browser's storage; what is old or unreadable is forgotten, a storage that refuses is reported. */
export function ticketKeeper({ storage, storageKey, wallNowMs, report }: Parts): TicketKeeper {
  const attempt = (act: (open: TextStorage) => void) => {
    try {
      act(storage());
    } catch (error) {
      report(`the shown ticket is not kept over a reload: ${String(error)}`);
    }
  };
  return {
    keep: (ticket, language, shownMs) => {
      const text = JSON.stringify({ ticket, language, homeAtWallMs: wallNowMs() + shownMs });
      attempt((open) => open.setItem(storageKey, text));
    },
    forget: () => attempt((open) => open.removeItem(storageKey)),
    recall: () => {
      let text: string | null = null;
      attempt((open) => {
        text = open.getItem(storageKey);
      });
      return text === null ? null : parseKept(text, wallNowMs());
    },
  };
}

function parseKept(text: string, nowWallMs: number): KeptTicket | null {
  const kept = parseJson(text);
  if (typeof kept !== 'object' || kept === null) return null;
  if (!('ticket' in kept && 'language' in kept && 'homeAtWallMs' in kept)) return null;
  const ticket = parse(commandResultSchema, kept.ticket);
  const language = parse(languageSchema, kept.language);
  if (!ticket.isValid || ticket.value.type !== 'ticketIssued' || !language.isValid) return null;
  if (typeof kept.homeAtWallMs !== 'number') return null;
  const leftMs = kept.homeAtWallMs - nowWallMs;
  // A clock that was set back must not leave one customer's number there for the next ones.
  if (leftMs <= 0 || leftMs > withoutPaperShownMs) return null;
  return { ticket: ticket.value, language: language.value, leftMs: milliseconds(leftMs) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
