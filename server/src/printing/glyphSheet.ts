import { readdirSync, readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import { assert } from '@okienko/shared';
import { z } from 'zod';
import type { Bitmap } from './bitmap.ts';

/** One character's black dots and how far it moves the next; `left` and `top` are measured from the pen. */
export type Glyph = {
  readonly picture: Bitmap;
  readonly left: number;
  /** Rows from the base line to the picture's upper edge, negative upwards. */
  readonly top: number;
  readonly advance: number;
};

/** The characters of one font in one size and weight, drawn once by `npm run glyphs`. */
export type GlyphSheet = { readonly sizeDots: number; readonly glyphs: ReadonlyMap<string, Glyph> };

const sheetSchema = z.strictObject({
  font: z.string(),
  weight: z.int(),
  sizeDots: z.int(),
  baselineDots: z.int(),
  characters: z.string(),
  metrics: z.base64(),
  rows: z.base64(),
});
const metricBytes = 5;

/**
 * Reads a committed sheet.
 *
 * @throws ZodError or AssertionFailure when the file is not what `tools/drawGlyphs.mjs` writes.
 */
export function parseGlyphSheet(json: unknown): GlyphSheet {
  const { sizeDots, baselineDots, characters, metrics, rows } = sheetSchema.parse(json);
  const measures = Buffer.from(metrics, 'base64');
  const bits = inflateRawSync(Buffer.from(rows, 'base64'));
  const glyphs = new Map<string, Glyph>();
  let offset = 0;
  for (const [index, character] of Array.from(characters).entries()) {
    const [left = 0, top = 0, widthDots = 0, heightDots = 0, advance = 0] = measures.subarray(index * metricBytes);
    const rowBytes = Math.ceil(widthDots / 8);
    const picture = { widthDots, heightDots, rowBytes, bits: bits.subarray(offset, offset + rowBytes * heightDots) };
    offset += rowBytes * heightDots;
    glyphs.set(character, { picture, left: left - 128, top: top - baselineDots, advance });
  }
  assert(glyphs.size * metricBytes === measures.length, 'a glyph sheet has five measures for each character');
  assert(offset === bits.length, 'a glyph sheet has the rows of its characters and no others');
  return { sizeDots, glyphs };
}

const folder = new URL('./glyphs/', import.meta.url);

/** All committed sheets by name, read when the server starts, so that a damaged one is known before the first ticket. */
export const glyphSheets: ReadonlyMap<string, GlyphSheet> = new Map(
  readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => [
      file.slice(0, -'.json'.length),
      parseGlyphSheet(JSON.parse(readFileSync(new URL(file, folder), 'utf8'))),
    ]),
);
