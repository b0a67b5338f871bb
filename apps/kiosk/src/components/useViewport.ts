import { useSyncExternalStore } from 'react';

export type Viewport = { readonly widthPx: number; readonly heightPx: number; readonly fontLoads: number };

let current: Viewport = measure(0);

function measure(fontLoads: number): Viewport {
  return { widthPx: innerWidth, heightPx: innerHeight, fontLoads };
}

function follow(listener: () => void): () => void {
  const abort = new AbortController();
  const { signal } = abort;
  const become = (fontLoads: number) => {
    current = measure(fontLoads);
    listener();
  };
  addEventListener('resize', () => become(current.fontLoads), { signal });
  document.fonts.addEventListener('loadingdone', () => become(current.fontLoads + 1), { signal });
  return () => abort.abort();
}

/** The window's size, and how often letters have arrived since: both change how much fits on a page. */
export function useViewport(): Viewport {
  return useSyncExternalStore(follow, () => current);
}
