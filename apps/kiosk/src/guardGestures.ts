/**
 * Refuses what belongs to a computer and not to a kiosk: the context menu, dragging, selecting, zooming with two
 * fingers, with the wheel or with keys.
 *
 * @returns what lets them be again.
 */
export function guardGestures(page: Document): () => void {
  const abort = new AbortController();
  const { signal } = abort;
  const refuse = (event: Event) => event.preventDefault();
  for (const name of ['contextmenu', 'dragstart', 'selectstart', 'gesturestart']) {
    page.addEventListener(name, refuse, { signal });
  }
  const options = { signal, passive: false };
  page.addEventListener('touchmove', (event) => event.touches.length > 1 && event.preventDefault(), options);
  page.addEventListener('wheel', (event) => event.ctrlKey && event.preventDefault(), options);
  page.addEventListener('keydown', (event) => isZoomKey(event) && event.preventDefault(), { signal });
  return () => abort.abort();
}

function isZoomKey({ ctrlKey, metaKey, key }: KeyboardEvent): boolean {
  return (ctrlKey || metaKey) && ['+', '-', '=', '0'].includes(key);
}
