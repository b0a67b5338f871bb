import { required } from '@okienko/shared';
import { createContext, useContext } from 'react';
import type { JourneyEvent } from '../journey.ts';
import type { KioskLayout } from '../kioskLayout.ts';
import type { KioskSettings } from '../kioskSettings.ts';

/** What every part of the kiosk's pages needs to know, and the one way in which it acts. */
export type Kiosk = {
  readonly dispatch: (event: JourneyEvent) => void;
  /** As the customer chose them, where the layout has them. */
  readonly settings: KioskSettings;
  readonly layout: KioskLayout;
  /** False where it is known, before a ticket is taken, that it will have no paper. */
  readonly hasPaper: boolean;
  /** Changes with whatever changes how much fits: size, language, letters. */
  readonly fitKey: string;
};

export const KioskContext = createContext<Kiosk | null>(null);

/** The kiosk around this part. */
export function useKiosk(): Kiosk {
  return required(useContext(KioskContext), 'the kiosk around this part');
}
