import { formatTime, useNow } from '@okienko/kit';
import type { ReactNode } from 'react';
import { useConfiguration, usePage } from '../console/Page.tsx';

/** The branch's time, by the server's clock; it goes on while the connection is lost. */
export function Clock(): ReactNode {
  const { replica, language } = usePage();
  const { branch } = useConfiguration();
  const now = useNow(replica);
  return <time className="clock">{now === null ? '' : formatTime(now, branch.timeZone, language)}</time>;
}
