import { describe, expect, it } from 'vitest';
import { codePageOfSelector, decodeText, hasCharacter } from './codePages.ts';

describe('code pages', () => {
  it('given the selectors of the printer reference, then each names its page', () => {
    expect([0x00, 0x12, 0x27, 0x2c, 0x2d, 0x2e].map((selector) => codePageOfSelector(selector, {}))).toEqual([
      'PC437',
      'PC852',
      'ISO8859_2',
      'PC1125',
      'WPC1250',
      'WPC1251',
    ]);
    expect(codePageOfSelector(0x63, {})).toBeNull();
  });

  it('given a printer with its own numbers, then those hold and the usual number of such a page means nothing', () => {
    const starNative = { PC852: 5, WPC1251: 34 };
    expect([5, 34, 0x12, 0x2e, 0x00].map((selector) => codePageOfSelector(selector, starNative))).toEqual([
      'PC852',
      'WPC1251',
      null,
      null,
      'PC437',
    ]);
  });

  it('given the bytes of a Polish sentence in PC852, then it reads right', () => {
    const bytes = Uint8Array.from([
      0x5a, 0x61, 0xbe, 0xa2, 0x88, 0x86, 0x20, 0x67, 0xa9, 0x98, 0x6c, 0xa5, 0x20, 0x6a, 0x61, 0xab, 0xe4,
    ]);
    expect(decodeText('PC852', bytes)).toBe('Zażółć gęślą jaźń');
  });

  it('given the letters that Ukrainian has and Russian has not, then PC1125 and WPC1251 have them and PC852 has not', () => {
    for (const letter of 'ґєіїҐЄІЇ') {
      expect([hasCharacter('PC1125', letter), hasCharacter('WPC1251', letter)]).toEqual([true, true]);
      expect(hasCharacter('PC852', letter)).toBe(false);
    }
  });

  it('given a control character, then no page has it', () => {
    expect(hasCharacter('PC852', '\u001b')).toBe(false);
    expect(hasCharacter('WPC1251', '\u0085')).toBe(false);
  });
});
