import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeEscpos, finishDecoding, freshDecoder, type DecodedOperation } from './escposDecoder.ts';
import type { PrintOperation } from './printOperation.ts';

/** Bytes as the reference writes them: hexadecimal numbers, spaces between. */
const bytesOf = (hex: string) => Uint8Array.from(hex.trim().split(/\s+/), (pair) => Number.parseInt(pair, 16));

function decodeAll(pieces: readonly Uint8Array[]): readonly DecodedOperation[] {
  let state = freshDecoder;
  const decoded: DecodedOperation[] = [];
  for (const piece of pieces) {
    const next = decodeEscpos(state, piece);
    state = next.state;
    decoded.push(...next.operations);
  }
  return [...decoded, ...finishDecoding(state)];
}

const operationsOf = (hex: string): readonly PrintOperation[] =>
  decodeAll([bytesOf(hex)]).map(({ operation }) => operation);

const zazolcInPc852 = '5a 61 be a2 88 86 20 67 a9 98 6c a5 20 6a 61 ab e4';

describe('reading ESC/POS written out by hand', () => {
  it('given PC852 selected, then Polish letters are right', () => {
    expect(operationsOf(`1b 40 1b 74 12 ${zazolcInPc852} 0a`)).toEqual([
      { type: 'initialize' },
      { type: 'selectCodePage', selector: 0x12 },
      { type: 'text', text: 'Zażółć gęślą jaźń' },
      { type: 'lineFeed' },
    ]);
  });

  it('given the commands of a presenter, then they are read and the text after them is text', () => {
    expect(operationsOf('1d 56 00 1d 65 03 0c 1d 65 02 1d 65 05 1d 65 06 41 0a')).toEqual([
      { type: 'cut', isPartial: false },
      { type: 'presenter', action: 'present', steps: 12 },
      { type: 'presenter', action: 'retract', steps: null },
      { type: 'presenter', action: 'eject', steps: null },
      { type: 'presenter', action: 'other', steps: null },
      { type: 'text', text: 'A' },
      { type: 'lineFeed' },
    ]);
  });

  it('given the other pages, then each reads its own bytes', () => {
    const textAfter = (hex: string) => operationsOf(hex).flatMap((each) => (each.type === 'text' ? [each.text] : []));
    expect(textAfter('1b 74 2d bf f3 b3 e6 0a')).toEqual(['żółć']);
    expect(textAfter('1b 74 27 bf f3 b3 e6 bc 0a')).toEqual(['żółćź']);
    expect(textAfter('1b 74 2c f3 f5 f7 f9 0a')).toEqual(['ґєії']);
    expect(textAfter('1b 74 2e b4 ba b3 bf 0a')).toEqual(['ґєії']);
    expect(textAfter('1b 74 00 fa c4 0a')).toEqual(['·─']);
  });

  it('given no page or a page that we do not read, then PC437 holds, or ASCII alone', () => {
    expect(operationsOf('fa 0a')[0]).toEqual({ type: 'text', text: '·' });
    expect(operationsOf('1b 74 05 41 fa 0a')[1]).toEqual({ type: 'text', text: 'A\ufffd' });
    expect(operationsOf('1b 74 12 88 1b 40 88 0a').filter(({ type }) => type === 'text')).toEqual([
      { type: 'text', text: 'ł' },
      { type: 'text', text: 'ê' },
    ]);
  });

  it('given the ways to write, then each is read with its value', () => {
    expect(
      operationsOf(
        '1b 61 01 1b 61 32 1b 45 01 1b 45 00 1b 2d 02 1d 42 01 1b 4d 01 1d 21 70 1d 21 07 1b 21 b9 1b 33 28 1b 32',
      ),
    ).toEqual([
      { type: 'align', align: 'center' },
      { type: 'align', align: 'right' },
      { type: 'bold', isOn: true },
      { type: 'bold', isOn: false },
      { type: 'underline', isOn: true },
      { type: 'inverse', isOn: true },
      { type: 'font', font: 'B' },
      { type: 'characterSize', widthScale: 8, heightScale: 1 },
      { type: 'characterSize', widthScale: 1, heightScale: 8 },
      { type: 'printMode', font: 'B', isBold: true, isUnderlined: true, widthScale: 2, heightScale: 2 },
      { type: 'lineSpacing', dots: 40 },
      { type: 'lineSpacing', dots: null },
    ]);
  });

  it('given feeds, cuts and questions, then each is read with its value', () => {
    expect(operationsOf('1b 64 03 1b 4a 78 1d 56 00 1d 56 31 1d 56 42 10 10 04 02 1d 72 01 0d 09')).toEqual([
      { type: 'feedLines', lines: 3 },
      { type: 'feedDots', dots: 120 },
      { type: 'cut', isPartial: false },
      { type: 'cut', isPartial: true },
      { type: 'cut', isPartial: true },
      { type: 'realtimeStatus', number: 2 },
      { type: 'queuedStatus', number: 1 },
      { type: 'carriageReturn' },
      { type: 'tab' },
    ]);
  });

  it('given what a transport asks of a printer, then each question and order is told apart', () => {
    expect(operationsOf('1d 28 48 06 00 30 30 41 42 43 44 10 14 08 01 03 14 01 06 02 08 10 05 02')).toEqual([
      { type: 'processId', id: [0x41, 0x42, 0x43, 0x44] },
      { type: 'clearBuffers', isConfirmed: true },
      { type: 'clearBuffers', isConfirmed: false },
    ]);
    // A drawer's pulse, an order that is not ours, and a clearing with one byte wrong.
    expect(operationsOf('10 14 01 00 01 10 05 01').map(({ type }) => type)).toEqual(['unknown', 'unknown']);
    expect(operationsOf('10 14 08 01 03 14 01 06 02 09')[0]).toEqual({ type: 'unknown', bytes: [0x10, 0x14, 8] });
  });

  it('given the five commands of a QR code, then it is one operation with all of their bytes', () => {
    const hex =
      '1d 28 6b 04 00 31 41 32 00 1d 28 6b 03 00 31 43 07 1d 28 6b 03 00 31 45 31 ' +
      '1d 28 6b 08 00 31 50 30 61 3a 2f 2f 62 1d 28 6b 03 00 31 51 30';
    expect(decodeAll([bytesOf(hex)])).toEqual([
      { operation: { type: 'qr', text: 'a://b', moduleDots: 7, correction: 'M' }, byteCount: bytesOf(hex).length },
    ]);
  });

  it('given a raster, then its rows are read and what looks like commands in them is not obeyed', () => {
    expect(operationsOf('1d 76 30 03 02 00 03 00 1b 40 0a 0a ff 00 41')).toEqual([
      {
        type: 'raster',
        widthBytes: 2,
        heightDots: 3,
        widthScale: 2,
        heightScale: 2,
        bits: Uint8Array.of(0x1b, 0x40, 0x0a, 0x0a, 0xff, 0x00),
      },
      { type: 'text', text: 'A' },
    ]);
  });

  it('given commands that we do not know, then they are shown with their bytes and the text after them is read', () => {
    expect(operationsOf('1b 7a 41 0a 1b 52 08 1d 28 4c 02 00 30 32 07 1c 42')).toEqual([
      { type: 'unknown', bytes: [0x1b, 0x7a] },
      { type: 'text', text: 'A' },
      { type: 'lineFeed' },
      { type: 'unknown', bytes: [0x1b, 0x52, 0x08] },
      { type: 'unknown', bytes: [0x1d, 0x28, 0x4c, 0x02, 0x00, 0x30, 0x32] },
      { type: 'unknown', bytes: [0x07] },
      { type: 'unknown', bytes: [0x1c] },
      { type: 'text', text: 'B' },
    ]);
  });

  it('given a command cut off by the end, then it is unknown and nothing before it is lost', () => {
    expect(operationsOf('41 1d 76 30 00 02')).toEqual([
      { type: 'text', text: 'A' },
      { type: 'unknown', bytes: [0x1d, 0x76, 0x30, 0x00, 0x02] },
    ]);
  });

  it('given a raster that claims gigabytes, then it is not waited for', () => {
    expect(operationsOf('1d 76 30 00 ff ff ff ff 41 0a')).toEqual([
      { type: 'unknown', bytes: [0x1d, 0x76, 0x30, 0x00, 0xff, 0xff, 0xff, 0xff] },
      { type: 'text', text: 'A' },
      { type: 'lineFeed' },
    ]);
  });
});

