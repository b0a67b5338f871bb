import { ConnectionBanner, keepShortWords, useSoundState, useText } from '@okienko/kit';
import type { SenderState } from '@okienko/shared';
import type { ReactNode } from 'react';
import { useConfiguration, usePage } from '../console/Page.tsx';
import { rejectionWords } from '../words/rejectionWords.ts';
import { AlarmNotices } from './AlarmNotices.tsx';
import { CopyNotice } from './CopyNotice.tsx';
import { Notice } from './Notice.tsx';

type Unconfirmed = Extract<SenderState, { readonly phase: 'pending' }> & {
  readonly progress: 'fault' | 'unanswered';
};

/** What the clerk must know beside the visit: a lost connection, a refused or unconfirmed press, faults that last. */
export function Notices({ currentNumber }: { readonly currentNumber: string | null }): ReactNode {
  const text = useText();
  const { state, language } = usePage();
  const { timeZone } = useConfiguration().branch;
  const carryOn = currentNumber === null ? '' : ` ${text('counter.stale.carryOn', { number: currentNumber })}`;
  return (
    <div className="notices">
      <ConnectionBanner state={state} timeZone={timeZone} language={language}>
        {keepShortWords(text('counter.stale.explain') + carryOn)}
      </ConnectionBanner>
      <PressNotice />
      <CopyNotice />
      <AlarmNotices limit={3} />
      <SoundNotice />
    </div>
  );
}

/** The press that was not done, or is not confirmed yet. */
export function PressNotice(): ReactNode {
  const text = useText();
  const { state, senderState, settled, language } = usePage();
  if (isUnconfirmed(senderState)) {
    return <Notice>{text(`counter.pending.${senderState.progress}`)}</Notice>;
  }
  const { rejected, dismiss } = settled;
  // Sign-in says its refusals beside the PIN.
  if (rejected === null || rejected.command.type === 'OpenCounter') return null;
  return (
    <Notice testId="rejection" onClose={dismiss}>
      {rejectionWords(rejected.rejection, { view: state.view, language, text })}
    </Notice>
  );
}

function SoundNotice(): ReactNode {
  const text = useText();
  const { sounds } = usePage();
  const isUnavailable = useSoundState(sounds) === 'unavailable';
  return isUnavailable ? <Notice>{text('counter.sound.unavailable')}</Notice> : null;
}

/** Whether the last press has had no good answer so far and is sent again: the clerk is told to wait. */
export function isUnconfirmed(state: SenderState): state is Unconfirmed {
  return state.phase === 'pending' && (state.progress === 'fault' || state.progress === 'unanswered');
}
