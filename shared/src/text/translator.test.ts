import { describe, expect, it } from 'vitest';
import { languages } from '../model/language.ts';
import { catalogues, type MessageId } from './catalogues.ts';
import { translatorOf } from './translator.ts';

const isMessageId = (text: string): text is MessageId => text in catalogues.pl;
const messageIds = Object.keys(catalogues.pl).filter(isMessageId);

describe('sentences', () => {
  it.each(languages)('given any message in %s, then it can be formatted', (language) => {
    const translate = translatorOf(language);
    for (const id of messageIds) {
      const names = [...catalogues[language][id].matchAll(/\{(\w+)/g)].map((match) => match[1] ?? '');
      const values: Readonly<Record<string, number>> = Object.fromEntries(names.map((name) => [name, 2] as const));
      expect(translate(id, values).length, id).toBeGreaterThan(0);
    }
  });

  it('given a number, then the sentence has the plural of its language', () => {
    const [one, many] = [1, 5].map((count) => translatorOf('pl')('counter.next.alsoSeen', { count, list: '3' }));
    expect(one).not.toBe(many);
  });

  it('given a value that is missing, then it is a loud mistake and not a hole in the sentence', () => {
    expect(() => translatorOf('pl')('counter.next.alsoSeen')).toThrow('was not provided');
  });
});
