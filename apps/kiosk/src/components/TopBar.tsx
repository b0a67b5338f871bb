import { ArrowLeftIcon, keepShortWords, useText } from '@okienko/kit';
import type { Language } from '@okienko/shared';
import type { ReactNode } from 'react';
import { useKiosk } from './KioskContext.ts';
import { Languages } from './Languages.tsx';

type Properties = {
  readonly languages: readonly Language[];
  /** What the back key leads to; null where there is no way back from here. */
  readonly back: string | null;
};

/** The languages and the way back, beside or below each other as the screen is wide. */
export function TopBar({ languages, back }: Properties): ReactNode {
  const text = useText();
  const { settings, layout, dispatch } = useKiosk();
  const isShort = layout === 'small' || settings.isLarge;
  return (
    <div className="top-bar">
      <Languages languages={languages} />
      {back !== null && (
        <nav className="crumb">
          <button type="button" className="key" data-testid="back" onClick={() => dispatch({ type: 'wentBack' })}>
            <ArrowLeftIcon />
            {keepShortWords(isShort ? text('kiosk.back') : back)}
          </button>
        </nav>
      )}
    </div>
  );
}
