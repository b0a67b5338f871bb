import { useText } from '@okienko/kit';
import { type ReactNode, type SubmitEvent, useEffect, useRef } from 'react';
import { keyCaps } from '../keys/keyboard.ts';
import type { KeyLook } from '../keys/keyLook.ts';
import { BigKey } from './BigKey.tsx';

type Properties = {
  readonly title: string;
  readonly intro: string;
  readonly children: ReactNode;
  readonly confirm: {
    readonly label: string;
    readonly small: string;
    readonly isDisabled: boolean;
    readonly look: KeyLook;
  };
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  readonly testId: string;
};

/** Takes the place of the list, never covers the visit: Enter is its yellow key, Esc closes it. */
export function Panel({ title, intro, children, confirm, onConfirm, onClose, testId }: Properties): ReactNode {
  const text = useText();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const opener = document.activeElement;
    const first = form.current?.querySelector<HTMLElement>('input:checked, input, button');
    first?.focus();
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);
  useEffect(() => {
    // A click beside the panel takes the focus away, not the meaning of Enter.
    const confirmFromAnywhere = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || event.repeat || document.activeElement !== document.body) return;
      event.preventDefault();
      form.current?.requestSubmit();
    };
    window.addEventListener('keydown', confirmFromAnywhere);
    return () => window.removeEventListener('keydown', confirmFromAnywhere);
  }, []);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    onConfirm();
  };
  return (
    <form className="panel" aria-label={title} onSubmit={submit} ref={form} data-testid={testId}>
      <header>
        <h2>{title}</h2>
        <p>{intro}</p>
      </header>
      {children}
      <div className="confirm">
        <BigKey {...confirm} cap={keyCaps.confirm} testId={`${testId}-confirm`} />
        <button type="button" className="key is-armed cancel" onClick={onClose}>
          {text('counter.key.close')}
          <kbd aria-hidden="true">{keyCaps.dismiss}</kbd>
        </button>
      </div>
    </form>
  );
}