describe('a stream in pieces', () => {
  const ticket = bytesOf(
    `1b 40 1b 74 12 1b 45 01 ${zazolcInPc852} 0a 1d 21 77 44 30 34 36 0a 10 04 01 1d 76 30 00 01 00 02 00 1b 40 ` +
      '1d 28 6b 03 00 31 43 07 1d 28 6b 04 00 31 50 30 61 1d 28 6b 03 00 31 51 30 1b 64 04 1d 56 42 00 1d 72 01',
  );

  it('given a ticket cut at every offset, then it reads the same', () => {
    const whole = decodeAll([ticket]);
    for (let offset = 0; offset <= ticket.length; offset += 1) {
      expect(decodeAll([ticket.subarray(0, offset), ticket.subarray(offset)])).toEqual(whole);
    }
    expect(decodeAll(Array.from(ticket, (byte) => Uint8Array.of(byte)))).toEqual(whole);
  });

  it('given any bytes in any pieces, then nothing is thrown, no byte counts twice and the pieces do not matter', () => {
    const likely = fc.constantFrom(0x10, 0x1b, 0x1d, 0x28, 0x6b, 0x76, 0x30, 0x56, 0x04, 0x00, 0x41, 0x0a, 0x9c, 0x1c);
    const bytes = fc.array(fc.oneof(likely, fc.nat(255)), { maxLength: 200 });
    fc.assert(
      fc.property(bytes, fc.array(fc.nat(200), { maxLength: 6 }), (values, cuts) => {
        const stream = Uint8Array.from(values);
        const ends = [...cuts, stream.length].toSorted((one, other) => one - other);
        const pieces = ends.map((end, index) => stream.subarray(ends[index - 1] ?? 0, end));
        const whole = decodeAll([stream]);
        expect(decodeAll(pieces)).toEqual(whole);
        // A QR code that is prepared and never printed is the one thing that leaves no operation.
        expect(whole.reduce((sum, { byteCount }) => sum + byteCount, 0)).toBeLessThanOrEqual(stream.length);
      }),
    );
  });

  it('given text without any command, then it is given up in pieces and not held for ever', () => {
    const { operations } = decodeEscpos(freshDecoder, new Uint8Array(10_000).fill(0x41));
    expect(operations.map(({ byteCount }) => byteCount)).toEqual([4096, 4096]);
  });
});
