import { useText } from '@okienko/kit';
import type { ReactNode } from 'react';
import { useConsole } from '../console/Console.tsx';
import type { CurrentTicket } from '../desk/findDesk.ts';
import { keyCaps, keyShortcuts } from '../keys/keyboard.ts';
import { cancelCurrentMeaning } from '../keys/keyMeaning.ts';
import { CancelQuestion } from './CancelQuestion.tsx';
import { KeyButton } from './KeyButton.tsx';

/** Withdraws the called ticket, after a question. */
export function CancelCurrentKey(): ReactNode {
  const text = useText();
  const { meanings, press } = useConsole();
  return (
    <KeyButton
      name="cancel"
      meaning={meanings.cancel}
      onPress={press}
      label={text('counter.key.cancel')}
      cap={keyCaps.cancel}
      shortcut={keyShortcuts.cancel}
      className="small"
      testId="cancel"
    />
  );
}

/** The question itself, beside the number it is about. */
export function CancelCurrentQuestion({ ticket }: { readonly ticket: CurrentTicket }): ReactNode {
  const { situation, press, closePanel } = useConsole();
  return (
    <CancelQuestion
      number={ticket.ticketNumber}
      name="confirmCancel"
      meaning={cancelCurrentMeaning(situation)}
      onPress={press}
      onKeep={closePanel}
    />
  );
}
