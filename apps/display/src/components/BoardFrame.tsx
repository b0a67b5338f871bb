import { DemoLabel, formatTime, OfficeMark, splitBranchName } from '@okienko/kit';
import { type BoardConfiguration, type Instant, type Language, textIn } from '@okienko/shared';
import type { ReactNode } from 'react';
import { burnInShift } from '../burnInShift.ts';

type Properties = {
  readonly configuration: BoardConfiguration;
  readonly language: Language;
  readonly now: Instant | null;
  readonly isStale: boolean;
  /** A replayed day runs too fast for motion: a call would be gone before it is drawn. */
  readonly isStill: boolean;
  readonly foot: ReactNode;
  readonly children: ReactNode;
};

/** The place and the clock above, a sentence below; what the board says stands between them. */
export function BoardFrame({ configuration, language, now, isStale, isStill, foot, children }: Properties): ReactNode {
  const { branch } = configuration;
  const shift = now === null ? { xPx: 0, yPx: 0 } : burnInShift(now);
  return (
    <div
      className={['board board-theme', isStale ? 'is-stale' : '', isStill ? 'is-still' : ''].join(' ').trim()}
      style={{ transform: `translate(${shift.xPx}px, ${shift.yPx}px)` }}
    >
      <header className="board-top">
        <h1 className="place">
          <OfficeMark ground="dark" />
          <span>{splitBranchName(textIn(branch.name, language)).place}</span>
          {branch.isDemo && <DemoLabel />}
        </h1>
        {now !== null && <time>{formatTime(now, branch.timeZone, language)}</time>}
      </header>
      <main className="board-body">{children}</main>
      {foot}
    </div>
  );
}
