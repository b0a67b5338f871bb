import type { Audience } from '@okienko/shared';
import type { ReactNode } from 'react';
import { useText } from '../language/useText.ts';
import { OfficeMark } from './OfficeMark.tsx';

const exampleAddresses: Readonly<Record<Audience, string>> = {
  kiosk: '/kiosk/?device=kiosk-1',
  counter: '/counter/?device=counter-1',
  display: '/display/?device=hall-1',
};

/** The page of an address that names no device: which address is needed, and the way to the list of all of them. */
export function NoDevicePage({ kind }: { readonly kind: Audience }): ReactNode {
  const text = useText();
  const address = exampleAddresses[kind];
  return (
    <main className="plain-page">
      <OfficeMark className="plain-mark" />
      <h1>{text('kit.noDevice.title')}</h1>
      <p>{text('kit.noDevice.body')}</p>
      <p>
        <a href={address}>{address}</a>
      </p>
      <p>
        <a href="/">{text('kit.noDevice.allScreens')}</a>
      </p>
    </main>
  );
}
