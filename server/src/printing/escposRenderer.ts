import { BreakLine, PrinterTypes, ThermalPrinter } from 'node-thermal-printer';
import { assert, assertNever, type Language } from '@okienko/shared';
import { type Bitmap, blankBitmap, fillBox } from './bitmap.ts';
import { hasCharacter, type CodePageName } from './codePages.ts';
import { columnsPerCharacter, type LayoutElement, type TextSize } from './layoutElement.ts';
import { printableText } from './printableText.ts';
import type { PrinterProfile } from './printerProfile.ts';
import { qrModuleDots, qrPicture } from './qrPicture.ts';

/** The library's own names of the pages that we allow. */
const characterSets: Readonly<Record<CodePageName, string>> = {
  PC437: 'PC437_USA',
  PC852: 'PC852_LATIN2',
  PC1125: 'PC1125_UKRANIAN',
  WPC1250: 'WPC1250_LATIN2',
  WPC1251: 'WPC1251_CYRILLIC',
  ISO8859_2: 'ISO8859_2_LATIN2',
};

type Scale = { readonly width: number; readonly height: number };
const scales: Readonly<Record<TextSize, Scale>> = {
  normal: { width: 1, height: 1 },
  tall: { width: 1, height: 2 },
  double: { width: 2, height: 2 },
};

const ruleDots = 4;
const ruleGapDots = 14;

/** What the elements below write with; one per ticket, so that nothing of the ticket before is left in it. */
type Strip = {
  readonly profile: PrinterProfile;
  readonly printer: ThermalPrinter;
  readonly write: (text: string) => void;
};

/**
 * Composes the ESC/POS bytes of one ticket, from the reset of the printer to the cut and the presenter. Selects only the code pages that
 * the profile names for the language; a character that none of them has is replaced (see `printableText`).
 *
 * @throws AssertionFailure when a QR address is not printable ASCII: the printer would count its bytes wrongly.
 */
export function renderEscpos(
  elements: readonly LayoutElement[],
  profile: PrinterProfile,
  language: Language,
): Uint8Array {
  const printer = new ThermalPrinter({
    type: PrinterTypes.EPSON,
    // Without an interface the library only composes: its transports are not to be trusted (see `tcpPrinterPort`).
    interface: '',
    width: profile.columns,
    breakLine: BreakLine.NONE,
  });
  const strip: Strip = { profile, printer, write: pageAwareWriter(printer, profile, language) };
  raw(strip, [0x1b, 0x40]);
  for (const element of elements) renderElement(strip, element);
  return new Uint8Array(printer.getBuffer());
}

function renderElement(strip: Strip, element: LayoutElement): void {
  switch (element.kind) {
    case 'text':
      renderLine(strip, element.text, scales[element.size], { isBold: element.isBold, align: element.align });
      break;
    case 'footLine':
      renderLine(strip, element.text, scales[element.size], plain);
      break;
    case 'bigNumber':
      renderLine(strip, element.text, { width: element.scale, height: element.scale }, bold);
      break;
    case 'rule':
      renderRule(strip);
      break;
    case 'raster':
      printRaster(strip, element.bitmap);
      break;
    case 'row':
      renderRow(strip, element);
      break;
    case 'band':
      renderBand(strip, element);
      break;
    case 'bullet':
      for (const [index, line] of element.lines.entries()) {
        renderLine(strip, `${index === 0 ? '■' : ' '} ${line}`, scales.tall, plain);
      }
      break;
    case 'qr':
      renderQr(strip, element.url);
      break;
    case 'feed':
      feedDots(strip, element.dots);
      break;
    case 'cut':
      feedDots(strip, strip.profile.feedBeforeCutDots);
      cutPaper(strip);
      presentPaper(strip);
      break;
    default:
      assertNever(element);
  }
}

type LineStyle = { readonly isBold: boolean; readonly align: 'left' | 'center' | 'right' };
const plain: LineStyle = { isBold: false, align: 'left' };
const bold: LineStyle = { isBold: true, align: 'left' };

function renderLine({ printer, write }: Strip, text: string, scale: Scale, { isBold, align }: LineStyle): void {
  if (align === 'center') printer.alignCenter();
  if (align === 'right') printer.alignRight();
  setScale(printer, scale);
  if (isBold) printer.bold(true);
  write(text);
  printer.newLine();
  if (isBold) printer.bold(false);
  setScale(printer, scales.normal);
  if (align !== 'left') printer.alignLeft();
}

/** A bar where the printer can; the font's own dashes are thin and, in a page without them, hyphens. */
function renderRule(strip: Strip): void {
  const { columns, raster, widthDots } = strip.profile;
  if (raster === null) {
    renderLine(strip, '─'.repeat(columns), scales.normal, bold);
    return;
  }
  const bar = blankBitmap(widthDots, ruleDots);
  fillBox(bar, 0, 0, widthDots, ruleDots);
  feedDots(strip, ruleGapDots);
  printRaster(strip, bar);
  feedDots(strip, ruleGapDots);
}

