import type { LayoutElement } from './layoutElement.ts';

type Elements = readonly LayoutElement[];
export type TicketRow = { readonly label: string; readonly value: string };

/**
 * A way to write the parts of a ticket: in the printer's own font (`fontHand`) or as raster from the glyph sheets
 * (`drawnHand`). Every part fits the paper's width; empty text writes nothing.
 */
export type TicketHand = {
  /** Running text over the whole width. */
  readonly paragraph: (text: string) => Elements;
  /** Running text whose lines are about equally long. */
  readonly balanced: (text: string) => Elements;
  /** A line of the place, or a heading. */
  readonly heading: (text: string) => Elements;
  /** The name of the service. */
  readonly name: (text: string) => Elements;
  readonly bullet: (text: string) => Elements;
  /** Labels and their values, all values in one size; a label written by `plateText` is framed. */
  readonly rows: (rows: readonly TicketRow[]) => Elements;
  /** The address as a QR code, with its quiet zone, and the words that belong to it. */
  readonly follow: (url: string, label: string, scan: string) => Elements;
  /** White on black over the whole width. */
  readonly priorityBand: (text: string) => Elements;
  readonly copyBand: (label: string, printedAt: string) => Elements;
};

/** The quiet zone around a QR code: four modules of at most seven dots. */
export const quietZone: LayoutElement = { kind: 'feed', dots: 28 };

const plateStart = '\ue000';
const plateEnd = '\ue001';

/** Marks a counter's label, so that a hand that can draws its plate: the framed square that stands for a counter. */
export function plateText(label: string): string {
  return `${plateStart}${label}${plateEnd}`;
}

/** The pieces of a value: plates and the words between them. */
export function platePieces(value: string): readonly { readonly text: string; readonly isPlate: boolean }[] {
  return value
    .split(plateStart)
    .flatMap((part, index) => {
      const [label = '', ...after] = part.split(plateEnd);
      if (index === 0) return [{ text: part, isPlate: false }];
      return [
        { text: label, isPlate: true },
        { text: after.join(''), isPlate: false },
      ];
    })
    .filter(({ text }) => text.trim() !== '');
}

/** The value as plain words. */
export function withoutPlates(value: string): string {
  return value.replaceAll(plateStart, '').replaceAll(plateEnd, '');
}
