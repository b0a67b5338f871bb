import { CheckIcon, useText } from '@okienko/kit';
import type { CounterTicket } from '@okienko/shared';
import type { ReactNode } from 'react';
import { isPaperWarning, paperMarkOf } from '../desk/paperMark.ts';

/** A ticket's paper in sign and word, where there is something to know of it. */
export function PaperMark({ print }: Pick<CounterTicket, 'print'>): ReactNode {
  const text = useText();
  const mark = paperMarkOf(print);
  if (mark === null) return null;
  return (
    <span className="mark paper-mark" data-testid="paper-mark" data-mark={mark}>
      {isPaperWarning(mark) && (
        <b className="mark-sign" aria-hidden="true">
          !
        </b>
      )}
      {mark === 'copyPrinted' && <CheckIcon />}
      {text(`counter.mark.${mark}`)}
    </span>
  );
}
