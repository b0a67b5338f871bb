import iconv from 'iconv-lite';

/** The character tables that tickets are printed in and that the decoder reads. */
export type CodePageName = 'PC437' | 'PC852' | 'PC1125' | 'WPC1250' | 'WPC1251' | 'ISO8859_2';

type Encoding = 'cp437' | 'cp852' | 'cp1125' | 'win1250' | 'win1251' | 'iso88592';
type CodePage = { readonly name: CodePageName; readonly selector: number; readonly encoding: Encoding };

/** The number after `ESC t` that selects each page: Epson's ESC/POS reference, "ESC t, select character code table". */
const codePages: readonly CodePage[] = [
  { name: 'PC437', selector: 0x00, encoding: 'cp437' },
  { name: 'PC852', selector: 0x12, encoding: 'cp852' },
  { name: 'ISO8859_2', selector: 0x27, encoding: 'iso88592' },
  { name: 'PC1125', selector: 0x2c, encoding: 'cp1125' },
  { name: 'WPC1250', selector: 0x2d, encoding: 'win1250' },
  { name: 'WPC1251', selector: 0x2e, encoding: 'win1251' },
];

const encodings = new Map(codePages.map((page) => [page.name, page.encoding]));
const namesBySelector = new Map(codePages.map((page) => [page.selector, page.name]));

/** Numbers after `ESC t` where a printer's differ from Epson's. */
export type CodePageNumbers = Readonly<Partial<Record<CodePageName, number>>>;

/** The page that `ESC t selector` switches to, or null for one that we do not read. */
export function codePageOfSelector(selector: number, ownNumbers: CodePageNumbers): CodePageName | null {
  const own = codePages.find(({ name }) => ownNumbers[name] === selector);
  if (own !== undefined) return own.name;
  const usual = namesBySelector.get(selector);
  // A page with a number of its own is not behind its usual one.
  return usual === undefined || ownNumbers[usual] !== undefined ? null : usual;
}

/** Whether the page has this one character; ASCII is in all of them, control characters are in none. */
export function hasCharacter(page: CodePageName, character: string): boolean {
  if (/^[\x20-\x7e]$/.test(character)) return true;
  return upperHalves.get(page)?.has(character) ?? false;
}

/** The 128 characters of each page that are not ASCII; where a byte means nothing, the decoder's replacement is left out. */
const upperHalves = new Map(
  codePages.map(({ name, encoding }) => {
    const bytes = Uint8Array.from({ length: 128 }, (_, index) => 128 + index);
    const characters = Array.from(iconv.decode(bytes, encoding)).filter(
      (character) => !/[\ufffd\p{Cc}]/u.test(character),
    );
    return [name, new Set(characters)];
  }),
);

/** The text that these bytes mean on the page; every byte means something on each of our pages. */
export function decodeText(page: CodePageName, bytes: Uint8Array): string {
  return iconv.decode(bytes, encodings.get(page) ?? 'cp437');
}
