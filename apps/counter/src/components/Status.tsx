import { useText } from '@okienko/kit';
import type { ReactNode } from 'react';
import { useConsole } from '../console/Console.tsx';
import { usePage } from '../console/Page.tsx';

/** Whether the counter is open and the picture live: shape and word. */
export function Status(): ReactNode {
  const text = useText();
  const { state } = usePage();
  const { desk } = useConsole();
  if (state.connection !== 'live') return <span className="dot is-lost">{text('counter.status.lost')}</span>;
  return desk.counter.state === 'open' ? (
    <span className="dot">{text('counter.status.open')}</span>
  ) : (
    <span className="dot is-paused">{text('counter.status.paused')}</span>
  );
}
