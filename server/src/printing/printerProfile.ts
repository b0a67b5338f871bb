import type { Language, PrinterSettings } from '@okienko/shared';
import type { CodePageName, CodePageNumbers } from './codePages.ts';

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

/** The sizes of the glyph sheets that fit this paper, in dots of the font's size. */
export type RasterSizes = {
  /** Running text, and with more weight what stands out in it: never below 25. */
  readonly text: number;
  /** Names of services. */
  readonly name: number;
  /** Values at the right margin, and counters. */
  readonly value: number;
  /** Capitals in white on black. */
  readonly band: number;
  /** For the ticket number, the greatest first; the first that fits is printed. */
  readonly numbers: readonly number[];
};

/** What one kind of printer can do: the layout, the renderer and the transport know a printer only by this. */
export type PrinterProfile = {
  readonly name: PrinterProfileName;
  /** Printable width; at 203 dpi a millimetre is 8 dots. */
  readonly widthDots: number;
  /** Characters of font A (12 dots wide) on a line. */
  readonly columns: number;
  /**
   * The only pages that may be selected, the preferred one first: no other is ever sent to the printer. A language
   * whose letters these pages lack is printed as raster.
   */
  readonly codePages: Readonly<Record<Language, readonly CodePageName[]>>;
  /** Numbers after `ESC t` where this printer's differ from Epson's. */
  readonly codePageNumbers: CodePageNumbers;
  /** Prints `GS v 0` in these sizes; null for a printer that cannot, and then everything is in its own font. */
  readonly raster: RasterSizes | null;
  /** `native` = `GS ( k`; `raster` for a printer that lacks it, or whose maker does not promise it. */
  readonly qr: 'native' | 'raster';
  readonly cutter: PaperCutter;
  /** Paper between the print head and the blade, fed before the cut so that the last line is not left inside. */
  readonly feedBeforeCutDots: number;
  /** How many of its steps a presenter pushes the ticket out after the cut; null without a presenter. */
  readonly presenterSteps: number | null;
  readonly status: StatusCommands;
};
