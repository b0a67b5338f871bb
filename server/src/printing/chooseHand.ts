import type { Language } from '@okienko/shared';
import { drawnHand } from './drawnHand.ts';
import { fontHand } from './fontHand.ts';
import { isFaithfulOn } from './printableText.ts';
import type { PrinterProfile } from './printerProfile.ts';
import type { TicketHand } from './ticketHand.ts';

/** Letters beyond A to Z that the language's own words need. */
const alphabets: Readonly<Record<Language, string>> = {
  pl: 'ĄĆĘŁŃÓŚŹŻąćęłńóśźż',
  en: '',
  uk: 'АБВГҐДЕЄЖЗИІЇЙКЛМНОПРСТУФХЦЧШЩЬЮЯабвгґдеєжзиіїйклмнопрстуфхцчшщьюя',
};

export type ChosenHands = {
  /** The hand for texts that stand together. */
  readonly handFor: (...texts: readonly string[]) => TicketHand;
  /** The hand for signs that look the same in every language: drawn wherever the printer can. */
  readonly signs: TicketHand;
};

/**
 * Who writes a ticket: the printer's own font, where its pages have the language's alphabet and the text's letters;
 * else, where the printer can, the glyph sheets, so that a name is printed right and not with question marks. A ticket
 * in a language without its alphabet is drawn as a whole, because two letterings in turn are hard to read.
 */
export function chooseHand(profile: PrinterProfile, language: Language): ChosenHands {
  const pages = profile.codePages[language];
  const font = fontHand(profile.columns, pages);
  if (profile.raster === null) return { handFor: () => font, signs: font };
  const drawn = drawnHand(profile.widthDots, profile.raster);
  const hasAlphabet = isFaithfulOn(alphabets[language], pages);
  return {
    handFor: (...texts) => (hasAlphabet && texts.every((text) => isFaithfulOn(text, pages)) ? font : drawn),
    signs: drawn,
  };
}
