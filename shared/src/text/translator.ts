import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from '../model/language.ts';
import { catalogues, type MessageId } from './catalogues.ts';

/** Turns a message id and its values into the sentence of one language. */
export type Translate = (id: MessageId, values?: Readonly<Record<string, string | number>>) => string;

/**
 * The sentences of one language, with its plural rules; each message is parsed at its first use and kept.
 *
 * @throws the formatter's error where a value that the message names is missing: a bug, found by the catalogue tests.
 */
export function translatorOf(language: Language): Translate {
  const parsed = new Map<MessageId, IntlMessageFormat>();
  return (id, values) => {
    const message = parsed.get(id) ?? new IntlMessageFormat(catalogues[language][id], language);
    parsed.set(id, message);
    return String(message.format(values));
  };
}
