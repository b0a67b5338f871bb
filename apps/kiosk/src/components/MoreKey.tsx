import { ArrowRightIcon, keepShortWords, useText } from '@okienko/kit';
import { textIn } from '@okienko/shared';
import type { ReactNode } from 'react';
import type { HomePage } from '../homePages.ts';
import type { KioskLayout } from '../kioskLayout.ts';
import { useKiosk } from './KioskContext.ts';

type Properties = {
  readonly pages: readonly HomePage[];
  readonly page: number;
  /** True where it stands outside the list and says which page this is. */
  readonly isOutside: boolean;
};

/** How many letters of the next groups' names fit the key on two lines. */
const lettersThatFit: Readonly<Record<KioskLayout, number>> = { portrait: 60, landscape: 40, small: 28, wide: 60 };

/** The key to the next services, which names what comes; from the last page it leads back to the first. */
export function MoreKey({ pages, page, isOutside }: Properties): ReactNode {
  const text = useText();
  const { settings, layout, dispatch } = useKiosk();
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
  const names = groups.map(({ name }) => textIn(name, settings.language));
  return (
    <button type="button" className="more" data-testid="more-services" onClick={turn}>
      <span>
        <b>{text(isLast ? 'kiosk.home.first' : 'kiosk.home.more')}</b>
        <span>{keepShortWords(namesThatFit(names, lettersThatFit[layout]))}</span>
      </span>
      <ArrowRightIcon />
    </button>
  );
}

/** The names, or as many of them as have room, at least one; three dots say that there are others. */
function namesThatFit(names: readonly string[], letterCount: number): string {
  const all = names.join(', ');
  if (all.length <= letterCount || names.length === 1) return all;
  let count = names.length - 1;
  while (count > 1 && names.slice(0, count).join(', ').length > letterCount) count -= 1;
  return `${names.slice(0, count).join(', ')}…`;
}
