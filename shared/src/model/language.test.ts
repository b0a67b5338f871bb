import { describe, expect, it } from 'vitest';
import { localizedTextSchema, textIn } from './language.ts';

describe('a text in several languages', () => {
  it('given a translation, then it; given none, then Polish', () => {
    const text = { pl: 'przerwa', en: 'break' };
    expect([textIn(text, 'en'), textIn(text, 'uk'), textIn(text, 'pl')]).toEqual(['break', 'przerwa', 'przerwa']);
  });

  it('given a text without Polish, or an empty one, then it is refused', () => {
    expect(localizedTextSchema.safeParse({ en: 'break' }).success).toBe(false);
    expect(localizedTextSchema.safeParse({ pl: '' }).success).toBe(false);
    expect(localizedTextSchema.safeParse({ pl: 'przerwa', uk: '' }).success).toBe(false);
  });
});
