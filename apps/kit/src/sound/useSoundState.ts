import { useSyncExternalStore } from 'react';
import type { Sounds, SoundState } from './createSounds.ts';

/** Whether the page can sound, repainted at each change. */
export function useSoundState(sounds: Sounds): SoundState {
  return useSyncExternalStore(sounds.onChange, () => sounds.state);
}
