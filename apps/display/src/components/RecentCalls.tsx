import { useText } from '@okienko/kit';
import type { BoardCall, BoardConfiguration } from '@okienko/shared';
import type { ReactNode } from 'react';
import type { BoardRows } from '../boardRows.ts';
import { CallRow } from './CallRow.tsx';

type Properties = { readonly rows: BoardRows; readonly configuration: BoardConfiguration };

/** Who is called and waits for the large place, then who was called before. */
export function RecentCalls({ rows, configuration }: Properties): ReactNode {
  const text = useText();
  const listOf = (calls: readonly BoardCall[], isNext: boolean) => (
    <ol className={isNext ? 'block' : undefined}>
      {calls.map((call) => (
        <CallRow key={call.ticketNumber} call={call} configuration={configuration} isNext={isNext} />
      ))}
    </ol>
  );
  const hasSoon = rows.soon.length > 0;
  return (
    <section className="recent">
      {hasSoon && <h2 className="soon">{text('board.soon')}</h2>}
      {hasSoon && listOf(rows.soon, true)}
      {(rows.recent.length > 0 || !hasSoon) && <h2>{text('board.recent')}</h2>}
      {rows.recent.length > 0 && listOf(rows.recent, false)}
    </section>
  );
}
