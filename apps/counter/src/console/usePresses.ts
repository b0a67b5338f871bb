import type { Sounds } from '@okienko/kit';
import type { ClientCommand, CommandSender, SenderState } from '@okienko/shared';
import { useCallback, useEffect, useState } from 'react';

/** After this long without an answer a pressed key says so, in milliseconds. */
const slowAfterMs = 100;
/** A press stays in sight for at least this long, in milliseconds, however fast the server is. */
const leastPressedMs = 120;

export type Presses = {
  /** The key that shows the press, by its name; null when none does. */
  readonly pressed: string | null;
  /** True once the answer is later than a tenth of a second: the pressed key says so, and every other one rests. */
  readonly isSlow: boolean;
  /** Sends the press of a key; a press that cannot be sent is refused in sound, and false. */
  readonly send: (name: string, command: ClientCommand) => boolean;
};

/** The presses of this page: which key shows one, and whether its answer takes long. */
export function usePresses(sender: CommandSender, state: SenderState, sounds: Sounds): Presses {
  const [press, setPress] = useState<{ readonly name: string; readonly atMs: number } | null>(null);
  const pendingId = state.phase === 'pending' ? state.pending.commandId : null;
  const [slowId, setSlowId] = useState<string | null>(null);

  useEffect(() => {
    if (pendingId === null) return undefined;
    const timer = setTimeout(() => setSlowId(pendingId), slowAfterMs);
    return () => clearTimeout(timer);
  }, [pendingId]);

  useEffect(() => {
    if (press === null || pendingId !== null) return undefined;
    const timer = setTimeout(() => setPress(null), Math.max(0, press.atMs + leastPressedMs - performance.now()));
    return () => clearTimeout(timer);
  }, [press, pendingId]);

  const send = useCallback(
    (name: string, command: ClientCommand) => {
      sounds.unlock();
      const isSent = sender.press(command);
      if (isSent) setPress({ name, atMs: performance.now() });
      else sounds.play('refused');
      return isSent;
    },
    [sender, sounds],
  );
  return { pressed: press?.name ?? null, isSlow: pendingId !== null && slowId === pendingId, send };
}
