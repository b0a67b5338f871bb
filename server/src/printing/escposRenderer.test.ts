import { describe, expect, it } from 'vitest';
import type { Language } from '@okienko/shared';
import { blankBitmap, fillBox } from './bitmap.ts';
import { decodeEscpos, freshDecoder } from './escposDecoder.ts';
import { renderEscpos } from './escposRenderer.ts';
import { drawTicket } from './drawTicket.ts';
import type { LayoutElement } from './layoutElement.ts';
import type { PrinterProfile } from './printerProfile.ts';
import { printerProfileOf } from './printerProfiles.ts';
import type { PrintOperation } from './printOperation.ts';

const generic80 = printerProfileOf('generic80');

const text = (words: string): LayoutElement => ({
  kind: 'text',
  text: words,
  size: 'normal',
  isBold: false,
  align: 'left',
});

const hexOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

function render(elements: readonly LayoutElement[], language: Language = 'pl', profile = generic80) {
  const bytes = renderEscpos(elements, profile, language);
  const operations = decodeEscpos(freshDecoder, bytes).operations.map(({ operation }) => operation);
  return { bytes, operations, drawing: drawTicket(operations, profile.widthDots) };
}

const selectorsOf = (operations: readonly PrintOperation[]) =>
  operations.flatMap((each) => (each.type === 'selectCodePage' ? [each.selector] : []));

const linesOf = (elements: readonly LayoutElement[], language: Language = 'pl', profile = generic80) =>
  render(elements, language, profile).drawing.blocks.flatMap((block) =>
    block.kind === 'line' ? [block.runs.map((run) => run.text).join('')] : [],
  );

