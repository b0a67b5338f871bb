import { useText } from '@okienko/kit';
import { type ReactNode, useEffect, useState } from 'react';
import { useKiosk } from './KioskContext.ts';
import { NoPaperHint, noPaperHintId } from './NoPaperHint.tsx';

type Properties = {
  /** `resting`: nothing can be taken now, for a moment; `taking`: pressed, the answer is on its way. */
  readonly state: 'armed' | 'resting' | 'taking';
  readonly onPress: () => void;
};

/** A press shows at once; only an answer that takes longer than this asks for patience, in milliseconds. */
const silentMs = 100;

/** The one yellow key: it can be pressed once, and keeps its place and size while the answer is on its way. */
export function TakeKey({ state, onPress }: Properties): ReactNode {
  const text = useText();
  const { layout, hasPaper } = useKiosk();
  const isWaiting = useElapsed(state === 'taking', silentMs);
  const look = state === 'armed' ? '' : state === 'resting' ? ' is-off' : isWaiting ? ' is-waiting' : ' is-pressed';
  return (
    <>
      {layout === 'portrait' && <NoPaperHint />}
      <button
        type="button"
        className={`main-key take-key${look}`}
        data-testid="take-ticket"
        aria-disabled={state !== 'armed'}
        aria-describedby={hasPaper ? undefined : noPaperHintId}
        onClick={() => state === 'armed' && onPress()}
      >
        {text(state === 'resting' || isWaiting ? 'kiosk.take.waiting' : 'kiosk.take')}
      </button>
    </>
  );
}

function useElapsed(isRunning: boolean, lengthMs: number): boolean {
  const [hasElapsed, setHasElapsed] = useState(false);
  useEffect(() => {
    if (!isRunning) return;
    const timer = setTimeout(() => setHasElapsed(true), lengthMs);
    return () => {
      clearTimeout(timer);
      setHasElapsed(false);
    };
  }, [isRunning, lengthMs]);
  return isRunning && hasElapsed;
}
