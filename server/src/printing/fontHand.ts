import { columnsPerCharacter, type LayoutElement, type TextSize } from './layoutElement.ts';
import type { CodePageName } from './codePages.ts';
import { printableText } from './printableText.ts';
import { quietZone, type TicketHand, type TicketRow, withoutPlates } from './ticketHand.ts';
import { fitsUncut, wrapBalanced, wrapText } from './wrapText.ts';

const bulletColumns = 2;
const bandFeedDots = 16;

/**
 * Writes in the printer's font A. Running text is twice as high as the font, because font A's 24 dots are less than
 * the 25 that every word on paper has at least.
 *
 * @param pages what the text may be printed in; a letter that they lack is replaced (see `printableText`).
 */
export function fontHand(columns: number, pages: readonly CodePageName[]): TicketHand {
  const printable = (text: string) => printableText(text, pages);
  return {
    paragraph: (text) => textLines(wrapText(printable(text), columns), 'tall', false),
    balanced: (text) => textLines(wrapBalanced(printable(text), columns), 'tall', false),
    heading: (text) => textLines(wrapBalanced(printable(text), columns), 'tall', true),
    name: (text) => nameLines(printable(text), columns),
    bullet: (text) => {
      const lines = wrapText(printable(text), columns - bulletColumns);
      return lines.length === 0 ? [] : [{ kind: 'bullet', lines }];
    },
    rows: (rows) =>
      rowElements(
        rows.map(({ label, value }) => ({ label: printable(label), value: printable(withoutPlates(value)) })),
        columns,
      ),
    follow: (url, label, scan) => [
      quietZone,
      { kind: 'qr', url },
      quietZone,
      ...textLines(wrapBalanced(printable(label), columns), 'tall', true),
      ...textLines(wrapText(printable(scan), columns), 'tall', false),
    ],
    priorityBand: (text) => bandElements(printable(text), null, columns),
    copyBand: (label, printedAt) => bandElements(printable(label), printable(printedAt), columns),
  };
}

/** The name of a service in double size where that cuts no word and takes no more than three lines. */
function nameLines(name: string, columns: number): readonly LayoutElement[] {
  const doubleColumns = Math.floor(columns / columnsPerCharacter('double'));
  const double = wrapBalanced(name, doubleColumns);
  if (double.length <= 3 && fitsUncut(name, doubleColumns)) return textLines(double, 'double', true);
  return textLines(wrapBalanced(name, columns), 'tall', true);
}

function rowElements(rows: readonly TicketRow[], columns: number): readonly LayoutElement[] {
  const gap = 1;
  const fits = ({ label, value }: TicketRow, size: TextSize) =>
    label.length + gap + value.length * columnsPerCharacter(size) <= columns;
  const rightSize = rows.every((row) => fits(row, 'double')) ? 'double' : 'tall';
  return rows.flatMap((row): readonly LayoutElement[] => {
    if (fits(row, rightSize)) return [{ kind: 'row', left: row.label, right: row.value, rightSize }];
    const values = wrapText(row.value, columns);
    return [
      ...textLines(wrapText(row.label, columns), 'tall', false),
      ...values.map((text): LayoutElement => ({ kind: 'text', text, size: 'tall', isBold: true, align: 'right' })),
    ];
  });
}

function bandElements(left: string, right: string | null, columns: number): readonly LayoutElement[] {
  const leftColumns = 2 + left.length * columnsPerCharacter('double');
  const after: LayoutElement = { kind: 'feed', dots: bandFeedDots };
  if (leftColumns > columns) {
    return [...textLines(wrapText(left, columns), 'tall', true), ...tallLines(right, columns), after];
  }
  if (right === null || leftColumns + right.length + 1 <= columns) return [{ kind: 'band', left, right }, after];
  return [{ kind: 'band', left, right: null }, ...tallLines(right, columns), after];
}

function tallLines(text: string | null, columns: number): readonly LayoutElement[] {
  return text === null ? [] : textLines(wrapText(text, columns), 'tall', false);
}

function textLines(lines: readonly string[], size: TextSize, isBold: boolean): readonly LayoutElement[] {
  return lines.map((text) => ({ kind: 'text', text, size, isBold, align: 'left' }));
}
