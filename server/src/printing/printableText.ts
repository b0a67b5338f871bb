import { hasCharacter, type CodePageName } from './codePages.ts';

const noBreakSpace = '\u00a0';

/** What typography becomes where a page lacks it; spaces and breaks are always put in their plain form. */
const substitutes: Readonly<Record<string, string>> = {
  '\u2013': '-',
  '\u2014': '-',
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '-',
  '\u2212': '-',
  '\u201e': '"',
  '\u201c': '"',
  '\u201d': '"',
  '\u00ab': '"',
  '\u00bb': '"',
  '\u2018': "'",
  '\u2019': "'",
  '\u201a': "'",
  '\u02bc': "'",
  '\u2026': '...',
  '\u20ac': 'EUR',
  '\u2116': 'nr',
  '\u00d7': 'x',
  '\u00b7': '-',
  '\u2022': '-',
  '\u25a0': '*',
  '\u2500': '-',
};

/**
 * Writes text with only the characters that the given code pages have, because the printer library would otherwise
 * change to a page that the printer may not know. Keeps no-break spaces for the line breaker; drops control
 * characters, which the printer would take for commands; a letter that no page has loses its accent, else becomes "?".
 * Idempotent. May change the length, so it comes before lines are broken.
 */
export function printableText(text: string, pages: readonly CodePageName[]): string {
  return rewriteText(text, (character) => isOnPage(character, pages)).text;
}

/** Whether the pages have every letter of the text; typography that is put in a plain form is not missed. */
export function isFaithfulOn(text: string, pages: readonly CodePageName[]): boolean {
  return rewriteText(text, (character) => isOnPage(character, pages)).isFaithful;
}

/** As `printableText`, for whatever has a certain set of characters; `isFaithful` = no letter was lost or changed. */
export function rewriteText(
  text: string,
  has: (character: string) => boolean,
): { readonly text: string; readonly isFaithful: boolean } {
  let isFaithful = true;
  const characters = Array.from(text.normalize('NFC'), (character) => {
    const plain = plainForm(character);
    if (plain !== null) return plain;
    if (has(character)) return character;
    const substitute = substitutes[character];
    if (substitute !== undefined) return substitute;
    isFaithful = false;
    const withoutAccents = character.normalize('NFD').replace(/\p{M}/gu, '');
    return Array.from(withoutAccents, (base) => (has(base) ? base : '?')).join('');
  });
  return { text: characters.join(''), isFaithful };
}

/** Spaces and what cannot be seen, in the form in which they are printed; null for every other character. */
function plainForm(character: string): string | null {
  if (/^[\t\n\r\u2028\u2029]$/.test(character)) return ' ';
  if (/^[\u00a0\u2007\u202f]$/.test(character)) return noBreakSpace;
  if (/^\p{Zs}$/u.test(character)) return ' ';
  return /^[\p{Cc}\p{Cf}]$/u.test(character) ? '' : null;
}

function isOnPage(character: string, pages: readonly CodePageName[]): boolean {
  return pages.some((page) => hasCharacter(page, character));
}
