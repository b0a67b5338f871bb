import { assert } from '@okienko/shared';

/** Black dots on white: rows from the top, each `rowBytes` bytes, the highest bit leftmost, 1 = black. */
export type Bitmap = {
  readonly widthDots: number;
  readonly heightDots: number;
  readonly rowBytes: number;
  readonly bits: Uint8Array;
};

/** A white bitmap to draw on; the width is rounded up to whole bytes when it is printed, never here. */
export function blankBitmap(widthDots: number, heightDots: number): Bitmap {
  assert(widthDots >= 0 && heightDots >= 0, 'a bitmap has a size');
  const rowBytes = Math.ceil(widthDots / 8);
  return { widthDots, heightDots, rowBytes, bits: new Uint8Array(rowBytes * heightDots) };
}

/** Whether the dot is black; outside the bitmap everything is white. */
export function isBlack({ widthDots, heightDots, rowBytes, bits }: Bitmap, x: number, y: number): boolean {
  if (x < 0 || y < 0 || x >= widthDots || y >= heightDots) return false;
  return (((bits[y * rowBytes + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1) === 1;
}

/** Blackens a rectangle; what lies outside the bitmap is left out. */
export function fillBox(on: Bitmap, left: number, top: number, widthDots: number, heightDots: number): void {
  const right = Math.min(left + widthDots, on.widthDots);
  for (let y = Math.max(0, top); y < Math.min(top + heightDots, on.heightDots); y += 1) {
    for (let x = Math.max(0, left); x < right; x += 1) {
      // A rule or a band is mostly whole bytes.
      if ((x & 7) === 0 && x + 8 <= right) {
        on.bits[y * on.rowBytes + (x >> 3)] = 0xff;
        x += 7;
      } else blacken(on, x, y);
    }
  }
}

/** Adds the black dots of `picture`, with its upper left corner at the place given. */
export function drawBitmap(on: Bitmap, picture: Bitmap, left: number, top: number): void {
  for (const [index, byte] of picture.bits.entries()) {
    // Most bytes of a letter are white.
    if (byte === 0) continue;
    const y = top + Math.floor(index / picture.rowBytes);
    const x = left + (index % picture.rowBytes) * 8;
    for (let bit = 0; bit < 8; bit += 1) if ((byte & (0x80 >> bit)) !== 0) blacken(on, x + bit, y);
  }
}

/** White on black. */
export function invertedBitmap(picture: Bitmap): Bitmap {
  const inverted = blankBitmap(picture.widthDots, picture.heightDots);
  for (let y = 0; y < picture.heightDots; y += 1) {
    for (let x = 0; x < picture.widthDots; x += 1) if (!isBlack(picture, x, y)) blacken(inverted, x, y);
  }
  return inverted;
}

function blacken({ widthDots, heightDots, rowBytes, bits }: Bitmap, x: number, y: number): void {
  if (x < 0 || y < 0 || x >= widthDots || y >= heightDots) return;
  const index = y * rowBytes + (x >> 3);
  bits[index] = (bits[index] ?? 0) | (0x80 >> (x & 7));
}
