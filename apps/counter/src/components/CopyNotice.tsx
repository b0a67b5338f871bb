import type { ReactNode } from 'react';
import { usePage } from '../console/Page.tsx';
import { Notice } from './Notice.tsx';

/** A copy that did not surely come out, and why; one that did is said, and marked on its ticket. */
export function CopyNotice(): ReactNode {
  const { news, dismiss } = usePage().copy;
  if (news === null || news.isPrinted) return null;
  return (
    <Notice testId="copy-news" onClose={dismiss}>
      {news.words}
    </Notice>
  );
}
