import { readdirSync, statSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { isBlack } from './bitmap.ts';
import { glyphSheets, parseGlyphSheet } from './glyphSheet.ts';

const folder = new URL('./glyphs/', import.meta.url);
const ukrainian = 'АБВГҐДЕЄЖЗИІЇЙКЛМНОПРСТУФХЦЧШЩЬЮЯабвгґдеєжзиіїйклмнопрстуфхцчшщьюя';
const polish = 'ĄĆĘŁŃÓŚŹŻąćęłńóśźż';
const latin = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 ';
const punctuation = '.,:;!?–—-„”"\'’()/%&+·№';

/** Characters of these that a sheet has no picture of; a space has none. */
function missingIn(name: string, characters: string): readonly string[] {
  const glyphs = glyphSheets.get(name)?.glyphs;
  return Array.from(characters).filter((character) => {
    const glyph = glyphs?.get(character);
    return glyph === undefined || (character !== ' ' && glyph.picture.bits.every((byte) => byte === 0));
  });
}
const namesLike = (pattern: RegExp) => Array.from(glyphSheets.keys()).filter((name) => pattern.test(name));

describe('the committed glyph sheets', () => {
  it('given the sheets of numbers, then each has A to Z and 0 to 9, with a slash through the zero', () => {
    expect(namesLike(/^number-/)).toHaveLength(5);
    for (const name of namesLike(/^number-/)) {
      expect(missingIn(name, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789')).toEqual([]);
      const zero = glyphSheets.get(name)?.glyphs.get('0')?.picture;
      const middle = zero && isBlack(zero, Math.floor(zero.widthDots / 2), Math.floor(zero.heightDots / 2));
      expect(middle).toBe(true);
    }
  });

  it('given running text, then there is every letter of Polish, Ukrainian and English, and the punctuation', () => {
    expect(namesLike(/-(body|strong)-/)).toHaveLength(8);
    for (const name of namesLike(/^latin-(body|strong|name)-/)) {
      expect(missingIn(name, (latin + polish + punctuation).replace('№', ''))).toEqual([]);
    }
    for (const name of namesLike(/^cyrillic-(body|strong|name)-/)) {
      expect(missingIn(name, latin + polish + punctuation + ukrainian)).toEqual([]);
    }
    for (const name of namesLike(/^latin-(body|strong)-/)) expect(missingIn(name, 'ÄÖÜßÉéÇčřŽžŠňőűÅåæøãñ')).toEqual([]);
  });

  it('given values and bands, then there are the letters that the catalogues put there', () => {
    for (const name of namesLike(/^latin-value-/)) expect(missingIn(name, latin + polish + '–')).toEqual([]);
    for (const name of namesLike(/^cyrillic-value-/)) expect(missingIn(name, `${ukrainian}0123456789– `)).toEqual([]);
    for (const name of namesLike(/^latin-band-/)) expect(missingIn(name, 'PIERWSZEŃSTWOKOPIAPRIORITYCOPY')).toEqual([]);
    for (const name of namesLike(/^cyrillic-band-/)) expect(missingIn(name, 'ПРІОРИТЕТКОПІЯ')).toEqual([]);
  });

  it('given the whole folder, then it is small enough to be read at every start', () => {
    const bytes = readdirSync(folder).reduce((sum, file) => sum + statSync(new URL(file, folder)).size, 0);
    expect(bytes).toBeLessThan(150_000);
  });

  it('given a sheet written out by hand, then pictures and measures are right; given a damaged one, then it is refused', () => {
    const sheet = {
      font: 'test',
      weight: 400,
      sizeDots: 4,
      baselineDots: 6,
      characters: 'i ',
      metrics: Buffer.from([129, 3, 1, 3, 3, 128, 0, 0, 0, 2]).toString('base64'),
      rows: deflateRawSync(Buffer.from([0x80, 0x00, 0x80])).toString('base64'),
    };
    expect(parseGlyphSheet(sheet).glyphs.get('i')).toMatchObject({ left: 1, top: -3, advance: 3 });
    expect(parseGlyphSheet(sheet).glyphs.get(' ')).toMatchObject({ advance: 2, picture: { widthDots: 0 } });
    expect(() => parseGlyphSheet({ ...sheet, characters: 'i' })).toThrow(/five measures/);
    expect(() => parseGlyphSheet({ ...sheet, rows: deflateRawSync(Buffer.from([0x80])).toString('base64') })).toThrow(
      /rows/,
    );
  });
});
