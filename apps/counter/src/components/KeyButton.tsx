import { useText } from '@okienko/kit';
import type { ReactNode } from 'react';
import { usePage } from '../console/Page.tsx';
import { type KeyLook, keyLookOf } from '../keys/keyLook.ts';
import type { KeyMeaning } from '../keys/keyMeaning.ts';

type Properties = {
  /** The key's name among the presses of the page. */
  readonly name: string;
  readonly meaning: KeyMeaning;
  readonly onPress: (name: string, meaning: KeyMeaning) => void;
  readonly label: string;
  readonly cap?: string;
  /** What assistive technology says of the cap. */
  readonly shortcut?: string;
  /** Whom the key is about, for a screen reader: in a list each row has the same label. */
  readonly about?: string;
  readonly className?: string;
  readonly isOpen?: boolean;
  readonly testId?: string;
};

/** One ordinary key of the page, with the look that the presses of the page give it. */
export function KeyButton(properties: Properties): ReactNode {
  const { presses } = usePage();
  return <Key {...properties} look={keyLookOf(properties.name, properties.meaning, presses)} />;
}

/** The same with a look that is given: for long lists, which must not listen to the page. */
export function Key(properties: Properties & { readonly look: KeyLook }): ReactNode {
  const { name, meaning, look, onPress, label, cap, shortcut, about, className, isOpen, testId } = properties;
  const text = useText();
  // A resting key stays reachable and says why it rests.
  const why = meaning.kind === 'rests' ? text(`counter.rest.${meaning.why}`) : undefined;
  return (
    <button
      type="button"
      className={`key is-${look} ${isOpen === true ? 'is-open' : ''} ${className ?? ''}`}
      aria-disabled={meaning.kind === 'rests'}
      aria-expanded={isOpen}
      aria-keyshortcuts={shortcut}
      title={why}
      data-testid={testId}
      onClick={() => onPress(name, meaning)}
    >
      <span>
        {look === 'busy' ? text('counter.key.busy') : label}
        {about !== undefined && <span className="sr-only"> {about}</span>}
      </span>
      {cap !== undefined && <kbd aria-hidden="true">{cap}</kbd>}
    </button>
  );
}
