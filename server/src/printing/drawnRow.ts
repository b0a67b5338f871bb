import { type Bitmap, blankBitmap, fillBox } from './bitmap.ts';
import { drawnFaithfully, drawnText, type DrawnText, drawText } from './drawnText.ts';
import type { RasterSizes } from './printerProfile.ts';
import { platePieces } from './ticketHand.ts';

const rowHeight = 54;
const plateSide = 48;
const frameDots = 4;
const platePadding = 10;
const gapDots = 10;
/** From capitals to the height of a line, as drawn in both fonts. */
const capitalHeight = 0.7;

type Piece = { readonly drawn: DrawnText; readonly isPlate: boolean; readonly widthDots: number };

/**
 * A label at the left margin and its value at the right one, large, with each counter's label in its plate; null where
 * they do not fit beside each other.
 */
export function drawnRow(label: string, value: string, widthDots: number, sizes: RasterSizes): Bitmap | null {
  const left = drawnText(label, 'body', sizes);
  const parts = platePieces(value);
  const hasPlate = parts.some(({ isPlate }) => isPlate);
  const pieces = parts.map(({ text, isPlate }) => pieceOf(text, isPlate, hasPlate, sizes));
  const rightDots = pieces.reduce((sum, piece) => sum + piece.widthDots, gapDots * Math.max(0, pieces.length - 1));
  if (left.measure(left.text) + 2 * gapDots + rightDots > widthDots) return null;
  const row = blankBitmap(widthDots, rowHeight);
  drawText(row, left.text, left.sheet, 0, centeredBaseline(sizes.text));
  let x = widthDots - rightDots;
  for (const piece of pieces) {
    drawPiece(row, piece, x);
    x += piece.widthDots + gapDots;
  }
  return row;
}

/** Between plates stand words in running text; without plates the value itself is large. */
function pieceOf(text: string, isPlate: boolean, hasPlate: boolean, sizes: RasterSizes): Piece {
  const words = text.trim();
  const drawn = isPlate || !hasPlate ? drawnFaithfully(words, 'value', sizes) : drawnText(words, 'body', sizes);
  const width = drawn.measure(drawn.text);
  return { drawn, isPlate, widthDots: isPlate ? Math.max(plateSide, width + 2 * platePadding) : width };
}

function drawPiece(row: Bitmap, { drawn, isPlate, widthDots }: Piece, x: number): void {
  const inset = Math.floor((widthDots - drawn.measure(drawn.text)) / 2);
  if (isPlate) drawFrame(row, x, Math.floor((rowHeight - plateSide) / 2), widthDots);
  drawText(row, drawn.text, drawn.sheet, x + inset, centeredBaseline(drawn.sheet.sizeDots));
}

function drawFrame(row: Bitmap, x: number, y: number, widthDots: number): void {
  // The corners are left out by two dots: at this size that is the plate's round corner.
  fillBox(row, x + 2, y, widthDots - 4, frameDots);
  fillBox(row, x + 2, y + plateSide - frameDots, widthDots - 4, frameDots);
  fillBox(row, x, y + 2, frameDots, plateSide - 4);
  fillBox(row, x + widthDots - frameDots, y + 2, frameDots, plateSide - 4);
}

function centeredBaseline(sizeDots: number): number {
  return Math.round((rowHeight + capitalHeight * sizeDots) / 2);
}
