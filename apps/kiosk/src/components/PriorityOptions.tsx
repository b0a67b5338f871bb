import { keepShortWords, useText } from '@okienko/kit';
import { type KioskConfiguration, textIn } from '@okienko/shared';
import type { ReactNode } from 'react';
import { useKiosk } from './KioskContext.ts';

type Properties = {
  readonly reasons: KioskConfiguration['priorityReasons'];
  readonly chosenId: string | null;
  readonly label: string;
};

/** `nie` is chosen unless the customer says otherwise; what they say stays on this page. */
export function PriorityOptions({ reasons, chosenId, label }: Properties): ReactNode {
  const text = useText();
  const { settings } = useKiosk();
  return (
    <div className="options" role="radiogroup" aria-label={label}>
      <Option reasonId={null} chosenId={chosenId} name={text('kiosk.priority.no')} />
      {reasons.map(({ id, name }) => (
        <Option key={id} reasonId={id} chosenId={chosenId} name={keepShortWords(textIn(name, settings.language))} />
      ))}
    </div>
  );
}

type OptionProperties = { readonly reasonId: string | null; readonly chosenId: string | null; readonly name: string };

function Option({ reasonId, chosenId, name }: OptionProperties): ReactNode {
  const { dispatch } = useKiosk();
  return (
    <label data-block className={reasonId === null ? 'option wide' : 'option'}>
      <input
        type="radio"
        name="priority"
        checked={reasonId === chosenId}
        data-testid={`priority-${reasonId ?? 'no'}`}
        onChange={() => dispatch({ type: 'reasonChosen', reasonId })}
      />
      <i aria-hidden="true" />
      <span>{name}</span>
    </label>
  );
}
