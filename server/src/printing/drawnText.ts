import { assert } from '@okienko/shared';
import { type Bitmap, drawBitmap } from './bitmap.ts';
import { type GlyphSheet, glyphSheets } from './glyphSheet.ts';
import { rewriteText } from './printableText.ts';
import type { RasterSizes } from './printerProfile.ts';

/** The ways in which tickets are lettered; `band` has only capitals, `value` only letters, digits and dashes. */
export type DrawnStyle = 'body' | 'strong' | 'name' | 'value' | 'band';

/** A text that can be drawn as it is: its sheet has every character. */
export type DrawnText = {
  readonly text: string;
  /** False where a letter had to be changed. */
  readonly isFaithful: boolean;
  readonly sheet: GlyphSheet;
  /** The width in dots of any part of the text. */
  readonly measure: (part: string) => number;
};

/**
 * A text in the sheet for it: Inter where it has a Cyrillic letter, the whole line, else Atkinson Hyperlegible Next. A
 * letter that the sheet lacks loses its accent, else becomes "?".
 *
 * @throws AssertionFailure when no sheet of that style was drawn in these sizes.
 */
export function drawnText(text: string, style: DrawnStyle, sizes: RasterSizes): DrawnText {
  const script = /\p{Script=Cyrillic}/u.test(text) ? 'cyrillic' : 'latin';
  const size = style === 'body' || style === 'strong' ? sizes.text : sizes[style];
  const sheet = glyphSheets.get(`${script}-${style}-${size}`);
  assert(sheet !== undefined, `no glyph sheet ${script}-${style}-${size}`);
  const rewritten = rewriteText(text, (character) => sheet.glyphs.has(character));
  return { ...rewritten, sheet, measure: (part) => drawnWidth(part, sheet) };
}

/** As `drawnText`, in this style where it has every letter of the text, else as text that stands out. */
export function drawnFaithfully(text: string, style: DrawnStyle, sizes: RasterSizes): DrawnText {
  const drawn = drawnText(text, style, sizes);
  return drawn.isFaithful ? drawn : drawnText(text, 'strong', sizes);
}

/** How wide the text is when it is drawn; a no-break space is as wide as a plain one. */
export function drawnWidth(text: string, { glyphs }: GlyphSheet): number {
  let widthDots = 0;
  for (const character of plainSpaces(text)) widthDots += glyphs.get(character)?.advance ?? 0;
  return widthDots;
}

/** Letters a text from the pen's place to the right; `baseline` is the row below which only descenders go. */
export function drawText(on: Bitmap, text: string, { glyphs }: GlyphSheet, penX: number, baseline: number): void {
  let x = penX;
  for (const character of plainSpaces(text)) {
    const glyph = glyphs.get(character);
    if (glyph === undefined) continue;
    drawBitmap(on, glyph.picture, x + glyph.left, baseline + glyph.top);
    x += glyph.advance;
  }
}

function plainSpaces(text: string): string {
  return text.replaceAll('\u00a0', ' ');
}
