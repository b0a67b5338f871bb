import type { Language, ReplicaState } from '@okienko/shared';
import type { ReactNode } from 'react';
import { formatTimeWithSeconds } from '../language/formats.ts';
import { useText } from '../language/useText.ts';
import { SquareIcon } from './icons.tsx';

type Properties = {
  readonly state: Pick<ReplicaState<unknown, unknown>, 'connection' | 'refusal' | 'lastHeartbeatAt'>;
  readonly timeZone: string;
  readonly language: Language;
  /** What still holds and what to do meanwhile, in the words of the screen. */
  readonly children?: ReactNode;
};

/**
 * The framed band of a console that cannot trust its picture: since when, and why. Nothing while the picture is live
 * and for the first seconds of a loss, which most often end by themselves.
 */
export function ConnectionBanner({ state, timeZone, language, children }: Properties): ReactNode {
  const text = useText();
  if (state.connection !== 'stale' && state.connection !== 'refused') return null;
  const headline =
    state.connection === 'refused'
      ? text('kit.connection.refused', { reason: state.refusal ?? 'other' })
      : state.lastHeartbeatAt === null
        ? text('kit.connection.never')
        : text('kit.connection.lost', { time: formatTimeWithSeconds(state.lastHeartbeatAt, timeZone, language) });
  return (
    <div className="banner" role="alert">
      <SquareIcon />
      <b>{headline}</b>
      {children !== undefined && <span>{children}</span>}
    </div>
  );
}
