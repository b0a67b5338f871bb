import { ArrowRightIcon, useText } from '@okienko/kit';
import type { ReactNode } from 'react';
import type { FitPages } from './useFitPages.ts';

/** The key to what did not fit, and from the last page back to the first; none where all fits. */
export function PageKey({ fit }: { readonly fit: FitPages }): ReactNode {
  const text = useText();
  const { page, pageCount, turn } = fit;
  if (pageCount === 1) return null;
  return (
    <div className="page-key">
      <span>{text('kiosk.home.page', { page: page + 1, pages: pageCount })}</span>
      <button type="button" className="key" onClick={turn}>
        {text(page + 1 < pageCount ? 'kiosk.card.more' : 'kiosk.card.start')}
        <ArrowRightIcon />
      </button>
    </div>
  );
}
