import { assertNever } from '@okienko/shared';
import type { PaperOperation, PenOperation, PrintOperation } from './printOperation.ts';
import type { PrinterProfile } from './printerProfile.ts';
import { qrModules } from './qrPicture.ts';
import type { DrawnAlign, DrawnBlock, DrawnRun, DrawnTicket, TicketDrawing } from './ticketDrawing.ts';
import type { ReceivedTicket } from './virtualPaper.ts';

type RunStyle = Omit<DrawnRun, 'text'>;
type Pen = { readonly style: RunStyle; readonly align: DrawnAlign; readonly spacingDots: number };

const defaultSpacingDots = 30;
const tabColumns = 8;
const plainStyle: RunStyle = {
  font: 'A',
  widthScale: 1,
  heightScale: 1,
  isBold: false,
  isUnderlined: false,
  isInverse: false,
};
const restingPen: Pen = { style: plainStyle, align: 'left', spacingDots: defaultSpacingDots };

/** Draws what a printer of this width would have printed; text that is too long goes on in the next line, as there. */
export function drawTicket(operations: readonly PrintOperation[], widthDots: number): TicketDrawing {
  const page: Page = { blocks: [], runs: [], pen: restingPen };
  for (const operation of operations) draw(page, operation, widthDots);
  if (page.runs.length > 0) endLine(page);
  return { widthDots, title: titleOf(page.blocks), blocks: page.blocks };
}

/** The strips of a virtual printer as the page that draws them wants them, in the order given. */
export function drawTickets(
  tickets: readonly ReceivedTicket[],
  { widthDots, cutter }: Pick<PrinterProfile, 'widthDots' | 'cutter'>,
): readonly DrawnTicket[] {
  return tickets.map(({ operations, isCut, ...strip }) => ({
    ...strip,
    ending: isCut ? 'cut' : cutter === 'none' ? 'uncut' : 'broken',
    drawing: drawTicket(operations, widthDots),
  }));
}

/** The strip so far and the line that is being written; filled in place, because a hostile strip can be very long. */
type Page = { readonly blocks: DrawnBlock[]; runs: readonly DrawnRun[]; pen: Pen };

function draw(page: Page, operation: PrintOperation, widthDots: number): void {
  switch (operation.type) {
    case 'text':
      write(page, operation.text, widthDots);
      break;
    case 'tab':
      write(page, ' '.repeat(tabColumns - (columnsOf(page.runs) % tabColumns)), widthDots);
      break;
    case 'lineFeed':
      endLine(page);
      break;
    case 'qr':
    case 'raster':
    case 'cut':
    case 'feedLines':
    case 'feedDots':
    case 'unknown':
      // What moves the paper prints the line that is in the buffer first.
      if (page.runs.length > 0) endLine(page);
      page.blocks.push(blockOf(operation, page.pen));
      break;
    case 'initialize':
    case 'align':
    case 'lineSpacing':
    case 'bold':
    case 'underline':
    case 'inverse':
    case 'font':
    case 'characterSize':
    case 'printMode':
      page.pen = penAfter(page.pen, operation);
      break;
    case 'carriageReturn':
    case 'selectCodePage':
    case 'realtimeStatus':
    case 'queuedStatus':
    case 'processId':
    case 'presenter':
    case 'clearBuffers':
      break;
    default:
      assertNever(operation);
  }
}

function write(page: Page, text: string, widthDots: number): void {
  const { style } = page.pen;
  for (const character of text) {
    const isFull = widthOf(page.runs) + characterWidth(style) > widthDots;
    if (isFull && page.runs.length > 0) endLine(page);
    page.runs = withCharacter(page.runs, character, style);
  }
}

function endLine(page: Page): void {
  page.blocks.push(lineBlock(page.runs, page.pen));
  page.runs = [];
}

function lineBlock(runs: readonly DrawnRun[], pen: Pen): DrawnBlock {
  const tallest = Math.max(0, ...runs.map((run) => fontHeight(run.font) * run.heightScale));
  const heightDots = Math.max(pen.spacingDots, tallest);
  const text = runs.map((run) => run.text).join('');
  if (text.trim() === '' && runs.every((run) => !run.isInverse)) return { kind: 'blank', heightDots };
  if (/^[─-]{16,}$/.test(text)) return { kind: 'rule', heightDots };
  return { kind: 'line', align: pen.align, heightDots, runs };
}

