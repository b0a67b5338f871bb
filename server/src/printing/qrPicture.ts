import { encode } from 'uqr';
import { type Bitmap, blankBitmap, drawBitmap, fillBox } from './bitmap.ts';

export type QrCorrection = 'L' | 'M' | 'Q' | 'H';

/** Modules are this large where the paper has room: 0.9 mm, which a phone reads at arm's length. */
const greatestModuleDots = 7;
const quietModules = 8;

/** Bytes that the greatest version holds (ISO/IEC 18004, version 40). */
const greatestBytes: Readonly<Record<QrCorrection, number>> = { L: 2953, M: 2331, Q: 1663, H: 1273 };

/** How many modules a side of the code has, without its quiet zone; null for a text that no version holds. */
export function qrModules(text: string, correction: QrCorrection): number | null {
  if (Buffer.byteLength(text) > greatestBytes[correction]) return null;
  return encode(text, { ecc: correction, border: 0 }).size;
}

/** The size of a module with which the code and four quiet modules on each side fit the paper; at least one dot. */
export function qrModuleDots(text: string, correction: QrCorrection, widthDots: number): number {
  return moduleDotsOf(qrModules(text, correction) ?? 0, widthDots);
}

function moduleDotsOf(modules: number, widthDots: number): number {
  return Math.max(1, Math.min(greatestModuleDots, Math.floor(widthDots / (modules + quietModules))));
}

/** The code as dots, without its quiet zone. */
export function qrSquare(text: string, correction: QrCorrection, widthDots: number): Bitmap {
  const { data, size } = encode(text, { ecc: correction, border: 0 });
  const moduleDots = moduleDotsOf(size, widthDots);
  const square = blankBitmap(size * moduleDots, size * moduleDots);
  for (const [row, modules] of data.entries()) {
    for (const [column, isDark] of modules.entries()) {
      if (isDark) fillBox(square, column * moduleDots, row * moduleDots, moduleDots, moduleDots);
    }
  }
  return square;
}

/** The code in the middle of the paper's width: for a printer that has no QR command. */
export function qrPicture(text: string, correction: QrCorrection, widthDots: number): Bitmap {
  const square = qrSquare(text, correction, widthDots);
  const left = Math.max(0, Math.floor((widthDots - square.widthDots) / 2));
  const picture = blankBitmap(left + square.widthDots, square.heightDots);
  drawBitmap(picture, square, left, 0);
  return picture;
}
