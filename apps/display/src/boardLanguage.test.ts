import { describe, expect, it } from 'vitest';
import { boardLanguage } from './boardLanguage.ts';

describe('the language of a board', () => {
  it('given no word in the address, is the branch’s first', () => {
    expect(boardLanguage(['uk', 'pl'], '?device=hall-1')).toBe('uk');
  });
  it('given one in the address, is that one; given nonsense, the branch’s first', () => {
    expect(boardLanguage(['pl'], '?language=en')).toBe('en');
    expect(boardLanguage(['pl'], '?language=xx')).toBe('pl');
  });
});