describe('rendering to ESC/POS', () => {
  it('given Polish text, then the bytes are those of PC852 by the reference', () => {
    expect(hexOf(render([text('Zażółć gęślą jaźń')]).bytes)).toBe(
      ['1b40', '1d2100', '1b7412', '5a61bea288862067a9986ca5206a61abe4', '0a', '1d2100'].join(''),
    );
  });

  it('given all the letters of the three languages, then they come back as they went in', () => {
    const polish = 'Ą ą Ć ć Ę ę Ł ł Ń ń Ó ó Ś ś Ź ź Ż ż';
    const ukrainian = 'Ґ ґ Є є І і Ї ї Щ щ Ь ь Ю ю Я я';
    expect(linesOf([text(polish)])).toEqual([polish]);
    expect(linesOf([text(ukrainian)], 'uk')).toEqual([ukrainian]);
    expect(linesOf([text('Identity card')], 'en')).toEqual(['Identity card']);
  });

  it('given a Polish place on a Ukrainian ticket, then only the pages of the profile are selected, each in time', () => {
    const { operations } = render([text('Віконце – Rondo Młyńskie'), text('Номер')], 'uk');
    expect(selectorsOf(operations)).toEqual([0x2c, 0x12, 0x2c]);
    expect(linesOf([text('Віконце – Rondo Młyńskie')], 'uk')).toEqual(['Віконце - Rondo Młyńskie']);
  });

  it('given the middle dot of the foot line, then it comes from PC437, which PC852 lacks', () => {
    const foot: LayoutElement = { kind: 'footLine', text: 'D046 · 24.11.2026 14:05', size: 'double' };
    expect(linesOf([foot])).toEqual(['D046 · 24.11.2026 14:05']);
    expect(selectorsOf(render([foot]).operations)).toEqual([0x12, 0x00]);
  });

  it('given letters that no page of the profile has, then no other page is ever selected', () => {
    const onlyPc852: PrinterProfile = {
      ...generic80,
      codePages: { pl: ['PC852'], en: ['PC852'], uk: ['PC852'] },
    };
    expect(selectorsOf(render([text('ґ € · ─ 漢 ł')], 'pl', onlyPc852).operations)).toEqual([0x12]);
    expect(linesOf([text('ґ € · 漢 ł')], 'pl', onlyPc852)).toEqual(['? EUR - ? ł']);
  });

  it('given the number, then it is font A eight times as wide and high, and smaller where the layout says so', () => {
    const { drawing } = render([{ kind: 'bigNumber', text: 'D046', scale: 8 }]);
    expect(drawing.title).toBe('D046');
    expect(drawing.blocks).toMatchObject([
      { heightDots: 192, runs: [{ text: 'D046', widthScale: 8, heightScale: 8 }] },
    ]);
    expect(hexOf(render([{ kind: 'bigNumber', text: 'D1000', scale: 6 }]).bytes)).toContain('1d2155');
  });

  it('given sizes, then width and height are not swapped', () => {
    const tall: LayoutElement = { kind: 'text', text: 'A', size: 'tall', isBold: true, align: 'center' };
    expect(render([tall]).drawing.blocks).toMatchObject([
      { kind: 'line', align: 'center', runs: [{ widthScale: 1, heightScale: 2, isBold: true }] },
    ]);
  });

  it('given a row, then its value ends at the right margin', () => {
    const rows: readonly LayoutElement[] = [
      { kind: 'row', left: 'Przed Tobą', right: '3 osoby', rightSize: 'double' },
      { kind: 'row', left: 'Stanowisko', right: '1, 2, 3, 4, 5, 6, 7 lub 8', rightSize: 'tall' },
    ];
    expect(widthsOf(render(rows).operations)).toEqual([576, 576]);
    const runs = render(rows).drawing.blocks.flatMap((block) => (block.kind === 'line' ? [block.runs] : []));
    expect(runs.map((line) => line.map(({ text: words }) => words.trim()))).toEqual([
      ['Przed Tobą', '3 osoby'],
      ['Stanowisko', '1, 2, 3, 4, 5, 6, 7 lub 8'],
    ]);
    expect(runs.map((line) => line[1])).toMatchObject([
      { widthScale: 2, heightScale: 2, isBold: true },
      { widthScale: 1, heightScale: 2, isBold: true },
    ]);
    expect(runs.map((line) => line[0]?.heightScale)).toEqual([2, 2]);
  });

  it('given bands, then they are white on black over the whole width and nothing after them is', () => {
    const { drawing, operations } = render([
      { kind: 'band', left: 'PIERWSZEŃSTWO', right: null },
      { kind: 'band', left: 'KOPIA', right: 'wydrukowano 14:09' },
      text('po'),
    ]);
    const lines = drawing.blocks.flatMap((block) => (block.kind === 'line' ? [block] : []));
    expect(lines.map(({ runs }) => new Set(runs.map((run) => `${run.isInverse} ${run.heightScale}`)).size)).toEqual([
      1, 1, 1,
    ]);
    expect(lines.map(({ runs }) => runs[0])).toMatchObject([
      { isInverse: true, heightScale: 3 },
      { isInverse: true, heightScale: 2 },
      { isInverse: false, heightScale: 1 },
    ]);
    expect(lines[2]?.runs).toMatchObject([{ text: 'po', isInverse: false, heightScale: 1 }]);
    expect(widthsOf(operations).slice(0, 2)).toEqual([576, 576]);
  });

  it('given bullets, rules and the cut, then they stand as laid out', () => {
    const { drawing } = render([
      { kind: 'rule' },
      { kind: 'bullet', lines: ['dokument tożsamości', 'albo paszport'] },
      { kind: 'cut' },
    ]);
    expect(drawing.blocks).toMatchObject([
      { kind: 'blank' },
      { kind: 'raster', widthDots: 576, heightDots: 4, bitsBase64: Buffer.alloc(288, 0xff).toString('base64') },
      { kind: 'blank' },
      { kind: 'line', runs: [{ text: '■ dokument tożsamości', heightScale: 2 }] },
      { kind: 'line', runs: [{ text: '  albo paszport', heightScale: 2 }] },
      { kind: 'blank', heightDots: 120 },
      { kind: 'cut', isPartial: true },
    ]);
  });

  it('given a printer without a cutter, then the paper is fed and no cut is sent', () => {
    const { operations } = render([{ kind: 'cut' }], 'pl', {
      ...generic80,
      cutter: 'none',
      feedBeforeCutDots: 300,
    });
    expect(operations).toEqual([
      { type: 'initialize' },
      { type: 'feedDots', dots: 255 },
      { type: 'feedDots', dots: 45 },
    ]);
  });

  it('given a printer without raster, then a rule is a line of strokes', () => {
    expect(render([{ kind: 'rule' }], 'pl', { ...generic80, raster: null }).drawing.blocks).toEqual([
      { kind: 'rule', heightDots: 30 },
    ]);
  });

  it('given a picture, then its bytes are those of GS v 0 by the reference, row by row', () => {
    const bitmap = blankBitmap(10, 2);
    fillBox(bitmap, 0, 0, 1, 1);
    fillBox(bitmap, 8, 1, 2, 1);
    expect(hexOf(render([{ kind: 'raster', words: 'x', bitmap }]).bytes)).toBe('1b401d76300002000200800000c0');
    const tall: LayoutElement = { kind: 'raster', words: 'x', bitmap: blankBitmap(8, 300) };
    expect(render([tall, text('po')]).drawing.blocks).toMatchObject([{ kind: 'raster', heightDots: 300 }, {}]);
  });

  it('given a kiosk printer, then the cut is full and the presenter pushes the ticket out after it', () => {
    const { bytes, operations } = render([{ kind: 'cut' }], 'pl', printerProfileOf('kiosk80'));
    expect(hexOf(bytes)).toBe('1b401b4a781d56001d65030c');
    expect(operations.slice(-2)).toEqual([
      { type: 'cut', isPartial: false },
      { type: 'presenter', action: 'present', steps: 12 },
    ]);
  });

  it('given a printer that numbers a page its own way, then that number is selected and the text reads right', () => {
    const starNative: PrinterProfile = { ...generic80, codePageNumbers: { PC852: 5 } };
    const bytes = renderEscpos([text('Zażółć gęślą jaźń')], starNative, 'pl');
    expect(hexOf(bytes)).toContain('1b74055a61bea288862067a9986ca5206a61abe4');
    const { operations } = decodeEscpos({ ...freshDecoder, codePageNumbers: starNative.codePageNumbers }, bytes);
    expect(operations.map(({ operation }) => operation)).toContainEqual({ type: 'text', text: 'Zażółć gęślą jaźń' });
  });

  it('given a QR address, then the printer draws it; given one that is not ASCII, then that is a bug', () => {
    const url = 'https://kolejka.example/t/0123456789abcdef';
    expect(render([{ kind: 'qr', url }]).operations).toContainEqual({
      type: 'qr',
      text: url,
      moduleDots: 7,
      correction: 'M',
    });
    expect(() => renderEscpos([{ kind: 'qr', url: 'https://kolejka.example/ą' }], generic80, 'pl')).toThrow(/ASCII/);
  });

  it('given two tickets one after the other, then nothing of the first is in the second', () => {
    const once = hexOf(render([text('ł')]).bytes);
    render([{ kind: 'bigNumber', text: 'D046', scale: 8 }]);
    expect(hexOf(render([text('ł')]).bytes)).toBe(once);
  });
});

/** Dots that the characters of each line take: 12 for each column of font A. */
function widthsOf(operations: readonly PrintOperation[]): readonly number[] {
  const { blocks } = drawTicket(operations, 10_000);
  return blocks.flatMap((block) =>
    block.kind === 'line' ? [block.runs.reduce((sum, run) => sum + run.text.length * run.widthScale * 12, 0)] : [],
  );
}
