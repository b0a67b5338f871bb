import { type Bitmap, blankBitmap, invertedBitmap } from './bitmap.ts';
import { drawnFaithfully, drawnText, type DrawnText, drawText } from './drawnText.ts';
import type { RasterSizes } from './printerProfile.ts';

const marginDots = 14;
const paddingDots = 30;
const capitalHeight = 0.7;

/**
 * White letters on a black band over the whole width: `label` in the middle, or at the left with `note` at the right;
 * null where they do not fit. A label that is too long, or of other letters than capitals, is smaller.
 */
export function drawnBand(label: string, note: string | null, widthDots: number, sizes: RasterSizes): Bitmap | null {
  const right = note === null ? null : drawnText(note, 'body', sizes);
  const rightDots = right === null ? 0 : right.measure(right.text) + marginDots;
  const leftLimit = widthDots - rightDots - 2 * marginDots;
  const labels = [drawnText(label, 'band', sizes), drawnFaithfully(label, 'value', sizes)];
  const left = labels.find(({ text, isFaithful, measure }) => isFaithful && measure(text) <= leftLimit);
  if (left === undefined) return null;
  const leftDots = left.measure(left.text);
  const band = blankBitmap(widthDots, left.sheet.sizeDots + paddingDots);
  const leftX = right === null ? Math.floor((widthDots - leftDots) / 2) : marginDots;
  drawText(band, left.text, left.sheet, leftX, baselineOf(band, left));
  if (right !== null) drawText(band, right.text, right.sheet, widthDots - rightDots, baselineOf(band, right));
  return invertedBitmap(band);
}

function baselineOf({ heightDots }: Bitmap, { sheet }: DrawnText): number {
  return Math.round((heightDots + capitalHeight * sheet.sizeDots) / 2);
}
