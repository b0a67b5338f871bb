/** Characters that were printed in one style; `text` never holds a line break. Font A is 12 × 24 dots, B 9 × 17. */
export type DrawnRun = {
  readonly text: string;
  readonly font: 'A' | 'B';
  /** 1 to 8 times the font's width and height. */
  readonly widthScale: number;
  readonly heightScale: number;
  readonly isBold: boolean;
  readonly isUnderlined: boolean;
  /** White on black. */
  readonly isInverse: boolean;
};

export type DrawnAlign = 'left' | 'center' | 'right';

/** One horizontal piece of the strip, from the top down. */
export type DrawnBlock =
  /** One printed line: its runs side by side on one base line; `heightDots` is what the paper moved. */
  | {
      readonly kind: 'line';
      readonly align: DrawnAlign;
      readonly heightDots: number;
      readonly runs: readonly DrawnRun[];
    }
  /** A line that is nothing but strokes, over the whole width. */
  | { readonly kind: 'rule'; readonly heightDots: number }
  /** Paper fed without printing. */
  | { readonly kind: 'blank'; readonly heightDots: number }
  | {
      readonly kind: 'qr';
      readonly align: DrawnAlign;
      readonly text: string;
      readonly moduleDots: number;
      /** The code's side without its quiet zone. */
      readonly sideDots: number;
      readonly correction: 'L' | 'M' | 'Q' | 'H';
    }
  /** Rows from the top, each `widthDots / 8` bytes, the highest bit leftmost, 1 = black; drawn `…Scale` times as large. */
  | {
      readonly kind: 'raster';
      readonly align: DrawnAlign;
      readonly widthDots: number;
      readonly heightDots: number;
      readonly widthScale: number;
      readonly heightScale: number;
      readonly bitsBase64: string;
    }
  | { readonly kind: 'cut'; readonly isPartial: boolean }
  /** Bytes that the decoder does not know, as hexadecimal digits: shown, because a real printer might print rubbish. */
  | { readonly kind: 'unknown'; readonly bytesHex: string };

/**
 * A printed strip as JSON, for the page that draws it. For example a ticket begins
 * `{ "widthDots": 576, "title": "D046", "blocks": [{ "kind": "line", "align": "left", "heightDots": 30, "runs":
 * [{ "text": "Punkt Obsługi Mieszkańców", "font": "A", "widthScale": 1, "heightScale": 1, "isBold": true,
 * "isUnderlined": false, "isInverse": false }] }, …] }`.
 */
export type TicketDrawing = {
  /** The printable width; every position follows from it, the font's width and the scales. */
  readonly widthDots: number;
  /** The number in the foot line of our tickets, else the largest text; null when there is no text. */
  readonly title: string | null;
  readonly blocks: readonly DrawnBlock[];
};

/** One strip of the virtual printer as `GET /api/v1/printer/tickets` gives it: `{ "tickets": DrawnTicket[] }`, newest first. */
export type DrawnTicket = {
  /** Counts the strips since the server's start, from 1; unique in the list. */
  readonly stripNumber: number;
  /** Milliseconds since the epoch. */
  readonly receivedAt: number;
  readonly byteCount: number;
  /** `uncut` where the printer has no blade; `broken` for a strip that ended without its cut, so is not complete. */
  readonly ending: 'cut' | 'uncut' | 'broken';
  readonly drawing: TicketDrawing;
};
