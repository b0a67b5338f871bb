import { useText } from '@okienko/kit';
import type { ReactNode } from 'react';
import { keyCaps } from '../keys/keyboard.ts';

type Properties = {
  readonly children: ReactNode;
  readonly testId?: string;
  /** Puts the notice away; left out for what lasts until it is mended. */
  readonly onClose?: () => void;
};

/** A framed notice with its sign: what happened, then what to do. */
export function Notice({ children, testId, onClose }: Properties): ReactNode {
  const text = useText();
  return (
    <div className="notice" role="alert" data-testid={testId}>
      <span className="sign" aria-hidden="true">
        !
      </span>
      <p>{children}</p>
      {onClose !== undefined && (
        <button type="button" className="key small" onClick={onClose}>
          {text('counter.key.close')}
          <kbd aria-hidden="true">{keyCaps.dismiss}</kbd>
        </button>
      )}
    </div>
  );
}
