import type { KeyMeaning } from './keyMeaning.ts';

/** How a key is drawn: ready, resting in a dashed frame, just pressed, or pressed and still without an answer. */
export type KeyLook = 'armed' | 'resting' | 'pressed' | 'busy';

type Shown = { readonly pressed: string | null; readonly isSlow: boolean };

/**
 * The look of the key called `name`. For the first tenth of a second of a press the other keys keep their look, though
 * they take no press: a quick answer must not make the whole page flicker.
 */
export function keyLookOf(name: string, meaning: KeyMeaning, { pressed, isSlow }: Shown): KeyLook {
  if (pressed === name) return isSlow ? 'busy' : 'pressed';
  if (meaning.kind !== 'rests') return 'armed';
  return meaning.why === 'pending' && !isSlow ? 'armed' : 'resting';
}
