import type { Language, PrinterSettings } from '@okienko/shared';
import type { CodePageName } from './codePages.ts';

export type PrinterProfileName = PrinterSettings['profile'];

/** How the paper ends: torn off by hand, cut with a bridge left in the middle, or cut through. */
export type PaperCutter = 'none' | 'partial' | 'full';

/** Which questions a printer answers; the transport asks no other. */
export type StatusCommands = {
  /** `DLE EOT 1` to `4` are answered at once, also by a printer that is offline. */
  readonly realtime: boolean;
  /** The queued question at the end of a job, answered when everything before it is on paper; `none` answers none. */
  readonly confirmation: 'GS r 1' | 'GS ( H' | 'none';
  /** What throws away a ticket that the printer still holds, so that it does not come out minutes later. */
  readonly clearing: 'DLE DC4 8' | 'DLE ENQ 2' | 'none';
};

/** What one kind of printer can do: the layout, the renderer and the transport know a printer only by this. */
export type PrinterProfile = {
  readonly name: PrinterProfileName;
  /** Printable width; at 203 dpi a millimetre is 8 dots. */
  readonly widthDots: number;
  /** Characters of font A (12 dots wide) on a line. */
  readonly columns: number;
  /** The only pages that may be selected, the preferred one first: no other is ever sent to the printer. */
  readonly codePages: Readonly<Record<Language, readonly CodePageName[]>>;
  readonly cutter: PaperCutter;
  /** Paper between the print head and the blade, fed before the cut so that the last line is not left inside. */
  readonly feedBeforeCutDots: number;
  readonly status: StatusCommands;
};
