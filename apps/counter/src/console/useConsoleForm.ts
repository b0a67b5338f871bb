import { useSyncExternalStore } from 'react';
import { type ConsoleForm, consoleFormOf } from '../desk/consoleForm.ts';

/** The form for the window as it is now: dragging its edge turns the console into the strip and back. */
export function useConsoleForm(): ConsoleForm {
  return useSyncExternalStore(listenToSize, () => consoleFormOf(window.innerWidth, window.innerHeight));
}

function listenToSize(listener: () => void): () => void {
  window.addEventListener('resize', listener);
  return () => window.removeEventListener('resize', listener);
}
