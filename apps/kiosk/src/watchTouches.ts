import type { KioskStore } from './kioskStore.ts';

/**
 * Tells the journey of every touch and key, wherever it lands: somebody is here. A key that decides for itself what
 * it means (`data-decides`) is left to do so, because the page may change before its press is over.
 *
 * @returns what ends the watch.
 */
export function watchTouches(page: Document, store: Pick<KioskStore, 'dispatch'>): () => void {
  const abort = new AbortController();
  const note = ({ target }: Event) => {
    if (target instanceof Element && target.closest('[data-decides]') !== null) return;
    store.dispatch({ type: 'touched' });
  };
  page.addEventListener('pointerdown', note, { signal: abort.signal, capture: true });
  page.addEventListener('keydown', note, { signal: abort.signal, capture: true });
  return () => abort.abort();
}
