import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { translatorOf } from '@okienko/shared/text';
import { columnsPerCharacter, type LayoutElement } from './layoutElement.ts';
import type { PrinterProfile } from './printerProfile.ts';
import { printerProfileOf } from './printerProfiles.ts';
import type { TicketFacts } from './ticketFacts.ts';
import { ticketLayout } from './ticketLayout.ts';

const generic80 = printerProfileOf('generic80');

const facts: TicketFacts = {
  placeName: ['Punkt Obsługi Mieszkańców', 'Galeria Bronowice'],
  ticketNumber: 'D046',
  serviceName: 'Dowód osobisty – złożenie wniosku',
  isPriority: false,
  language: 'pl',
  peopleAhead: 3,
  waitRange: { fromMinutes: 15, toMinutes: 25 },
  counterLabels: ['2', '3'],
  bring: ['dotychczasowy dowód lub paszport', 'aktualna fotografia'],
  issuedAtText: { date: '24.11.2026', time: '14:05' },
  closesAtText: null,
  followUrl: null,
  copy: null,
};
const narrow = printerProfileOf('generic58');
const profiles = [generic80, narrow, printerProfileOf('kiosk80'), { ...narrow, raster: null }];

const layoutOf = (changes: Partial<TicketFacts> = {}, profile = generic80) => {
  const all = { ...facts, ...changes };
  return ticketLayout(all, profile, translatorOf(all.language));
};
const wordsOf = (element: LayoutElement): string => {
  if (element.kind === 'row') return `${element.left} | ${element.right}`;
  if (element.kind === 'band') return `[${element.left}${element.right === null ? '' : ` | ${element.right}`}]`;
  if (element.kind === 'bullet')
    return element.lines.map((line, index) => `${index === 0 ? '*' : ' '} ${line}`).join('\n');
  if (element.kind === 'rule') return '---';
  if (element.kind === 'raster') return element.words;
  if (element.kind === 'qr') return `QR ${element.url}`;
  return element.kind === 'feed' || element.kind === 'cut' ? '' : element.text;
};
const stripOf = (elements: readonly LayoutElement[]) => elements.map(wordsOf).filter((words) => words !== '');

