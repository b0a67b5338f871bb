import { ArrowRightIcon, useText } from '@okienko/kit';
import { type KioskConfiguration, textIn } from '@okienko/shared';
import type { ReactNode } from 'react';
import { useKiosk } from './KioskContext.ts';
import { PriorityOptions } from './PriorityOptions.tsx';

type Properties = {
  readonly reasons: KioskConfiguration['priorityReasons'];
  readonly chosenId: string | null;
  /** True where the answers stand on this page too; else the question is one row that opens its own page. */
  readonly isOpen: boolean;
};

/** The question of priority: offered kindly, never required. */
export function PriorityQuestion({ reasons, chosenId, isOpen }: Properties): ReactNode {
  const text = useText();
  const { settings, dispatch } = useKiosk();
  const question = text('kiosk.priority.question');
  if (isOpen) {
    return (
      <section className="prio">
        <h2>{question}</h2>
        <p>{text('kiosk.priority.hint')}</p>
        <PriorityOptions reasons={reasons} chosenId={chosenId} label={question} />
      </section>
    );
  }
  const chosen = reasons.find(({ id }) => id === chosenId);
  const choice = chosen === undefined ? text('kiosk.priority.no') : textIn(chosen.name, settings.language);
  return (
    <button
      type="button"
      className="prio-row"
      data-testid="priority-question"
      onClick={() => dispatch({ type: 'priorityOpened' })}
    >
      <span>
        <b>{question}</b>{' '}
        <span>{text(settings.isLarge ? 'kiosk.priority.chosenShort' : 'kiosk.priority.chosen', { choice })}</span>
      </span>
      <ArrowRightIcon />
    </button>
  );
}
