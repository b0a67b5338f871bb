import { type RefObject, useEffect, useRef } from 'react';

/** Listens to keys while the focus is anywhere inside an element; the newest `listen` is the one that is called. */
export function useKeysWithin(element: RefObject<HTMLElement | null>, listen: (event: KeyboardEvent) => void): void {
  const newest = useRef(listen);
  useEffect(() => {
    newest.current = listen;
  });
  useEffect(() => {
    const inside = element.current;
    if (inside === null) return undefined;
    const pass = (event: KeyboardEvent) => newest.current(event);
    inside.addEventListener('keydown', pass);
    return () => inside.removeEventListener('keydown', pass);
  }, [element]);
}
