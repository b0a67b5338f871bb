import { keepShortWords, useText } from '@okienko/kit';
import type { ReactNode } from 'react';

/** The large place while nobody is called: where to look, in words, and no yellow. */
export function EmptyPlace(): ReactNode {
  const text = useText();
  return (
    <section className="call is-empty" data-testid="empty-place">
      <p>
        <b>{text('board.empty.welcome')}</b>
        {keepShortWords(text('board.empty.here'))}
      </p>
    </section>
  );
}
