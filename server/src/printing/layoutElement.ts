import type { Bitmap } from './bitmap.ts';

/** Multiples of font A's 12 × 24 dots: `normal` 1 × 1, `tall` 1 × 2 (width × height), `double` 2 × 2. */
export type TextSize = 'normal' | 'tall' | 'double';

/** One thing on the strip, from the top down; every text fits its line, so the printer never breaks one itself. */
export type LayoutElement =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly size: TextSize;
      readonly isBold: boolean;
      readonly align: 'left' | 'center' | 'right';
    }
  | { readonly kind: 'rule' }
  /** The ticket number in font A, for a printer without raster; `scale` multiplies it in both directions, 1 to 8. */
  | { readonly kind: 'bigNumber'; readonly text: string; readonly scale: number }
  /** A label at the left margin and its value, bold, at the right one. */
  | { readonly kind: 'row'; readonly left: string; readonly right: string; readonly rightSize: 'tall' | 'double' }
  /** White on black over the whole width; alone, `left` stands in the middle. */
  | { readonly kind: 'band'; readonly left: string; readonly right: string | null }
  | { readonly kind: 'bullet'; readonly lines: readonly string[] }
  /** Dots from the left margin; `words` is what they say. */
  | { readonly kind: 'raster'; readonly words: string; readonly bitmap: Bitmap }
  | { readonly kind: 'qr'; readonly url: string }
  | { readonly kind: 'feed'; readonly dots: number }
  /** Number, date and time in the printer's own font: what stays readable when all else fails. */
  | { readonly kind: 'footLine'; readonly text: string; readonly size: TextSize }
  | { readonly kind: 'cut' };

/** How many columns of font A one character of this size takes. */
export function columnsPerCharacter(size: TextSize): number {
  return size === 'double' ? 2 : 1;
}
