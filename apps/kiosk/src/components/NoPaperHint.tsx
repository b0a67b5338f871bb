import { keepShortWords, useText } from '@okienko/kit';
import type { ReactNode } from 'react';
import { useKiosk } from './KioskContext.ts';

/** What begins a journey without paper is described by this: the heading of home, the key to take a ticket. */
export const noPaperHintId = 'no-paper-hint';

/** Before a ticket is taken: that it will have no paper, and where its number will be; nothing where paper is expected. */
export function NoPaperHint(): ReactNode {
  const text = useText();
  if (useKiosk().hasPaper) return null;
  return (
    <output className="no-paper" id={noPaperHintId} data-testid="no-paper">
      <span className="sign" aria-hidden="true">
        !
      </span>
      <span>{keepShortWords(text('kiosk.noPaper'))}</span>
    </output>
  );
}
