import { useEffect, useRef } from 'react';
import { type ConsoleKey, readStroke, type Stroke } from '../keys/keyboard.ts';

/** Listens to the console's keys wherever the focus is; the newest `press` is the one that is called. */
export function useKeyboard(press: (key: ConsoleKey) => void): void {
  const newest = useRef(press);
  useEffect(() => {
    newest.current = press;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const reading = readStroke(strokeOf(event));
      if (reading.kind === 'ignored') return;
      event.preventDefault();
      if (reading.kind === 'pressed') newest.current(reading.key);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}

type KeyboardFacts = Pick<KeyboardEvent, 'key' | 'code' | 'repeat' | 'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey'>;

/** The facts of a keyboard event that decide what it means. */
export function strokeOf(event: KeyboardFacts): Stroke {
  return {
    key: event.key,
    code: event.code,
    isRepeat: event.repeat,
    hasShift: event.shiftKey,
    hasAlt: event.altKey,
    hasControl: event.ctrlKey,
    hasMeta: event.metaKey,
  };
}
