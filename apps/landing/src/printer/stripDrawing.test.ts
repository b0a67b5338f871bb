import { describe, expect, it } from 'vitest';
import type { DrawnBlock, DrawnRun } from '../reports/printerReport.ts';
import { rasterPath } from './rasterPath.ts';
import { stripDrawing, stripText } from './stripDrawing.ts';

const run = (text: string, more: Partial<DrawnRun> = {}): DrawnRun => ({
  text,
  font: 'A',
  widthScale: 1,
  heightScale: 1,
  isBold: false,
  isUnderlined: false,
  isInverse: false,
  ...more,
});
const line = (align: 'left' | 'center' | 'right', heightDots: number, ...runs: DrawnRun[]): DrawnBlock => ({
  kind: 'line',
  align,
  heightDots,
  runs,
});
const draw = (...blocks: DrawnBlock[]) => stripDrawing({ drawing: { widthDots: 576, title: null, blocks } });

describe('a strip of paper', () => {
  it('given lines, places each below the one before and its runs side by side on one base line', () => {
    const { runs, heightDots } = draw(
      line('left', 30, run('ab')),
      line('left', 192, run('D', { widthScale: 8, heightScale: 8 }), run('x')),
    );
    expect(runs.map(({ xDots, yDots }) => [xDots, yDots])).toEqual([
      [0, 6],
      [0, 30],
      [96, 198],
    ]);
    expect(heightDots).toBe(222);
  });

  it('given an alignment, reckons with the width of the line', () => {
    const { runs } = draw(line('right', 24, run('ab')), line('center', 24, run('ab', { font: 'B' })));
    expect(runs.map(({ xDots }) => xDots)).toEqual([552, 279]);
  });

  it('given rules, pictures and bytes that nobody knows, draws each where it came', () => {
    const drawing = draw(
      { kind: 'rule', heightDots: 30 },
      { kind: 'raster', align: 'left', widthDots: 8, heightDots: 1, widthScale: 2, heightScale: 3, bitsBase64: 'wQ==' },
      { kind: 'unknown', bytesHex: '1b7a' },
    );
    expect(drawing.rules).toEqual([{ yDots: 15 }]);
    expect(drawing.rasters).toEqual([{ xDots: 0, yDots: 30, scaleX: 2, scaleY: 3, path: 'M0 0h2v1h-2zM7 0h1v1h-1z' }]);
    expect(drawing.runs[0]).toMatchObject({ text: '? 1b7a', isInverse: true, yDots: 33 });
  });

  it('given its words, says them line by line', () => {
    const blocks = [
      line('left', 30, run('Twój '), run('numer')),
      line('left', 30, run('  ')),
      line('left', 30, run('D042')),
    ];
    expect(stripText({ drawing: { widthDots: 576, title: null, blocks } })).toBe('Twój numer\nD042');
  });
});

describe('a printed picture', () => {
  it('given rows of bits, is one rectangle for each stretch of black', () => {
    expect(rasterPath({ widthDots: 10, heightDots: 2, bitsBase64: '8P8AQA==' })).toBe(
      'M0 0h4v1h-4zM8 0h2v1h-2zM9 1h1v1h-1z',
    );
  });
});
