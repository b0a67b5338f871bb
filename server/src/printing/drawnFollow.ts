import { type Bitmap, blankBitmap, drawBitmap } from './bitmap.ts';
import { drawnFaithfully, type DrawnText, drawText } from './drawnText.ts';
import type { RasterSizes } from './printerProfile.ts';
import { qrSquare } from './qrPicture.ts';
import { fitsUncut, wrapText } from './wrapText.ts';

/** Four modules of seven dots around the code; the paper's own margin is white too. */
const quietDots = 28;
const lineHeight = 1.22;
const baseLine = 0.94;

/**
 * The QR code with its words at its right side; null where the paper is too narrow for them. The words stand in the
 * middle of the code's height.
 */
export function drawnFollow(
  url: string,
  label: string,
  scan: string,
  widthDots: number,
  sizes: RasterSizes,
): Bitmap | null {
  const code = qrSquare(url, 'M', widthDots);
  const textX = code.widthDots + 2 * quietDots;
  const limit = widthDots - textX;
  const texts = [drawnFaithfully(label, 'name', sizes), drawnFaithfully(scan, 'body', sizes)];
  if (limit <= 0 || !texts.every(({ text, measure }) => fitsUncut(text, limit, measure))) return null;
  const lines = texts.flatMap((drawn) => wrapText(drawn.text, limit, drawn.measure).map((text) => ({ text, drawn })));
  const textHeight = lines.reduce((sum, { drawn }) => sum + heightOf(drawn), 0);
  const picture = blankBitmap(widthDots, Math.max(code.heightDots, textHeight));
  drawBitmap(picture, code, quietDots, 0);
  let y = Math.floor((picture.heightDots - textHeight) / 2);
  for (const { text, drawn } of lines) {
    drawText(picture, text, drawn.sheet, textX, y + Math.round(drawn.sheet.sizeDots * baseLine));
    y += heightOf(drawn);
  }
  return picture;
}

function heightOf({ sheet }: DrawnText): number {
  return Math.round(sheet.sizeDots * lineHeight);
}
