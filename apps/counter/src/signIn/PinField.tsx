import { useText } from '@okienko/kit';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { pinDigits } from './useSignIn.ts';

type Properties = {
  readonly pin: string;
  readonly onType: (typed: string) => void;
  /** Changes when the field should take the focus (another counter, another try); null while it should not. */
  readonly focusKey: string | null;
};

/** One real input, drawn as six cells, so that paste, screen readers and number pads work as anywhere. */
export function PinField({ pin, onType, focusKey }: Properties): ReactNode {
  const text = useText();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (focusKey !== null) input.current?.focus();
  }, [focusKey]);
  return (
    <div className="pin">
      <label htmlFor={id}>
        {text('counter.signIn.pin')} <span>{text('counter.signIn.digits')}</span>
      </label>
      <div className="boxes">
        {Array.from({ length: pinDigits }, (_, index) => (
          <i key={index} className={index < pin.length ? 'on' : undefined} />
        ))}
        <input
          ref={input}
          id={id}
          type="password"
          inputMode="numeric"
          autoComplete="off"
          value={pin}
          onChange={(event) => onType(event.target.value)}
          data-testid="pin"
        />
      </div>
    </div>
  );
}
