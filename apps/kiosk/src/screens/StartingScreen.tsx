import { OfficeMark, useText } from '@okienko/kit';
import type { ReactNode } from 'react';

/** The first moment, before the kiosk knows what is true. */
export function StartingScreen(): ReactNode {
  const text = useText();
  return (
    <main className="starting">
      <OfficeMark />
      <h1 tabIndex={-1}>{text('kiosk.take.waiting')}</h1>
    </main>
  );
}
