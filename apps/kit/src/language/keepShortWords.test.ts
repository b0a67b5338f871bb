import { describe, expect, it } from 'vitest';
import { keepShortWords } from './keepShortWords.ts';

describe('one-letter words', () => {
  it.each([
    ['Bilet w kiosku', 'Bilet w\u00a0kiosku'],
    ['z i bez', 'z\u00a0i\u00a0bez'],
    ['i w domu', 'i\u00a0w\u00a0domu'],
    ['Реєстрація з реєстрації', 'Реєстрація з\u00a0реєстрації'],
    ['kobieta z dzieckiem', 'kobieta z\u00a0dzieckiem'],
    ['nic tu krótkiego', 'nic tu krótkiego'],
  ])('given %j, hold to the next word', (text, kept) => {
    expect(keepShortWords(text)).toBe(kept);
  });
});
