import { type Bitmap, blankBitmap, fillBox } from './bitmap.ts';
import { drawnBand } from './drawnBand.ts';
import { drawnFollow } from './drawnFollow.ts';
import { drawnRow } from './drawnRow.ts';
import { drawnFaithfully, drawnText, type DrawnStyle, type DrawnText, drawText } from './drawnText.ts';
import type { LayoutElement } from './layoutElement.ts';
import type { RasterSizes } from './printerProfile.ts';
import { quietZone, type TicketHand, withoutPlates } from './ticketHand.ts';
import { fitsUncut, wrapBalanced, wrapText } from './wrapText.ts';

/** Parts of the font's size: from one base line to the next, and from a line's upper edge to its base line. */
const lineHeight = 1.22;
const baseLine = 0.94;
const bulletIndent = 24;
const bulletSide = 11;
const bandFeedDots = 20;

/** Draws text from the glyph sheets for paper of this width; the sizes are the look's. */
export function drawnHand(widthDots: number, sizes: RasterSizes): TicketHand {
  const lines = (text: string, style: DrawnStyle, wrap: typeof wrapText): readonly LayoutElement[] => {
    const drawn = drawnFaithfully(text, style, sizes);
    return wrap(drawn.text, widthDots, drawn.measure).map((line) => raster(line, lineBitmap(line, drawn, 0)));
  };
  return {
    paragraph: (text) => lines(text, 'body', wrapText),
    balanced: (text) => lines(text, 'body', wrapBalanced),
    heading: (text) => lines(text, 'strong', wrapBalanced),
    name: (text) => {
      const name = drawnText(text, 'name', sizes);
      return lines(text, fitsUncut(name.text, widthDots, name.measure) ? 'name' : 'strong', wrapBalanced);
    },
    bullet: (text) => bulletLines(drawnText(text, 'body', sizes), widthDots),
    rows: (rows) =>
      rows.flatMap(({ label, value }) => {
        const row = drawnRow(label, value, widthDots, sizes);
        const words = withoutPlates(value);
        if (row !== null) return [raster(`${label} | ${words}`, row)];
        return [...lines(label, 'body', wrapText), ...lines(words, 'strong', wrapText)];
      }),
    follow: (url, label, scan) => {
      const beside = drawnFollow(url, label, scan, widthDots, sizes);
      const words = `QR ${url} | ${label} | ${scan}`;
      if (beside !== null) return [quietZone, raster(words, beside), quietZone];
      return [
        quietZone,
        { kind: 'qr', url },
        quietZone,
        ...lines(label, 'strong', wrapBalanced),
        ...lines(scan, 'body', wrapText),
      ];
    },
    priorityBand: (text) => bandLines(text, null),
    copyBand: bandLines,
  };

  function bandLines(label: string, note: string | null): readonly LayoutElement[] {
    const whole = drawnBand(label, note, widthDots, sizes);
    const words = note === null ? `[${label}]` : `[${label} | ${note}]`;
    if (whole !== null) return [raster(words, whole), { kind: 'feed', dots: bandFeedDots }];
    if (note === null) return lines(label, 'strong', wrapText);
    return [...bandLines(label, null), ...lines(note, 'body', wrapText)];
  }
}

function bulletLines(item: DrawnText, widthDots: number): readonly LayoutElement[] {
  const { text, sheet, measure } = item;
  return wrapText(text, widthDots - bulletIndent, measure).map((line, index) => {
    const bitmap = lineBitmap(line, item, bulletIndent);
    const top = Math.round(sheet.sizeDots * baseLine) - Math.round(sheet.sizeDots * 0.35) - Math.floor(bulletSide / 2);
    if (index === 0) fillBox(bitmap, 0, top, bulletSide, bulletSide);
    return raster(`${index === 0 ? '*' : ' '} ${line}`, bitmap);
  });
}

function lineBitmap(line: string, { sheet, measure }: DrawnText, indentDots: number): Bitmap {
  const bitmap = blankBitmap(indentDots + measure(line), Math.round(sheet.sizeDots * lineHeight));
  drawText(bitmap, line, sheet, indentDots, Math.round(sheet.sizeDots * baseLine));
  return bitmap;
}

function raster(words: string, bitmap: Bitmap): LayoutElement {
  return { kind: 'raster', words, bitmap };
}