describe('the layout of a ticket', () => {
  it('given a ticket in Polish, then it reads from the place down to the foot line', () => {
    expect(stripOf(layoutOf())).toEqual([
      'Punkt Obsługi Mieszkańców',
      'Galeria Bronowice',
      '---',
      'Twój numer',
      'D046',
      'Dowód osobisty -',
      'złożenie wniosku',
      '---',
      'Przed Tobą | 3 osoby',
      'Czas oczekiwania | 15-25 min',
      'Stanowisko | 2 lub 3',
      '---',
      'Przygotuj',
      '* dotychczasowy dowód lub paszport',
      '* aktualna fotografia',
      '---',
      'Numer pokażemy na tablicy i wywołamy głosem.',
      'D046 · 24.11.2026 14:05',
    ]);
    expect(layoutOf().at(-1)).toEqual({ kind: 'cut' });
  });

  it('given priority in English, then its class stands in a band under the number and nowhere else', () => {
    const elements = layoutOf({
      placeName: ['City Office service point', 'Galeria Bronowice'],
      ticketNumber: 'D047',
      serviceName: 'Identity card – application',
      language: 'en',
      isPriority: true,
      peopleAhead: 1,
      waitRange: { fromMinutes: 5, toMinutes: 15 },
      bring: ['current identity card or passport', 'a recent photograph'],
    });
    expect(stripOf(elements)).toEqual([
      'City Office service point',
      'Galeria Bronowice',
      '---',
      'Your number',
      'D047',
      '[PRIORITY]',
      'Identity card -',
      'application',
      '---',
      'Ahead of you | 1 person',
      'Waiting time | 5-15 min',
      'Counter | 2 or 3',
      '---',
      'Have ready',
      '* current identity card or passport',
      '* a recent photograph',
      '---',
      'We show your number',
      'on the board and call it aloud.',
      'D047 · 24.11.2026 14:05',
    ]);
  });

  it('given a ticket in Ukrainian, then its words and plurals are Ukrainian', () => {
    const strip = stripOf(
      layoutOf({
        placeName: ['Пункт обслуговування мешканців', 'Galeria Bronowice'],
        ticketNumber: 'M024',
        serviceName: 'Реєстрація та зняття з реєстрації місця проживання',
        language: 'uk',
        peopleAhead: 2,
        waitRange: { fromMinutes: 10, toMinutes: 20 },
        bring: ['документ на житло'],
      }),
    );
    expect(strip).toEqual([
      'Пункт обслуговування мешканців',
      'Galeria Bronowice',
      '---',
      'Ваш номер',
      'M024',
      'Реєстрація та',
      'зняття з реєстрації',
      'місця проживання',
      '---',
      'Перед вами | 2 особи',
      'Час очікування | 10-20 хв',
      'Віконце | 2 або 3',
      '---',
      'Що принести',
      '* документ на житло',
      '---',
      'Номер покажемо на табло і назвемо голосом.',
      'M024 · 24.11.2026 14:05',
    ]);
  });

  it('given a copy, then KOPIA with its time is on top and people and range say when they were true', () => {
    const strip = stripOf(layoutOf({ copy: { printedAtTime: '14:09' } }));
    expect(strip[0]).toBe('[KOPIA | wydrukowano 14:09]');
    expect(strip).toContain('Przed Tobą o 14:05 | 3 osoby');
    expect(strip).toContain('Czas od 14:05 | 15-25 min');
    expect(strip.at(-1)).toBe('D046 · 24.11.2026 14:05');
  });

  it('given plural forms, then people are counted as each language does', () => {
    const ahead = (language: 'pl' | 'en' | 'uk', peopleAhead: number) =>
      stripOf(layoutOf({ language, peopleAhead })).find((words) => /^(Przed|Ahead|Перед)/.test(words));
    expect([0, 1, 2, 5, 22].map((count) => ahead('pl', count)?.split('| ')[1])).toEqual([
      'nikogo',
      '1 osoba',
      '2 osoby',
      '5 osób',
      '22 osoby',
    ]);
    expect([0, 1, 2].map((count) => ahead('en', count)?.split('| ')[1])).toEqual(['nobody', '1 person', '2 people']);
    expect([0, 1, 3, 5].map((count) => ahead('uk', count)?.split('| ')[1])).toEqual([
      'нікого',
      '1 особа',
      '3 особи',
      '5 осіб',
    ]);
  });

  it('given counters, then they are a list in the words of the language', () => {
    const counters = (labels: readonly string[]) =>
      stripOf(layoutOf({ counterLabels: labels })).filter((words) => words.startsWith('Stanowisko'));
    expect(counters([])).toEqual([]);
    expect(counters(['4'])).toEqual(['Stanowisko | 4']);
    expect(counters(['1', '2', '3'])).toEqual(['Stanowisko | 1, 2 lub 3']);
  });

  it('given rows of which one value is long on narrow paper, then all values are in the same smaller size', () => {
    const sizes = (profile: PrinterProfile) =>
      layoutOf({}, profile).flatMap((element) => (element.kind === 'row' ? [element.rightSize] : []));
    expect(sizes(generic80)).toEqual(['double', 'double']);
    expect(sizes(narrow)).toEqual(['tall', 'tall']);
  });

  it('given facts that are not known, then their part and its rule are left out', () => {
    const strip = stripOf(layoutOf({ peopleAhead: null, waitRange: null, counterLabels: [], bring: [] }));
    expect(strip.filter((words) => words === '---')).toHaveLength(2);
    expect(strip).not.toContain('Przygotuj');
  });

  it('given one expected minute instead of a range, then one is printed', () => {
    expect(stripOf(layoutOf({ waitRange: { fromMinutes: 5, toMinutes: 5 } }))).toContain('Czas oczekiwania | 5 min');
  });

  it('given no public address, then no code is printed; given one, then it is there with its words', () => {
    expect(stripOf(layoutOf()).some((words) => words.startsWith('QR'))).toBe(false);
    const strip = stripOf(layoutOf({ followUrl: 'https://kolejka.example/t/1', closesAtText: '18:00' }));
    expect(strip.slice(-7)).toEqual([
      '---',
      'QR https://kolejka.example/t/1',
      'Śledź kolejkę w telefonie',
      'Zeskanuj kod.',
      '---',
      'Czynne do 18:00',
      'D046 · 24.11.2026 14:05',
    ]);
  });

  it('given a printer without raster, then the number is in font A, and the whole number gets smaller to fit', () => {
    const scaleOf = (ticketNumber: string, profile: PrinterProfile) =>
      layoutOf({ ticketNumber }, { ...profile, raster: null }).flatMap((element) =>
        element.kind === 'bigNumber' ? [element.scale] : [],
      );
    expect(scaleOf('D046', generic80)).toEqual([8]);
    expect(scaleOf('D1000', generic80)).toEqual([8]);
    expect(scaleOf('D046', narrow)).toEqual([8]);
    expect(scaleOf('D1000', narrow)).toEqual([6]);
  });

  it('given any facts, then every line fits the paper', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'ż', ' ', 'w', '–', 'i', 'Є', '\u00a0', 'D', '9', '„') });
    const anyFacts = fc.record({
      placeName: fc.array(text, { maxLength: 3 }),
      serviceName: text,
      isPriority: fc.boolean(),
      language: fc.constantFrom('pl' as const, 'en' as const, 'uk' as const),
      peopleAhead: fc.option(fc.nat(2000)),
      counterLabels: fc.array(fc.stringMatching(/^[A-Z0-9]{1,12}$/), { maxLength: 12 }),
      bring: fc.array(text, { maxLength: 6 }),
      copy: fc.constantFrom(null, { printedAtTime: '14:09' }),
      closesAtText: fc.constantFrom(null, '18:00'),
    });
    fc.assert(
      fc.property(anyFacts, fc.constantFrom(...profiles), (changes, profile) => {
        for (const element of layoutOf(changes, profile)) {
          expect(columnsOf(element)).toBeLessThanOrEqual(profile.columns);
        }
      }),
    );
  });
});

function columnsOf(element: LayoutElement): number {
  switch (element.kind) {
    case 'text':
    case 'footLine':
      return element.text.length * columnsPerCharacter(element.size);
    case 'bigNumber':
      return element.text.length * element.scale;
    case 'row':
      return element.left.length + 1 + element.right.length * columnsPerCharacter(element.rightSize);
    case 'band':
      return element.left.length * 2 + (element.right === null ? 0 : element.right.length + 1);
    case 'bullet':
      return Math.max(...element.lines.map((line) => line.length + 2));
    case 'raster':
      return element.bitmap.widthDots / 12;
    case 'rule':
    case 'qr':
    case 'feed':
    case 'cut':
      return 0;
    default:
      return 0;
  }
}
