import type { Replica } from '@okienko/shared';
import { useEffect, useRef } from 'react';

type News = { readonly lost: () => void; readonly back: () => void };

/** Tells once when the picture goes stale, and once when it is live again after that. */
export function useConnectionNews(replica: Pick<Replica<unknown, unknown>, 'state' | 'onChange'>, news: News): void {
  const newest = useRef(news);
  useEffect(() => {
    newest.current = news;
  });
  useEffect(() => {
    let isLost = false;
    return replica.onChange(() => {
      const { connection } = replica.state();
      if (connection === 'stale' && !isLost) {
        isLost = true;
        newest.current.lost();
      } else if (connection === 'live' && isLost) {
        isLost = false;
        newest.current.back();
      }
    });
  }, [replica]);
}
