import { useText } from '@okienko/kit';
import type { ReactNode } from 'react';
import { useConsole } from '../console/Console.tsx';
import { keyCaps, keyShortcuts } from '../keys/keyboard.ts';
import { KeyButton } from './KeyButton.tsx';

const testIds = { recall: 'recall', closeTicket: 'close-ticket', noShow: 'no-show' } as const;
const names = ['recall', 'closeTicket', 'noShow'] as const;

/** The keys of the visit beside the yellow one; `children` stand after them. */
export function ActionKeys({ children }: { readonly children?: ReactNode }): ReactNode {
  const text = useText();
  const { meanings, press } = useConsole();
  return (
    <fieldset className="actions" aria-label={text('counter.keys.label')}>
      {names.map((name) => (
        <KeyButton
          key={name}
          name={name}
          meaning={meanings[name]}
          onPress={press}
          label={text(`counter.key.${name}`)}
          cap={keyCaps[name]}
          shortcut={keyShortcuts[name]}
          testId={testIds[name]}
        />
      ))}
      {children}
    </fieldset>
  );
}

/** One line on why keys rest: what the clerk would have to do first. */
export function RestLine(): ReactNode {
  const text = useText();
  const { desk, meanings } = useConsole();
  const { recall, closeTicket } = meanings;
  const resting = desk.currentTicket?.state === 'called' ? closeTicket : recall;
  if (resting.kind !== 'rests' || ['notLive', 'notWritable', 'pending'].includes(resting.why)) return null;
  const words = text(`counter.rest.${resting.why}`);
  const reason = words.charAt(0).toLocaleLowerCase() + words.slice(1);
  return <p className="reason">{text('counter.rest.dashed', { reason })}</p>;
}
