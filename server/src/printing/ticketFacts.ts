import type { Language } from '@okienko/shared';

/** Everything a paper ticket says, already worded where it comes from the configuration; nothing personal is in it. */
export type TicketFacts = {
  /** The office line and the place line, in the ticket's language. */
  readonly placeName: readonly string[];
  /** The letter and the digits, for example "D046". */
  readonly ticketNumber: string;
  readonly serviceName: string;
  /** The class only: the reason is health data and never reaches paper. */
  readonly isPriority: boolean;
  readonly language: Language;
  /** People who waited for the same service at `issuedAtText`, or null where it is not known. */
  readonly peopleAhead: number | null;
  /** Expected wait at `issuedAtText`, or null where it is not known. */
  readonly waitRange: { readonly fromMinutes: number; readonly toMinutes: number } | null;
  /** Labels of the counters that may call this ticket, in their order. */
  readonly counterLabels: readonly string[];
  /** What to bring, one line each. */
  readonly bring: readonly string[];
  /** Local date and time in the branch's time zone, for example "24.11.2026" and "14:05". */
  readonly issuedAtText: { readonly date: string; readonly time: string };
  /** When the branch closes today, for example "18:00"; null where it is not known. */
  readonly closesAtText: string | null;
  /** The address for the QR code, ASCII only; null without a public address, and then no code is printed. */
  readonly followUrl: string | null;
  /** Set on a reprint, with its local time, for example "14:04". */
  readonly copy: { readonly printedAtTime: string } | null;
};
