import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasCharacter } from './codePages.ts';
import { printableText } from './printableText.ts';
import { printerProfileOf } from './printerProfiles.ts';

const generic80 = printerProfileOf('generic80');

const polish = generic80.codePages.pl;
const ukrainian = generic80.codePages.uk;

describe('printable text', () => {
  it('given typographic signs, when a page lacks them, then they become plain ones', () => {
    expect(printableText('„Dowód” – wniosek… 30 €, № 4', polish)).toBe('"Dowód" - wniosek... 30 EUR, nr 4');
    expect(printableText('Обов’язково', ukrainian)).toBe("Обов'язково");
  });

  it('given a sign that a page has, then it stays', () => {
    expect(printableText('№ 4', ukrainian)).toBe('№ 4');
    expect(printableText('D046 · 14:05', polish)).toBe('D046 · 14:05');
  });

  it('given letters that no page has, then they lose the accent or become a question mark', () => {
    expect(printableText('ẅ 漢 п', polish)).toBe('w ? ?');
  });

  it('given an accent written as a second character, then it is one letter', () => {
    expect(printableText('z\u0301le', polish)).toBe('źle');
  });

  it('given bytes that a printer would obey, then they are gone', () => {
    expect(printableText('a\u001b@\u001dV\u0000b', polish)).toBe('a@Vb');
  });

  it('given any text, then every character is on a page and doing it again changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(polish, ukrainian), (text, pages) => {
        const printable = printableText(text, pages);
        const isPrintable = (character: string) =>
          character === '\u00a0' || pages.some((page) => hasCharacter(page, character));
        expect(Array.from(printable).every(isPrintable)).toBe(true);
        expect(printableText(printable, pages)).toBe(printable);
      }),
    );
  });
});
