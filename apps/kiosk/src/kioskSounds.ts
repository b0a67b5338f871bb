import type { Sounds } from '@okienko/kit';
import type { KioskStore } from './kioskStore.ts';

/**
 * What a press and its end sound like: a click on each key, a rising note when the number is there, a low one when
 * there is none. Each of them is also seen.
 *
 * @returns what makes it silent again.
 */
export function soundTheKiosk(page: Document, store: KioskStore, createSounds: () => Sounds): () => void {
  // Made at the first touch: before it a browser refuses to sound, and says so.
  let made: Sounds | null = null;
  const play = (name: 'click' | 'ticketReady' | 'refused') => {
    made ??= createSounds();
    made.play(name);
  };
  let at = store.state().journey.step.at;
  const stopFollowing = store.onChange(() => {
    const earlier = at;
    at = store.state().journey.step.at;
    if (at === earlier) return;
    if (at === 'ticket') play('ticketReady');
    if (at === 'refused') play('refused');
  });
  const abort = new AbortController();
  const click = (event: Event) => {
    if (event.target instanceof Element && event.target.closest('button, label') !== null) play('click');
  };
  page.addEventListener('pointerdown', click, { signal: abort.signal });
  return () => {
    stopFollowing();
    abort.abort();
  };
}
