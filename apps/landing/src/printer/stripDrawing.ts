import { assertNever } from '@okienko/shared';
import type { DrawnBlock, DrawnRun, Strip } from '../reports/printerReport.ts';
import { rasterPath } from './rasterPath.ts';

/** A run of characters at its place; each character stands in its own cell, as the print head puts it. */
export type PlacedRun = DrawnRun & {
  readonly xDots: number;
  /** The upper edge. */
  readonly yDots: number;
  readonly cellWidthDots: number;
  readonly cellHeightDots: number;
};

/** A strip laid out for drawing: everything in dots from its upper left corner. */
export type StripDrawing = {
  readonly widthDots: number;
  readonly heightDots: number;
  readonly runs: readonly PlacedRun[];
  readonly rules: readonly { readonly yDots: number }[];
  readonly rasters: readonly {
    readonly xDots: number;
    readonly yDots: number;
    readonly scaleX: number;
    readonly scaleY: number;
    readonly path: string;
  }[];
  readonly codes: readonly {
    readonly xDots: number;
    readonly yDots: number;
    readonly sizeDots: number;
    readonly text: string;
  }[];
};

/** A character's cell at scale 1 (ESC/POS: font A 12 × 24 dots, font B 9 × 17). */
const cells = { A: { width: 12, height: 24 }, B: { width: 9, height: 17 } } as const;
const cutDots = 24;

/** Places every block of a strip below the one before it. */
export function stripDrawing({ drawing }: Pick<Strip, 'drawing'>): StripDrawing {
  const { widthDots, blocks } = drawing;
  let yDots = 0;
  const runs: PlacedRun[] = [];
  const rules: { yDots: number }[] = [];
  const rasters: StripDrawing['rasters'][number][] = [];
  const codes: StripDrawing['codes'][number][] = [];
  const left = (align: 'left' | 'center' | 'right', width: number) =>
    Math.max(0, align === 'left' ? 0 : align === 'right' ? widthDots - width : Math.floor((widthDots - width) / 2));

  for (const block of blocks) {
    const heightDots = heightOf(block);
    switch (block.kind) {
      case 'line':
        runs.push(...placeRuns(block.runs, left(block.align, widthOf(block.runs)), yDots, heightDots));
        break;
      case 'unknown':
        runs.push(...placeRuns([unknownRun(block.bytesHex)], 0, yDots, heightDots));
        break;
      case 'rule':
        rules.push({ yDots: yDots + heightDots / 2 });
        break;
      case 'raster': {
        const { widthScale: scaleX, heightScale: scaleY } = block;
        rasters.push({
          xDots: left(block.align, block.widthDots * scaleX),
          yDots,
          scaleX,
          scaleY,
          path: rasterPath(block),
        });
        break;
      }
      case 'qr':
        codes.push({ xDots: left(block.align, heightDots), yDots, sizeDots: heightDots, text: block.text });
        break;
      case 'blank':
      case 'cut':
        break;
      default:
        assertNever(block);
    }
    yDots += heightDots;
  }
  return { widthDots, heightDots: yDots, runs, rules, rasters, codes };
}

/** The strip's words from the top down, one line each: what is read aloud, and what a test can read. */
export function stripText({ drawing }: Pick<Strip, 'drawing'>): string {
  return drawing.blocks
    .map((block) =>
      block.kind === 'line'
        ? block.runs
            .map((run) => run.text)
            .join('')
            .trimEnd()
        : '',
    )
    .filter((line) => line !== '')
    .join('\n');
}

function heightOf(block: DrawnBlock): number {
  switch (block.kind) {
    case 'line':
    case 'rule':
    case 'blank':
      return block.heightDots;
    case 'qr':
      return block.sideDots;
    case 'raster':
      return block.heightDots * block.heightScale;
    case 'cut':
    case 'unknown':
      return cutDots;
    default:
      return assertNever(block);
  }
}

function widthOf(runs: readonly DrawnRun[]): number {
  return runs.reduce((sum, run) => sum + run.text.length * cells[run.font].width * run.widthScale, 0);
}

/** Runs of one line stand on one base line: the lower edge of the tallest. */
function placeRuns(runs: readonly DrawnRun[], startDots: number, yDots: number, heightDots: number): PlacedRun[] {
  let xDots = startDots;
  return runs.map((run) => {
    const cellWidthDots = cells[run.font].width * run.widthScale;
    const cellHeightDots = cells[run.font].height * run.heightScale;
    const placed = { ...run, xDots, yDots: yDots + heightDots - cellHeightDots, cellWidthDots, cellHeightDots };
    xDots += run.text.length * cellWidthDots;
    return placed;
  });
}

function unknownRun(bytesHex: string): DrawnRun {
  const text = `? ${bytesHex}`.slice(0, 48);
  return { text, font: 'A', widthScale: 1, heightScale: 1, isBold: false, isUnderlined: false, isInverse: true };
}
