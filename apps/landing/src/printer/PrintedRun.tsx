import type { ReactNode } from 'react';
import type { PlacedRun } from './stripDrawing.ts';

/** Where the letters of a cell stand, in parts of its height: capitals about two thirds high, as in a printer's font. */
const baseLine = 0.8;
const letterSize = 0.86;

/** Characters of one style, each in its own cell; the browser's letters are stretched to the cell's proportions. */
export function PrintedRun({ run }: { readonly run: PlacedRun }): ReactNode {
  const { text, xDots, yDots, cellWidthDots, cellHeightDots, isBold, isInverse, isUnderlined } = run;
  const stretch = cellWidthDots / (cellHeightDots / 2);
  const places = Array.from({ length: text.length }, (_, index) => ((index + 0.5) * cellWidthDots) / stretch);
  const widthDots = text.length * cellWidthDots;
  return (
    <>
      {isInverse && <rect x={xDots} y={yDots} width={widthDots} height={cellHeightDots} />}
      {isUnderlined && <rect x={xDots} y={yDots + cellHeightDots - 2} width={widthDots} height={2} />}
      <text
        x={places.join(' ')}
        y={cellHeightDots * baseLine}
        transform={`translate(${xDots} ${yDots}) scale(${stretch} 1)`}
        fontSize={cellHeightDots * letterSize}
        fontWeight={isBold ? 700 : 400}
        textAnchor="middle"
        fill={isInverse ? '#FFFFFF' : '#000000'}
      >
        {text}
      </text>
    </>
  );
}
