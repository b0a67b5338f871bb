import en from './en.json' with { type: 'json' };
import pl from './pl.json' with { type: 'json' };
import uk from './uk.json' with { type: 'json' };
import type { Language } from '../model/language.ts';

// Spread, so that the emitted declarations hold the keys themselves: they lose the attribute of a JSON import.
const polish = { ...pl };

/** Every text that people see has an id; a missing one fails the types here and the check in the other languages. */
export type MessageId = keyof typeof polish;

/** One catalogue a language: ICU messages by id. */
export const catalogues: Readonly<Record<Language, Readonly<Record<MessageId, string>>>> = { pl: polish, en, uk };
