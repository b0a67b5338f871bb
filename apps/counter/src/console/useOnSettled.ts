import type { CommandSender, Settled } from '@okienko/shared';
import { useEffect, useRef } from 'react';

/** Calls the newest `listener` once for each press that is settled from now on. */
export function useOnSettled(sender: CommandSender, listener: (settled: Settled) => void): void {
  const newest = useRef(listener);
  useEffect(() => {
    newest.current = listener;
  });
  useEffect(() => {
    let lastId = sender.state().lastSettled?.commandId;
    return sender.onChange(() => {
      const settled = sender.state().lastSettled;
      if (settled === null || settled.commandId === lastId) return;
      lastId = settled.commandId;
      newest.current(settled);
    });
  }, [sender]);
}
