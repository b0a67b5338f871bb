import { ScreenLanguage, type Sounds, useNow, useReplica } from '@okienko/kit';
import { type Announcer, type BoardFigures, type BoardView, isTooFastForSound, type Replica } from '@okienko/shared';
import { type ReactNode, useSyncExternalStore } from 'react';
import { boardLanguage } from '../boardLanguage.ts';
import { boardRows } from '../boardRows.ts';
import { BoardFoot } from '../components/BoardFoot.tsx';
import { BoardFrame } from '../components/BoardFrame.tsx';
import { CurrentCall } from '../components/CurrentCall.tsx';
import { EmptyPlace } from '../components/EmptyPlace.tsx';
import { RecentCalls } from '../components/RecentCalls.tsx';
import { isBoardClosed } from '../isBoardClosed.ts';
import { ClosedBoard } from './ClosedBoard.tsx';
import { StartingBoard } from './StartingBoard.tsx';

type Properties = {
  readonly replica: Replica<BoardView, BoardFigures>;
  readonly announcer: Announcer;
  readonly sounds: Sounds;
};

/** The whole board: the call of the moment and the last calls, or when the branch opens, or the last known picture. */
export function BoardScreen({ replica, announcer, sounds }: Properties): ReactNode {
  const state = useReplica(replica);
  const now = useNow(replica);
  const queue = useSyncExternalStore(announcer.onChange, announcer.queue);
  const { configuration } = state.view;
  if (configuration === null) return <StartingBoard state={state} />;

  const language = boardLanguage(configuration.branch.languages, location.search);
  const isStale = state.connection === 'stale' || state.connection === 'refused';
  const opening = state.figures?.opening;
  const isClosed = isBoardClosed(state.view, state.figures, now);
  const foot = (
    <BoardFoot state={state} configuration={configuration} language={language} sounds={sounds} isClosed={isClosed} />
  );
  return (
    <ScreenLanguage language={language}>
      <BoardFrame
        configuration={configuration}
        language={language}
        now={now}
        isStale={isStale}
        isStill={isTooFastForSound(state.clockRate)}
        foot={foot}
      >
        {opening?.state === 'closed' && isClosed ? (
          <ClosedBoard opening={opening} configuration={configuration} language={language} />
        ) : (
          <div className="stage">
            <div className="large-place" aria-live="polite">
              {queue.large === null ? (
                <EmptyPlace />
              ) : (
                <CurrentCall
                  key={queue.large.call.announcementNumber}
                  large={queue.large}
                  waitingCount={queue.waiting.length}
                  configuration={configuration}
                  isStale={isStale}
                />
              )}
            </div>
            <RecentCalls rows={boardRows(state.view.calls, queue)} configuration={configuration} />
          </div>
        )}
      </BoardFrame>
    </ScreenLanguage>
  );
}
