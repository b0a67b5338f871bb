import type { Sounds } from '@okienko/kit';
import { assertNever, type CounterView, type SenderState, type Settled } from '@okienko/shared';
import type { Translate } from '@okienko/shared/text';
import { useCallback, useEffect, useRef, useState } from 'react';
import { saidOf } from '../words/said.ts';

type Rejected = Extract<Settled, { readonly outcome: 'rejected' }>;

export type SettledPress = {
  /** The last thing that happened, for the screen reader. */
  readonly said: string;
  readonly say: (words: string) => void;
  /** Why the last press was not done, until the next press or until it is put away. */
  readonly rejected: Rejected | null;
  readonly dismiss: () => void;
};

/** Answers each settled press once, in sound and in words. */
export function useSettledPress(state: SenderState, view: CounterView, sounds: Sounds, text: Translate): SettledPress {
  const [said, say] = useState('');
  const [dismissedId, setDismissedId] = useState<string | null>(null);
  const answeredId = useRef<string | null>(null);
  const settled = state.lastSettled;

  useEffect(() => {
    if (settled === null || settled.commandId === answeredId.current) return;
    answeredId.current = settled.commandId;
    switch (settled.outcome) {
      case 'accepted':
        sounds.play('confirmed');
        say(saidOf(settled, view, text));
        return;
      case 'rejected':
        sounds.play('refused');
        return;
      default:
        assertNever(settled);
    }
  }, [settled, view, sounds, text]);

  const isShown = state.phase === 'idle' && settled?.outcome === 'rejected' && settled.commandId !== dismissedId;
  const settledId = settled?.commandId ?? null;
  const dismiss = useCallback(() => setDismissedId(settledId), [settledId]);
  return { said, say, rejected: isShown ? settled : null, dismiss };
}
