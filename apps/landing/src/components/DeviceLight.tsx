import { StateLight, useText } from '@okienko/kit';
import type { ReactNode } from 'react';
import type { DeviceState } from '../deviceState.ts';

/** A device's state: shape, word and colour; nothing while nothing is known. */
export function DeviceLight({ state }: { readonly state: DeviceState | null }): ReactNode {
  const text = useText();
  return state === null ? null : <StateLight light={state.light}>{text(state.message, state.values)}</StateLight>;
}
