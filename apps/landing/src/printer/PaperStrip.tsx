import { QrCode } from '@okienko/kit';
import { type ReactNode, useMemo } from 'react';
import type { Strip } from '../reports/printerReport.ts';
import { PrintedRun } from './PrintedRun.tsx';
import { stripDrawing, stripText } from './stripDrawing.ts';

const marginDots = 16;

/** One strip of paper, drawn dot by dot as the printer would, from nothing but the bytes that it received. */
export function PaperStrip({ strip }: { readonly strip: Strip }): ReactNode {
  const drawing = useMemo(() => stripDrawing(strip), [strip]);
  const width = drawing.widthDots + 2 * marginDots;
  const height = drawing.heightDots + 2 * marginDots;
  return (
    <div className="paper">
      <p className="sr-only">{stripText(strip)}</p>
      <svg viewBox={`${-marginDots} ${-marginDots} ${width} ${height}`} aria-hidden="true">
        {drawing.rules.map(({ yDots }) => (
          <path key={yDots} d={`M0 ${yDots}h${drawing.widthDots}`} stroke="#000000" strokeWidth="2" />
        ))}
        {drawing.rasters.map(({ xDots, yDots, scaleX, scaleY, path }) => (
          <path
            key={yDots}
            d={path}
            transform={`translate(${xDots} ${yDots}) scale(${scaleX} ${scaleY})`}
            shapeRendering="crispEdges"
          />
        ))}
        {drawing.codes.map(({ xDots, yDots, sizeDots, text }) => (
          <g key={yDots} transform={`translate(${xDots} ${yDots})`}>
            <QrCode value={text} label={text} widthPx={sizeDots} />
          </g>
        ))}
        {drawing.runs.map((run) => (
          <PrintedRun key={`${run.yDots} ${run.xDots}`} run={run} />
        ))}
      </svg>
    </div>
  );
}
