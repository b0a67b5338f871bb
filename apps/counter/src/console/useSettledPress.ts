import { type Sounds, useSender } from '@okienko/kit';
import { assertNever, type CommandSender, type CounterView, type Replica, type Settled } from '@okienko/shared';
import type { Translate } from '@okienko/shared/text';
import { useCallback, useState } from 'react';
import { saidOf } from '../words/said.ts';
import { useOnSettled } from './useOnSettled.ts';

type Rejected = Extract<Settled, { readonly outcome: 'rejected' }>;

export type SettledPress = {
  /** The last thing that happened, for the screen reader. */
  readonly said: string;
  readonly say: (words: string) => void;
  /** Why the last press was not done, until the next press or until it is put away. */
  readonly rejected: Rejected | null;
  readonly dismiss: () => void;
};

type Parts = {
  readonly sender: CommandSender;
  readonly replica: Pick<Replica<CounterView, unknown>, 'state'>;
  readonly sounds: Sounds;
  readonly text: Translate;
};

/** Answers each settled press once, in sound and in words. */
export function useSettledPress({ sender, replica, sounds, text }: Parts): SettledPress {
  const state = useSender(sender);
  const [said, setSaid] = useState('');
  // The same words again are news only where the text differs: a second recall must be heard like the first.
  const say = useCallback((words: string) => setSaid((last) => (last === words ? `${words}\u00a0` : words)), []);
  const [dismissedId, setDismissedId] = useState<string | null>(null);
  useOnSettled(sender, (settled) => {
    switch (settled.outcome) {
      case 'accepted':
        sounds.play('confirmed');
        say(saidOf(settled, replica.state().view, text));
        return;
      case 'rejected':
        sounds.play('refused');
        return;
      default:
        assertNever(settled);
    }
  });
  const settled = state.lastSettled;
  const settledId = settled?.commandId ?? null;
  const isShown = state.phase === 'idle' && settled?.outcome === 'rejected' && settledId !== dismissedId;
  const dismiss = useCallback(() => setDismissedId(settledId), [settledId]);
  return { said, say, rejected: isShown ? settled : null, dismiss };
}
