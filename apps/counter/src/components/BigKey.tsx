import type { ReactNode } from 'react';
import type { KeyLook } from '../keys/keyLook.ts';

type Properties = {
  readonly look: KeyLook;
  readonly label: string;
  readonly small: string | null;
  readonly cap: string;
  readonly shortcut?: string;
  readonly isDisabled: boolean;
  readonly testId?: string;
  /** Submits the form around it where no press is given. */
  readonly onPress?: () => void;
};

/** The yellow key of a page or panel: what it does, a small line below, its cap. */
export function BigKey({ look, label, small, cap, shortcut, isDisabled, testId, onPress }: Properties): ReactNode {
  const inside = (
    <>
      <span>
        <b>{label}</b>
        {small !== null && <span>{small}</span>}
      </span>
      <kbd aria-hidden="true">{cap}</kbd>
    </>
  );
  const shared = {
    className: `main is-${look}`,
    'aria-disabled': isDisabled,
    'aria-keyshortcuts': shortcut,
    'data-testid': testId,
  };
  return onPress === undefined ? (
    <button type="submit" {...shared}>
      {inside}
    </button>
  ) : (
    <button type="button" {...shared} onClick={onPress}>
      {inside}
    </button>
  );
}
