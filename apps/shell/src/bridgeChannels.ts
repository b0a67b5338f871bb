import type { CounterForm } from './counterForm.ts';

/** Every channel between a page's preload script and the main process; there is no other. */
export const bridgeChannels = { setForm: 'okienko:setForm' } as const;

/** The name under which a page finds the bridge on its window. */
export const bridgeName = 'okienkoShell';

/** The answer to a page's request. */
export type BridgeAnswer =
  | { readonly answer: 'accepted' }
  | { readonly answer: 'rejected'; readonly reason: 'UnknownForm' | 'ForeignSender' };

/** What a page sees of the shell. */
export type ShellBridge =
  | { readonly kind: 'kiosk' | 'display'; readonly version: string }
  | {
      readonly kind: 'counter';
      readonly version: string;
      /** Makes the window the strip or the full console. */
      readonly setForm: (form: unknown) => Promise<unknown>;
    };

/** The form that a page asks for; null for anything else. */
export function parseCounterForm(value: unknown): CounterForm | null {
  return value === 'strip' || value === 'full' ? value : null;
}
