import { useText } from '@okienko/kit';
import { textIn } from '@okienko/shared';
import { type ReactNode, useRef } from 'react';
import { useConsole } from '../console/Console.tsx';
import { usePage } from '../console/Page.tsx';
import { useKeysWithin } from '../console/useKeysWithin.ts';
import { strokeOf } from '../console/useKeyboard.ts';
import { bareDigitOf } from '../keys/keyboard.ts';

/**
 * How the visit ends: Alt and a digit from anywhere, a bare digit while the group has the focus. Where there is little
 * room the choices are their digits, and the legend names the chosen one.
 */
export function OutcomeGroup({ isCompact = false }: { readonly isCompact?: boolean }): ReactNode {
  const text = useText();
  const { language } = usePage();
  const { desk, situation, outcomeId, chooseOutcome, chooseByDigit } = useConsole();
  const { outcomes, counterRules } = desk.configuration;
  const group = useRef<HTMLFieldSetElement>(null);
  useKeysWithin(group, (event) => {
    const digit = bareDigitOf(strokeOf(event));
    if (digit === null || event.repeat) return;
    event.preventDefault();
    chooseByDigit(digit);
  });
  if (outcomes.length === 0) return null;
  const choices = [
    ...outcomes.map(({ id, name }, index) => ({ id, name: textIn(name, language), digit: index + 1 })),
    ...(counterRules.isOutcomeRequired ? [] : [{ id: null, name: text('counter.outcome.none'), digit: 0 }]),
  ];
  return (
    <fieldset
      className={`outcome-group ${situation.connection === 'live' ? '' : 'is-held'} ${isCompact ? 'is-compact' : ''}`}
      ref={group}
    >
      <legend className="label">
        {text('counter.outcome.legend')}
        {isCompact ? (
          <b>{choices.find(({ id }) => id === outcomeId)?.name}</b>
        ) : (
          <span>{text('counter.outcome.hint')}</span>
        )}
      </legend>
      <div className="outcomes">
        {choices.map(({ id, name, digit }) => (
          <label
            key={digit}
            className={outcomeId === id ? 'is-chosen' : undefined}
            title={isCompact ? name : undefined}
          >
            <input
              type="radio"
              name="outcome"
              className="sr-only"
              checked={outcomeId === id}
              onChange={() => chooseOutcome(id)}
              data-testid={`outcome-${digit}`}
            />
            {digit <= 5 && <kbd aria-hidden="true">{digit}</kbd>}
            <span className={isCompact && digit <= 5 ? 'sr-only' : undefined}>{name}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
