type Raster = { readonly widthDots: number; readonly heightDots: number; readonly bitsBase64: string };

/** The black dots of a printed picture as one SVG path: each unbroken stretch of a row is one rectangle. */
export function rasterPath({ widthDots, heightDots, bitsBase64 }: Raster): string {
  const bytes = Uint8Array.from(atob(bitsBase64), (character) => character.charCodeAt(0));
  const rowBytes = Math.ceil(widthDots / 8);
  const isBlack = (x: number, y: number) =>
    x < widthDots && (((bytes[y * rowBytes + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1) === 1;
  const parts: string[] = [];
  for (let y = 0; y < heightDots; y += 1) {
    let start: number | null = null;
    for (let x = 0; x <= widthDots; x += 1) {
      if (isBlack(x, y)) {
        start ??= x;
      } else if (start !== null) {
        parts.push(`M${start} ${y}h${x - start}v1h${start - x}z`);
        start = null;
      }
    }
  }
  return parts.join('');
}
