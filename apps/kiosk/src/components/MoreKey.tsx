import { ArrowRightIcon, useText } from '@okienko/kit';
import { textIn } from '@okienko/shared';
import type { ReactNode } from 'react';
import type { HomePage } from '../homePages.ts';
import { useKiosk } from './KioskContext.ts';

type Properties = {
  readonly pages: readonly HomePage[];
  readonly page: number;
  /** True where it stands outside the list and says which page this is. */
  readonly isOutside: boolean;
};

/** Names that fit the key beside each other. */
const namedGroups = 2;

/** The key to the next services, which names what comes; from the last page it leads back to the first. */
export function MoreKey({ pages, page, isOutside }: Properties): ReactNode {
  const text = useText();
  const { settings, dispatch } = useKiosk();
  const isLast = page + 1 === pages.length;
  const turn = () => dispatch({ type: 'pageTurned', page: isLast ? 0 : page + 1 });
  if (isOutside) {
    return (
      <nav className="pager">
        <span>{text('kiosk.home.page', { page: page + 1, pages: pages.length })}</span>
        <button type="button" className="key" data-testid="more-services" onClick={turn}>
          {text('kiosk.home.next')}
          <ArrowRightIcon />
        </button>
      </nav>
    );
  }
  const next = pages[isLast ? 0 : page + 1];
  const groups = next?.bands.flat().flatMap(({ sections }) => sections.map(({ group }) => group)) ?? [];
  const names = groups.slice(0, namedGroups).map(({ name }) => textIn(name, settings.language));
  return (
    <button type="button" className="more" data-testid="more-services" onClick={turn}>
      <span>
        <b>{text(isLast ? 'kiosk.home.first' : 'kiosk.home.more')}</b>
        <span>{names.join(', ')}</span>
      </span>
      <ArrowRightIcon />
    </button>
  );
}
