import { formatTimeWithSeconds, TicketNumber, useText } from '@okienko/kit';
import type { Language } from '@okienko/shared';
import type { ReactNode } from 'react';
import type { Strip } from '../reports/printerReport.ts';
import { PaperStrip } from './PaperStrip.tsx';

type Properties = { readonly strips: readonly Strip[]; readonly timeZone: string; readonly language: Language };

/** The last strips, the newest first, each with when it came, how many bytes it was and whether it was cut off. */
export function Strips({ strips, timeZone, language }: Properties): ReactNode {
  const text = useText();
  return (
    <section className="strips">
      <div className="strips-head">
        <h2>{text('printer.strips.title')}</h2>
        <span>{text('printer.strips.count', { count: strips.length })}</span>
      </div>
      <ul>
        {strips.map((strip) => (
          <li key={strip.stripNumber} data-testid="printed-strip" data-title={strip.drawing.title ?? undefined}>
            <div className="strip-facts">
              {strip.drawing.title !== null && <TicketNumber value={strip.drawing.title} />}
              <span>
                {formatTimeWithSeconds(strip.receivedAt, timeZone, language)} ·{' '}
                {text('printer.strips.bytes', { count: strip.byteCount })} · {text(`printer.strips.${strip.ending}`)}
              </span>
            </div>
            <PaperStrip strip={strip} />
          </li>
        ))}
      </ul>
      {strips.length === 0 && <p className="nothing">{text('printer.strips.none')}</p>}
    </section>
  );
}
