import type { Language } from '@okienko/shared';

/** How many letters of a service's name fit on a line beside the count in a strip of 360 px; Cyrillic ones are wider. */
const lettersALine: Readonly<Record<Language, number>> = { pl: 19, en: 19, uk: 15 };
const linesBesideCount = 3;

/**
 * Whether a service's name needs the whole width of the strip, because beside the waiting count it would take a fourth
 * line: what does not fit is laid out anew, never cut.
 */
export function needsWholeWidth(serviceName: string, language: Language): boolean {
  let lines = 1;
  let letters = 0;
  for (const word of stripName(serviceName).split(' ')) {
    if (letters > 0 && letters + 1 + word.length > lettersALine[language]) {
      lines += 1;
      letters = word.length;
    } else {
      letters += (letters > 0 ? 1 : 0) + word.length;
    }
  }
  return lines > linesBesideCount;
}

/** The name with its dash held to the word before it, so that no line starts with a dash. */
export function stripName(serviceName: string): string {
  return serviceName.replaceAll(/ ([–-]) /gu, '\u00a0$1 ');
}
