import { assert } from '@okienko/shared';
import decodeQr from 'qr/decode.js';
import { describe, expect, it } from 'vitest';
import { type Bitmap, isBlack } from './bitmap.ts';
import { drawnFollow } from './drawnFollow.ts';
import { printerProfileOf } from './printerProfiles.ts';
import { qrModuleDots, qrModules, qrPicture } from './qrPicture.ts';

/** Two of a browser's types that the decoder's declarations name; the server has no others of them. */
declare global {
  interface DOMRectReadOnly {
    readonly width: number;
  }
  type ImageBitmapSource = unknown;
}

const url = 'https://kolejka.example.pl/t/0123456789abcdefABCDEF';

/** What a camera sees: the picture on white paper with its margins, as RGBA. */
function photographOf(picture: Bitmap, widthDots: number) {
  const margin = 40;
  const width = widthDots + 2 * margin;
  const height = picture.heightDots + 2 * margin;
  const data = new Uint8Array(width * height * 4).fill(255);
  for (let y = 0; y < picture.heightDots; y += 1) {
    for (let x = 0; x < picture.widthDots; x += 1) {
      if (isBlack(picture, x, y))
        data.fill(0, ((y + margin) * width + x + margin) * 4, ((y + margin) * width + x + margin) * 4 + 3);
    }
  }
  return { width, height, data };
}

describe('a QR code as dots', () => {
  it('given paper of 58 and of 80 mm, then the code fits with its quiet zone and reads back', () => {
    for (const widthDots of [384, 576]) {
      const picture = qrPicture(url, 'M', widthDots);
      const side = (qrModules(url, 'M') ?? 0) * qrModuleDots(url, 'M', widthDots);
      expect([picture.heightDots, qrModuleDots(url, 'M', widthDots)]).toEqual([side, 7]);
      expect(side + 8 * 7).toBeLessThanOrEqual(widthDots);
      expect(decodeQr(photographOf(picture, widthDots))).toBe(url);
    }
  });

  it('given a long address on narrow paper, then its modules get smaller until it fits, and it reads back', () => {
    const long = `https://kolejka.example.pl/${'punkt/'.repeat(30)}`;
    const moduleDots = qrModuleDots(long, 'M', 384);
    expect(moduleDots).toBeLessThan(7);
    expect(((qrModules(long, 'M') ?? 0) + 8) * moduleDots).toBeLessThanOrEqual(384);
    expect(decodeQr(photographOf(qrPicture(long, 'M', 384), 384))).toBe(long);
  });

  it('given words beside it on wide paper, then it still reads; given narrow paper, then they do not stand beside it', () => {
    const { raster } = printerProfileOf('kiosk80');
    assert(raster !== null, 'this printer can print pictures');
    const picture = drawnFollow(url, 'Śledź kolejkę w telefonie', 'Zeskanuj kod.', 576, raster);
    assert(picture !== null, 'there is room for the words');
    expect(picture.widthDots).toBe(576);
    expect(decodeQr(photographOf(picture, 576))).toBe(url);
    expect(drawnFollow(url, 'Śledź kolejkę w telefonie', 'Zeskanuj kod.', 384, raster)).toBeNull();
  });

  it('given more than a code can hold, then it has no size', () => {
    expect(qrModules('x'.repeat(2331), 'M')).toBe(177);
    expect(qrModules('x'.repeat(2332), 'M')).toBeNull();
  });
});