/** `GS v 0 m xL xH yL yH` and the rows, at single size. */
function printRaster(strip: Strip, { rowBytes, heightDots, bits }: Bitmap): void {
  assert(rowBytes * 8 <= strip.profile.widthDots + 7, 'a picture must fit the paper');
  const size = [rowBytes & 0xff, rowBytes >> 8, heightDots & 0xff, heightDots >> 8];
  raw(strip, [0x1d, 0x76, 0x30, 0x00, ...size]);
  strip.printer.add(Buffer.from(bits));
}

function renderRow({ printer, write, profile }: Strip, element: Extract<LayoutElement, { kind: 'row' }>): void {
  const rightColumns = element.right.length * columnsPerCharacter(element.rightSize);
  setScale(printer, scales.tall);
  write(element.left);
  write(' '.repeat(Math.max(1, profile.columns - element.left.length - rightColumns)));
  setScale(printer, scales[element.rightSize]);
  printer.bold(true);
  write(element.right);
  printer.newLine();
  printer.bold(false);
  setScale(printer, scales.normal);
}

/** All of a band is equally high: where the height changed, the black would have a step. */
function renderBand({ printer, write, profile }: Strip, element: Extract<LayoutElement, { kind: 'band' }>): void {
  const roomy = Math.floor((profile.columns - 2) / Math.max(1, element.left.length));
  const scale = element.right === null ? Math.max(2, Math.min(3, roomy)) : 2;
  const leftColumns = element.left.length * scale;
  const free = Math.max(0, profile.columns - leftColumns - (element.right?.length ?? 0));
  const before = element.right === null ? Math.floor(free / 2) : Math.min(1, free);
  const after = element.right === null ? free - before : Math.min(1, free - before);
  printer.invert(true);
  setScale(printer, { width: 1, height: scale });
  write(' '.repeat(before));
  setScale(printer, { width: scale, height: scale });
  printer.bold(true);
  write(element.left);
  printer.bold(false);
  setScale(printer, { width: 1, height: scale });
  write(' '.repeat(element.right === null ? 0 : Math.max(0, free - before - after)));
  write(element.right ?? '');
  write(' '.repeat(after));
  printer.newLine();
  setScale(printer, scales.normal);
  printer.invert(false);
}

function renderQr(strip: Strip, url: string): void {
  assert(/^[\x21-\x7e]+$/.test(url), 'a QR address must be ASCII without spaces');
  const { printer, profile } = strip;
  if (profile.qr === 'raster') {
    printRaster(strip, qrPicture(url, 'M', profile.widthDots));
    return;
  }
  printer.alignCenter();
  printer.printQR(url, { model: 2, cellSize: qrModuleDots(url, 'M', profile.widthDots), correction: 'M' });
  printer.alignLeft();
}

/** The library names its parameters the wrong way round: its first one lands in the width's half of `GS !`. */
function setScale(printer: ThermalPrinter, { width, height }: Scale): void {
  printer.setTextSize(width - 1, height - 1);
}

/** `GS V m`. */
function cutPaper(strip: Strip): void {
  const { cutter } = strip.profile;
  switch (cutter) {
    case 'none':
      break;
    case 'partial':
      raw(strip, [0x1d, 0x56, 1]);
      break;
    case 'full':
      raw(strip, [0x1d, 0x56, 0]);
      break;
    default:
      assertNever(cutter);
  }
}

/** `GS e 3 m`, as in the command manuals of Custom's printers: the ticket is pushed out m steps and held. */
function presentPaper(strip: Strip): void {
  const { presenterSteps } = strip.profile;
  if (presenterSteps !== null) raw(strip, [0x1d, 0x65, 3, presenterSteps]);
}

/** `ESC J n` feeds at most 255 dots at a time. */
function feedDots(strip: Strip, dots: number): void {
  for (let left = dots; left > 0; left -= 255) raw(strip, [0x1b, 0x4a, Math.min(left, 255)]);
}

function raw({ printer }: Pick<Strip, 'printer'>, bytes: readonly number[]): void {
  printer.add(Buffer.from(bytes));
}

/** Selects a page itself before each stretch of text that needs another, so that the library never has to choose one. */
function pageAwareWriter(
  printer: ThermalPrinter,
  { codePages, codePageNumbers }: PrinterProfile,
  language: Language,
): (text: string) => void {
  const pages = codePages[language];
  let current: CodePageName | undefined = undefined;
  const select = (page: CodePageName) => {
    printer.setCharacterSet(characterSets[page]);
    const ownNumber = codePageNumbers[page];
    if (ownNumber !== undefined) raw({ printer }, [0x1b, 0x74, ownNumber]);
  };
  return (text) => {
    let stretch = '';
    for (const character of printableText(text, pages).replaceAll('\u00a0', ' ')) {
      const page: CodePageName | undefined = isAscii(character)
        ? (current ?? pages[0])
        : pages.find((each) => hasCharacter(each, character));
      if (page !== current) {
        printer.append(stretch);
        stretch = '';
        if (page !== undefined) select(page);
        current = page;
      }
      stretch += character;
    }
    printer.append(stretch);
  };
}

function isAscii(character: string): boolean {
  return character <= '~';
}
