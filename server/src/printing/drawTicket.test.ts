import { describe, expect, it } from 'vitest';
import { drawTicket, drawTickets } from './drawTicket.ts';
import type { PrintOperation } from './printOperation.ts';

const words = (text: string): PrintOperation => ({ type: 'text', text });
const lineFeed: PrintOperation = { type: 'lineFeed' };
const blocksOf = (...operations: readonly PrintOperation[]) => drawTicket(operations, 576).blocks;

describe('drawing what was printed', () => {
  it('given changes of style in a line, then it has a run for each', () => {
    expect(blocksOf(words('a'), { type: 'bold', isOn: true }, words('b'), words('c'), lineFeed)).toEqual([
      {
        kind: 'line',
        align: 'left',
        heightDots: 30,
        runs: [
          { text: 'a', font: 'A', widthScale: 1, heightScale: 1, isBold: false, isUnderlined: false, isInverse: false },
          { text: 'bc', font: 'A', widthScale: 1, heightScale: 1, isBold: true, isUnderlined: false, isInverse: false },
        ],
      },
    ]);
  });

  it('given characters of another height, then the paper moves by the tallest or the line spacing', () => {
    const large: PrintOperation = { type: 'characterSize', widthScale: 2, heightScale: 4 };
    expect(blocksOf(words('a'), large, words('b'), lineFeed)).toMatchObject([{ heightDots: 96 }]);
    expect(blocksOf({ type: 'lineSpacing', dots: 60 }, words('a'), lineFeed)).toMatchObject([{ heightDots: 60 }]);
  });

  it('given more characters than fit, then the line goes on below as on paper', () => {
    expect(blocksOf(words('x'.repeat(50)), lineFeed)).toMatchObject([
      { runs: [{ text: 'x'.repeat(48) }] },
      { runs: [{ text: 'xx' }] },
    ]);
  });

  it('given a line of strokes, then it is a rule; given an empty line, then it is blank', () => {
    expect(blocksOf(words('─'.repeat(48)), lineFeed, lineFeed)).toEqual([
      { kind: 'rule', heightDots: 30 },
      { kind: 'blank', heightDots: 30 },
    ]);
  });

  it('given a reset, then nothing of the style before it is left', () => {
    const inverse: PrintOperation = { type: 'inverse', isOn: true };
    expect(
      blocksOf({ type: 'align', align: 'right' }, inverse, { type: 'initialize' }, words('a'), lineFeed),
    ).toMatchObject([{ align: 'left', runs: [{ isInverse: false }] }]);
  });

  it('given a code, a picture, a feed, a cut and what is not known, then each is a block that JSON can carry', () => {
    const blocks = blocksOf(
      words('a'),
      { type: 'qr', text: 'a://b', moduleDots: 7, correction: 'M' },
      { type: 'qr', text: 'x'.repeat(3000), moduleDots: 7, correction: 'M' },
      { type: 'raster', widthBytes: 1, heightDots: 2, widthScale: 1, heightScale: 1, bits: Uint8Array.of(0x80, 0x01) },
      { type: 'feedLines', lines: 2 },
      { type: 'unknown', bytes: [0x1b, 0x7a] },
      { type: 'cut', isPartial: true },
    );
    expect(blocks.slice(1)).toEqual([
      { kind: 'qr', align: 'left', text: 'a://b', moduleDots: 7, sideDots: 147, correction: 'M' },
      { kind: 'blank', heightDots: 0 },
      {
        kind: 'raster',
        align: 'left',
        widthDots: 8,
        heightDots: 2,
        widthScale: 1,
        heightScale: 1,
        bitsBase64: 'gAE=',
      },
      { kind: 'blank', heightDots: 60 },
      { kind: 'unknown', bytesHex: '1b7a' },
      { kind: 'cut', isPartial: true },
    ]);
    expect(JSON.parse(JSON.stringify(blocks))).toEqual(blocks);
  });

  it('given a ticket, then its title is the largest text, and none where there is no text', () => {
    const large: PrintOperation = { type: 'characterSize', widthScale: 8, heightScale: 8 };
    expect(drawTicket([words('Twój numer'), lineFeed, large, words('D046'), lineFeed], 576).title).toBe('D046');
    expect(drawTicket([lineFeed], 576).title).toBeNull();
  });

  it('given a ticket whose number is a picture, then its title is the number of the foot line', () => {
    const value: PrintOperation = { type: 'characterSize', widthScale: 2, heightScale: 2 };
    const strip = [value, words('3 osoby'), lineFeed, words('D1046 '), words('· 24.11.2026 14:05'), lineFeed];
    expect(drawTicket(strip, 576).title).toBe('D1046');
  });

  it('given strips of the printer, then they are drawn in their order with what is known of them', () => {
    const strip = { stripNumber: 2, receivedAt: 5, byteCount: 7, isCut: true, operations: [words('D046'), lineFeed] };
    expect(drawTickets([strip], { widthDots: 576, cutter: 'full' })).toMatchObject([
      { stripNumber: 2, receivedAt: 5, byteCount: 7, ending: 'cut', drawing: { widthDots: 576, title: 'D046' } },
    ]);
    const endingOf = (cutter: 'none' | 'partial') =>
      drawTickets([{ ...strip, isCut: false }], { widthDots: 576, cutter }).map(({ ending }) => ending);
    expect([endingOf('none'), endingOf('partial')]).toEqual([['uncut'], ['broken']]);
  });
});
