import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import { deafForMs, type Ear, hear } from '../keys/keyboard.ts';

export type Deafness = {
  /** For the eye and for assistive technology: the key takes no press yet. */
  readonly isDeaf: boolean;
  /** The same, exact at the moment of a press. */
  readonly isDeafNow: () => boolean;
};

/** Follows what the main key means; the key that is there when the page opens listens at once. */
export function useDeafness(identity: string): Deafness {
  const ear = useRef<Ear>({ identity, changedAtMs: Number.NEGATIVE_INFINITY });
  const [isDeaf, setIsDeaf] = useState(false);
  useLayoutEffect(() => {
    const heard = hear(ear.current, identity, performance.now());
    if (heard === ear.current) return undefined;
    ear.current = heard;
    setIsDeaf(true);
    const timer = setTimeout(() => setIsDeaf(false), deafForMs(heard, performance.now()));
    return () => {
      clearTimeout(timer);
      setIsDeaf(false);
    };
  }, [identity]);
  const isDeafNow = useCallback(() => deafForMs(ear.current, performance.now()) > 0, []);
  return { isDeaf, isDeafNow };
}