function blockOf(operation: PaperOperation, pen: Pen): DrawnBlock {
  const { align } = pen;
  switch (operation.type) {
    case 'qr': {
      const { text, moduleDots, correction } = operation;
      const modules = qrModules(text, correction);
      // A printer passes over a text that no code holds.
      if (modules === null) return { kind: 'blank', heightDots: 0 };
      return { kind: 'qr', align, text, moduleDots, sideDots: moduleDots * modules, correction };
    }
    case 'raster': {
      const { widthBytes, heightDots, widthScale, heightScale, bits } = operation;
      const bitsBase64 = Buffer.from(bits).toString('base64');
      return { kind: 'raster', align, widthDots: widthBytes * 8, heightDots, widthScale, heightScale, bitsBase64 };
    }
    case 'cut':
      return { kind: 'cut', isPartial: operation.isPartial };
    case 'feedLines':
      return { kind: 'blank', heightDots: operation.lines * pen.spacingDots };
    case 'feedDots':
      return { kind: 'blank', heightDots: operation.dots };
    case 'unknown':
      return { kind: 'unknown', bytesHex: Buffer.from(operation.bytes).toString('hex') };
    default:
      return assertNever(operation);
  }
}

function penAfter(pen: Pen, operation: PenOperation): Pen {
  const { style } = pen;
  switch (operation.type) {
    case 'initialize':
      return restingPen;
    case 'align':
      return { ...pen, align: operation.align };
    case 'lineSpacing':
      return { ...pen, spacingDots: operation.dots ?? defaultSpacingDots };
    case 'bold':
      return { ...pen, style: { ...style, isBold: operation.isOn } };
    case 'underline':
      return { ...pen, style: { ...style, isUnderlined: operation.isOn } };
    case 'inverse':
      return { ...pen, style: { ...style, isInverse: operation.isOn } };
    case 'font':
      return { ...pen, style: { ...style, font: operation.font } };
    case 'characterSize': {
      const { widthScale, heightScale } = operation;
      return { ...pen, style: { ...style, widthScale, heightScale } };
    }
    case 'printMode': {
      const { font, isBold, isUnderlined, widthScale, heightScale } = operation;
      return { ...pen, style: { ...style, font, isBold, isUnderlined, widthScale, heightScale } };
    }
    default:
      return assertNever(operation);
  }
}

function withCharacter(runs: readonly DrawnRun[], character: string, style: RunStyle): readonly DrawnRun[] {
  const last = runs.at(-1);
  const run: DrawnRun = { text: character, ...style };
  if (last === undefined || !hasSameStyle(last, run)) return [...runs, run];
  return [...runs.slice(0, -1), { ...last, text: last.text + character }];
}

function hasSameStyle(one: RunStyle, other: RunStyle): boolean {
  return (
    one.font === other.font &&
    one.widthScale === other.widthScale &&
    one.heightScale === other.heightScale &&
    one.isBold === other.isBold &&
    one.isUnderlined === other.isUnderlined &&
    one.isInverse === other.isInverse
  );
}

/** Our tickets end with their number, a middle dot, date and time; on any other strip it is the largest text. */
const footLine = /^(\S+) [·-] \d{2}\.\d{2}\.\d{4} /;

function titleOf(blocks: readonly DrawnBlock[]): string | null {
  const runs = blocks.flatMap((block) => (block.kind === 'line' ? block.runs : []));
  const foot = blocks
    .flatMap((block) => (block.kind === 'line' ? [block.runs.map(({ text }) => text).join('')] : []))
    .findLast((line) => footLine.test(line));
  if (foot !== undefined) return footLine.exec(foot)?.[1] ?? null;
  const written = runs.filter(({ text }) => text.trim() !== '');
  const greatest = written.reduce((most, run) => Math.max(most, sizeOf(run)), 0);
  return written.find((run) => sizeOf(run) === greatest)?.text.trim() ?? null;
}

function sizeOf({ widthScale, heightScale }: DrawnRun): number {
  return widthScale * heightScale;
}

function widthOf(runs: readonly DrawnRun[]): number {
  return runs.reduce((width, run) => width + run.text.length * characterWidth(run), 0);
}

function columnsOf(runs: readonly DrawnRun[]): number {
  return runs.reduce((columns, run) => columns + run.text.length * run.widthScale, 0);
}

function characterWidth({ font, widthScale }: Pick<DrawnRun, 'font' | 'widthScale'>): number {
  return (font === 'A' ? 12 : 9) * widthScale;
}

function fontHeight(font: 'A' | 'B'): number {
  return font === 'A' ? 24 : 17;
}
