// @ts-check

/**
 * @typedef {object} GlyphSheetPlan one committed sheet: which characters, from which font, how large
 * @property {string} name the file's name
 * @property {{ name: string, folder: string, files: readonly string[], featureSettings: string }} font
 * @property {number} weight
 * @property {number} sizeDots the font's size in dots of 1/203 inch
 * @property {number} letterSpacing in parts of the size
 * @property {string} characters
 */

// Atkinson Hyperlegible Next for Latin and for every ticket number, because its zero is slashed (O008 is not 0008);
// Inter for whole lines in Cyrillic, which Atkinson lacks.
const atkinson = {
  name: 'Atkinson Hyperlegible Next',
  folder: '@fontsource-variable/atkinson-hyperlegible-next/files',
  files: [
    'atkinson-hyperlegible-next-latin-wght-normal.woff2',
    'atkinson-hyperlegible-next-latin-ext-wght-normal.woff2',
  ],
  // Tabular figures, as in every number on the screens.
  featureSettings: '"tnum"',
};
const inter = {
  name: 'Inter',
  folder: '@fontsource-variable/inter/files',
  files: [
    'inter-latin-wght-normal.woff2',
    'inter-latin-ext-wght-normal.woff2',
    'inter-cyrillic-wght-normal.woff2',
    'inter-cyrillic-ext-wght-normal.woff2',
  ],
  featureSettings: 'normal',
};

/** @param {number} first @param {number} last */
const range = (first, last) =>
  Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)).join('');

const digits = range(0x30, 0x39);
const capitals = range(0x41, 0x5a);
const ascii = range(0x20, 0x7e);
const marks = '–—„“”‘’…€·•×«»§°';
const polish = 'ĄĆĘŁŃÓŚŹŻąćęłńóśźż';
// Latin-1 and Latin Extended-A but for what Atkinson lacks: enough for the names of Europe's places.
const lacking = '×÷ĈĉĔĕĜĝĤĥĬĭĴĵĸĿŀŉŊŋŎŏŖŗŜŝŦŧŬŭ';
const latin = Array.from(range(0xc0, 0x17e))
  .filter((letter) => !lacking.includes(letter))
  .join('');
const cyrillicCapitals = `${range(0x410, 0x42f)}ЁЄІЇҐ`;
const cyrillic = `${cyrillicCapitals}${range(0x430, 0x44f)}ёєіїґ`;

const everyLatin = ascii + marks + latin;
const everyCyrillic = `${ascii}${marks}№ʼ${polish}${cyrillic}`;
// A service is named in the office's own words, a value is a few words and a plate's label.
const ownLatin = ascii + marks + polish;
const words = ` ${digits}${capitals}${range(0x61, 0x7a)}-–.,/+`;

/** @param {string} name @param {number} sizeDots @returns {GlyphSheetPlan} */
const number = (name, sizeDots) => ({
  name,
  font: atkinson,
  weight: 800,
  sizeDots,
  letterSpacing: 0,
  characters: digits + capitals,
});

/** @param {string} style @param {number} sizeDots @param {number} weight @param {string} latinCharacters @param {string} cyrillicCharacters @returns {GlyphSheetPlan[]} */
const text = (style, sizeDots, weight, latinCharacters, cyrillicCharacters) => [
  {
    name: `latin-${style}-${sizeDots}`,
    font: atkinson,
    weight,
    sizeDots,
    letterSpacing: 0,
    characters: latinCharacters,
  },
  {
    name: `cyrillic-${style}-${sizeDots}`,
    font: inter,
    weight,
    sizeDots,
    letterSpacing: -0.012,
    characters: cyrillicCharacters,
  },
];

/** @param {number} sizeDots @returns {GlyphSheetPlan[]} */
const band = (sizeDots) => [
  {
    name: `latin-band-${sizeDots}`,
    font: atkinson,
    weight: 800,
    sizeDots,
    letterSpacing: 0.04,
    characters: ` ${capitals}ĄĆĘŁŃÓŚŹŻ`,
  },
  {
    name: `cyrillic-band-${sizeDots}`,
    font: inter,
    weight: 800,
    sizeDots,
    letterSpacing: 0.028,
    characters: ` ${cyrillicCapitals}`,
  },
];

/**
 * Every sheet that is drawn. Sizes: the look's, for 80 mm (576 dots) and 58 mm (384 dots) paper. A number is at most
 * 2.8 times as wide as its size with three digits and 3.43 times with four: the next smaller sheet is for those.
 * @type {readonly GlyphSheetPlan[]}
 */
export const glyphSheets = [
  ...[212, 200].map((size) => number(`number-${size}`, size)),
  ...[142, 134, 110].map((size) => number(`number-${size}`, size)),
  ...text('body', 28, 500, everyLatin, everyCyrillic),
  ...text('strong', 28, 700, everyLatin, everyCyrillic),
  ...text('name', 32, 700, ownLatin, everyCyrillic),
  ...text('value', 35, 800, words + polish, words + cyrillic),
  ...text('body', 25, 500, everyLatin, everyCyrillic),
  ...text('strong', 25, 700, everyLatin, everyCyrillic),
  ...text('name', 29, 700, ownLatin, everyCyrillic),
  ...text('value', 31, 800, words + polish, words + cyrillic),
  ...band(52),
  ...band(40),
];
