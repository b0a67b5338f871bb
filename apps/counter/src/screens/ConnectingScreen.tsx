import { OfficeMark, useText } from '@okienko/kit';
import type { ReactNode } from 'react';
import { usePage } from '../console/Page.tsx';

/** Before the first picture: what is being done, or why this screen gets none. It goes on by itself. */
export function ConnectingScreen(): ReactNode {
  const text = useText();
  const { state } = usePage();
  const refusal = state.connection === 'refused' ? state.refusal : null;
  return (
    <main className="plain-page connecting">
      <OfficeMark className="plain-mark" />
      {refusal === null ? (
        <>
          <h1>{text('counter.connecting.title')}</h1>
          <p>{text('counter.connecting.sub')}</p>
        </>
      ) : (
        <>
          <h1>{text('counter.refused.title')}</h1>
          <p>{text(`counter.refused.${refusal}`)}</p>
          <p>
            <a href="/">{text('kit.noDevice.allScreens')}</a>
          </p>
        </>
      )}
    </main>
  );
}
