import { OfficeMark, useText } from '@okienko/kit';
import type { BoardFigures, BoardView, ReplicaState } from '@okienko/shared';
import type { ReactNode } from 'react';

type Properties = { readonly state: ReplicaState<BoardView, BoardFigures> };

/** The board before its first picture: the mark and one word; why it waits, where that is known. */
export function StartingBoard({ state }: Properties): ReactNode {
  const text = useText();
  const reason =
    state.connection === 'refused'
      ? text('kit.connection.refused', { reason: state.refusal ?? 'other' })
      : text('board.starting');
  return (
    <main className="board board-theme is-starting">
      <OfficeMark ground="dark" />
      <h1>{reason}</h1>
    </main>
  );
}
