import { formatTime, keepShortWords, type Sounds, useSoundState, useText } from '@okienko/kit';
import {
  type BoardConfiguration,
  type BoardFigures,
  type BoardView,
  isTooFastForSound,
  type Language,
  type ReplicaState,
} from '@okienko/shared';
import type { ReactNode } from 'react';
import { specialDaysSentence } from '../specialDaysSentence.ts';

type Properties = {
  readonly state: ReplicaState<BoardView, BoardFigures>;
  readonly configuration: BoardConfiguration;
  readonly language: Language;
  readonly sounds: Sounds;
  readonly isClosed: boolean;
};

/** The sentence below: the loss of the connection first, then a day that runs too fast for sound or a sound that needs a touch, then what helps everyone. */
export function BoardFoot({ state, configuration, language, sounds, isClosed }: Properties): ReactNode {
  const text = useText();
  const soundState = useSoundState(sounds);
  if (state.connection === 'stale' || state.connection === 'refused') {
    const { timeZone } = configuration.branch;
    const since = state.lastHeartbeatAt;
    return (
      <footer className="board-foot is-lost">
        <output data-testid="board-lost">
          <strong>
            {since === null
              ? text('kit.connection.never')
              : text('kit.connection.lost', { time: formatTime(since, timeZone, language) })}
          </strong>
          <span>{text('board.lost.listen')}</span>
        </output>
      </footer>
    );
  }
  if (isTooFastForSound(state.clockRate)) {
    return (
      <footer className="board-foot">
        <span data-testid="board-replay">{keepShortWords(text('board.sound.replay', { speed: state.clockRate }))}</span>
      </footer>
    );
  }
  if (soundState === 'blocked') {
    return (
      <footer className="board-foot is-sound">
        <button type="button" onClick={() => sounds.unlock()} data-testid="enable-sound">
          {text('board.sound.touch')}
        </button>
      </footer>
    );
  }
  if (isClosed) {
    return (
      <footer className="board-foot">
        <span>{specialDaysSentence(configuration.specialDays, language, text)}</span>
      </footer>
    );
  }
  const isMute = soundState === 'unavailable';
  const message = isMute ? 'board.sound.none' : configuration.branch.isDemo ? 'board.demo' : 'board.message';
  return (
    <footer className={isMute ? 'board-foot is-sound' : 'board-foot'}>
      <span>{keepShortWords(text(message))}</span>
    </footer>
  );
}
