import { keepShortWords, useText } from '@okienko/kit';
import { type ReactNode, useEffect, useRef } from 'react';
import { useKeysWithin } from '../console/useKeysWithin.ts';
import { keyCaps } from '../keys/keyboard.ts';
import type { KeyMeaning } from '../keys/keyMeaning.ts';
import { KeyButton } from './KeyButton.tsx';

type Properties = {
  readonly number: string;
  readonly name: string;
  readonly meaning: KeyMeaning;
  readonly onPress: (name: string, meaning: KeyMeaning) => void;
  readonly onKeep: () => void;
};

/** Asks in place before a ticket is withdrawn; the focus is on the way back. */
export function CancelQuestion({ number, name, meaning, onPress, onKeep }: Properties): ReactNode {
  const text = useText();
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => keep.current?.focus(), []);
  const question = useRef<HTMLFieldSetElement>(null);
  useKeysWithin(question, (event) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onKeep();
  });
  return (
    <fieldset className="question" aria-label={text('counter.cancel.question', { number })} ref={question}>
      <p>
        <b>{text('counter.cancel.question', { number })}</b> {keepShortWords(text('counter.cancel.what'))}
      </p>
      <KeyButton
        name={name}
        meaning={meaning}
        onPress={onPress}
        label={text('counter.key.cancel')}
        className="small"
        testId="confirm-cancel"
      />
      <button type="button" className="key small is-armed" ref={keep} onClick={onKeep}>
        {text('counter.key.keep')}
        <kbd aria-hidden="true">{keyCaps.dismiss}</kbd>
      </button>
    </fieldset>
  );
}
