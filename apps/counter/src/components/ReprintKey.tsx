import { useText } from '@okienko/kit';
import type { ReactNode } from 'react';
import { useConsole } from '../console/Console.tsx';
import { keyCaps, keyShortcuts } from '../keys/keyboard.ts';
import { type KeyMeaning, reprintMeaning, type TicketInSight } from '../keys/keyMeaning.ts';
import { KeyButton } from './KeyButton.tsx';

/** Prints a copy of the paper of the ticket at the counter. */
export function ReprintKey({ className }: { readonly className?: string }): ReactNode {
  const text = useText();
  const { desk, meanings, panel, askedTicketId, press } = useConsole();
  return (
    <KeyButton
      name="reprint"
      meaning={meanings.reprint}
      onPress={press}
      label={text('counter.key.reprint')}
      cap={keyCaps.reprint}
      shortcut={keyShortcuts.reprint}
      isOpen={panel === 'printer' && askedTicketId === desk.currentTicket?.ticketId}
      {...(className === undefined ? {} : { className })}
      testId="reprint"
    />
  );
}

/** The same for a ticket that is not at the counter, with its number said to a screen reader. */
export function ReprintOther({ ticket }: { readonly ticket: TicketInSight }): ReactNode {
  const text = useText();
  const { situation, press } = useConsole();
  const meaning: KeyMeaning = reprintMeaning(situation, ticket);
  return (
    <KeyButton
      name={`reprint:${ticket.ticketId}`}
      meaning={meaning}
      onPress={press}
      label={text('counter.key.reprint.row')}
      about={ticket.ticketNumber}
      className="small"
      testId="reprint-other"
    />
  );
}
