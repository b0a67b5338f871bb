import { describe, expect, it } from 'vitest';
import { languageOfAddress } from './languageOfAddress.ts';

describe('the language of the address', () => {
  it('given none, or one that nobody speaks here, is Polish', () => {
    expect([languageOfAddress(''), languageOfAddress('?language=de')]).toEqual(['pl', 'pl']);
  });
  it('given one of the catalogues, is that one', () => {
    expect(languageOfAddress('?device=counter-3&language=uk')).toBe('uk');
  });
});
