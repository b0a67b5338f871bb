import { ConnectionBanner, keepShortWords, useSoundState, useText } from '@okienko/kit';
import type { ReactNode } from 'react';
import { useConfiguration, usePage } from '../console/Page.tsx';
import { rejectionWords } from '../words/rejectionWords.ts';
import { AlarmNotices } from './AlarmNotices.tsx';
import { Notice } from './Notice.tsx';

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
      <AlarmNotices />
      <SoundNotice />
    </div>
  );
}

/** The press that was not done, or is not confirmed yet. */
export function PressNotice(): ReactNode {
  const text = useText();
  const { state, senderState, settled, language } = usePage();
  if (senderState.phase === 'pending' && (senderState.progress === 'fault' || senderState.progress === 'unanswered')) {
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
