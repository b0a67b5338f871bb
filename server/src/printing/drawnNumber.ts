import { type Bitmap, blankBitmap } from './bitmap.ts';
import { drawnWidth, drawText } from './drawnText.ts';
import { type GlyphSheet, glyphSheets } from './glyphSheet.ts';
import type { RasterSizes } from './printerProfile.ts';

/**
 * The ticket number as large as the paper allows: the whole number gets smaller, never its digits narrower. Its black
 * begins at the left margin. Null for a number that fits in no size or has another character than A–Z and 0–9.
 */
export function drawnNumber(ticketNumber: string, widthDots: number, sizes: RasterSizes): Bitmap | null {
  for (const size of sizes.numbers) {
    const sheet = glyphSheets.get(`number-${size}`);
    if (sheet === undefined || !Array.from(ticketNumber).every((character) => sheet.glyphs.has(character))) continue;
    const bitmap = numberBitmap(ticketNumber, sheet);
    if (bitmap.widthDots <= widthDots) return bitmap;
  }
  return null;
}

function numberBitmap(ticketNumber: string, sheet: GlyphSheet): Bitmap {
  const glyphs = Array.from(ticketNumber).flatMap((character) => sheet.glyphs.get(character) ?? []);
  const left = glyphs[0]?.left ?? 0;
  const last = glyphs.at(-1);
  const rightBearing = last === undefined ? 0 : last.advance - last.left - last.picture.widthDots;
  const top = Math.min(0, ...glyphs.map((glyph) => glyph.top));
  const bottom = Math.max(0, ...glyphs.map((glyph) => glyph.top + glyph.picture.heightDots));
  const bitmap = blankBitmap(drawnWidth(ticketNumber, sheet) - left - rightBearing, bottom - top);
  drawText(bitmap, ticketNumber, sheet, -left, -top);
  return bitmap;
}
