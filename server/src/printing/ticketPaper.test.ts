import { assertNever } from '@okienko/shared';
import { translatorOf } from '@okienko/shared/text';
import { describe, expect, it } from 'vitest';
import { drawTicket } from './drawTicket.ts';
import { decodeEscpos, finishDecoding, freshDecoder } from './escposDecoder.ts';
import { renderEscpos } from './escposRenderer.ts';
import type { LayoutElement } from './layoutElement.ts';
import type { PrinterProfile } from './printerProfile.ts';
import { printerProfileOf } from './printerProfiles.ts';
import type { TicketFacts } from './ticketFacts.ts';
import { ticketLayout } from './ticketLayout.ts';

const profiles = (['generic80', 'generic58', 'epson80', 'star80', 'kiosk80'] as const).map(printerProfileOf);

const polish: TicketFacts = {
  placeName: ['Punkt Obsługi Mieszkańców', 'Galeria Bronowice'],
  ticketNumber: 'D046',
  serviceName: 'Dowód osobisty – złożenie wniosku',
  isPriority: true,
  language: 'pl',
  peopleAhead: 3,
  waitRange: { fromMinutes: 15, toMinutes: 25 },
  counterLabels: ['2', '3'],
  bring: ['dotychczasowy dowód lub paszport', 'aktualna fotografia'],
  issuedAtText: { date: '24.11.2026', time: '14:05' },
  closesAtText: '18:00',
  followUrl: 'https://kolejka.example.pl/t/0123456789abcdefABCDEF',
  copy: { printedAtTime: '14:09' },
};
const english: TicketFacts = {
  ...polish,
  placeName: ['City Office service point', 'Galeria Bronowice'],
  serviceName: 'Identity card – application',
  language: 'en',
  bring: ['current identity card or passport', 'a recent photograph'],
};
const ukrainian: TicketFacts = {
  ...polish,
  placeName: ['Пункт обслуговування мешканців', 'Galeria Bronowice'],
  ticketNumber: 'M1024',
  serviceName: 'Реєстрація та зняття з реєстрації місця проживання',
  language: 'uk',
  bring: ['посвідчення або паспорт', 'документ на житло'],
};

function print(facts: TicketFacts, profile: PrinterProfile) {
  const elements = ticketLayout(facts, profile, translatorOf(facts.language));
  const { state, operations } = decodeEscpos(freshDecoder, renderEscpos(elements, profile, facts.language));
  const all = [...operations, ...finishDecoding(state)].map(({ operation }) => operation);
  return { elements, operations: all, drawing: drawTicket(all, profile.widthDots) };
}

/** The words of an element that are sent as characters, in the order of the paper. */
function fontWords(element: LayoutElement): string {
  switch (element.kind) {
    case 'text':
    case 'footLine':
    case 'bigNumber':
      return element.text;
    case 'row':
      return element.left + element.right;
    case 'band':
      return element.left + (element.right ?? '');
    case 'bullet':
      return `■${element.lines.join('')}`;
    case 'raster':
    case 'rule':
    case 'qr':
    case 'feed':
    case 'cut':
      return '';
    default:
      return assertNever(element);
  }
}
const joined = (parts: readonly string[]) => parts.join('').replaceAll(' ', '');
const cases = profiles.flatMap((profile) =>
  [polish, english, ukrainian].map((facts) => ({ profile, facts, name: `${profile.name} ${facts.language}` })),
);

describe('a ticket on paper', () => {
  it.each(cases)('given $name, then nothing is wider than the paper and no letter is lost', ({ profile, facts }) => {
    const { elements, operations, drawing } = print(facts, profile);
    expect(operations.filter(({ type }) => type === 'unknown')).toEqual([]);
    const tooWide = drawing.blocks.filter((block) => {
      if (block.kind === 'raster') return block.widthDots * block.widthScale > profile.widthDots + 7;
      if (block.kind === 'qr') return block.sideDots + 8 * block.moduleDots > profile.widthDots;
      const columns = block.kind === 'line' ? block.runs.map((run) => run.text.length * run.widthScale) : [];
      return columns.reduce((sum, each) => sum + each, 0) > profile.columns;
    });
    expect(tooWide).toEqual([]);
    const printed = operations.flatMap((operation) => (operation.type === 'text' ? [operation.text] : []));
    expect(joined(printed)).toBe(joined(elements.map(fontWords)));
    expect(joined(printed)).not.toContain('?');
    const drawn = elements.flatMap((element) => (element.kind === 'raster' ? [element.words] : []));
    expect(drawn.join('\n')).not.toContain('?');
  });

  it.each(cases)('given $name, then the number is a picture and text in the foot line', ({ profile, facts }) => {
    const { elements, operations, drawing } = print(facts, profile);
    expect(elements).toContainEqual(expect.objectContaining({ kind: 'raster', words: facts.ticketNumber }));
    const foot = operations.filter((each) => each.type === 'text' && each.text.startsWith(`${facts.ticketNumber} `));
    expect(foot).toHaveLength(1);
    expect(drawing.title).toBe(facts.ticketNumber);
  });

  it.each(cases)('given $name, then only pages of the profile are selected', ({ profile, facts }) => {
    const selectors = { PC437: 0x00, PC852: 0x12, PC1125: 0x2c, WPC1250: 0x2d, WPC1251: 0x2e, ISO8859_2: 0x27 };
    const allowed = profile.codePages[facts.language].map((page) => selectors[page]);
    const selected = print(facts, profile).operations.flatMap((each) =>
      each.type === 'selectCodePage' ? [each.selector] : [],
    );
    expect(selected.filter((selector) => !allowed.includes(selector))).toEqual([]);
    expect(selected.length).toBeGreaterThan(0);
  });

  it('given Ukrainian, then it is characters where the printer has them and pictures where it has not', () => {
    const label = 'Ваш номер';
    const isText = (profile: PrinterProfile) =>
      print(ukrainian, profile).operations.some((each) => each.type === 'text' && each.text.includes(label));
    const isRaster = (profile: PrinterProfile) =>
      print(ukrainian, profile).elements.some((each) => each.kind === 'raster' && each.words === label);
    expect(profiles.map((profile) => [profile.name, isText(profile), isRaster(profile)])).toEqual([
      ['generic80', true, false],
      ['generic58', false, true],
      ['epson80', true, false],
      ['star80', false, true],
      ['kiosk80', false, true],
    ]);
  });

  it('given a ticket that has to be drawn, then all of it is, but for the foot line', () => {
    for (const name of ['generic58', 'star80', 'kiosk80'] as const) {
      const { operations } = print({ ...ukrainian, followUrl: null }, printerProfileOf(name));
      const texts = operations.flatMap((each) => (each.type === 'text' ? [each.text] : []));
      expect(texts.join('')).toBe('M1024 · 24.11.2026 14:05');
    }
  });

  it('given a name with a letter that no page has, then its line is a picture and the rest stays in the font', () => {
    const place = 'Aleja Rīgas';
    const { elements, operations } = print({ ...polish, placeName: [place] }, printerProfileOf('generic80'));
    expect(operations.some((each) => each.type === 'text' && each.text.includes('Twój numer'))).toBe(true);
    const lines = elements.flatMap((each) => (each.kind === 'raster' ? [each.words] : []));
    expect(lines).toContain(place);
  });
});
