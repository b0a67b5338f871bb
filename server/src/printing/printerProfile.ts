import type { Language } from '@okienko/shared';
import type { CodePageName } from './codePages.ts';

/** What one kind of printer can do: the layout and the renderer know a printer only by this. */
export type PrinterProfile = {
  readonly name: string;
  /** Printable width; at 203 dpi a millimetre is 8 dots. */
  readonly widthDots: number;
  /** Characters of font A (12 dots wide) on a line. */
  readonly columns: number;
  /** The only pages that may be selected, the preferred one first: no other is ever sent to the printer. */
  readonly codePages: Readonly<Record<Language, readonly CodePageName[]>>;
  readonly hasCutter: boolean;
  /** Paper between the print head and the blade, fed before the cut so that the last line is not left inside. */
  readonly feedBeforeCutDots: number;
};

/**
 * Any ESC/POS printer for 80 mm paper. PC437 stands in each list for the middle dot of the foot line, which PC852
 * lacks; PC852 is in the Ukrainian list because place names stay Polish.
 */
export const generic80mmProfile: PrinterProfile = {
  name: 'generic-80mm',
  widthDots: 576,
  columns: 48,
  codePages: { pl: ['PC852', 'PC437'], en: ['PC852', 'PC437'], uk: ['PC1125', 'PC852', 'PC437'] },
  hasCutter: true,
  feedBeforeCutDots: 120,
};
