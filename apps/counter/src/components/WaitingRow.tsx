import { StateLight, TicketNumber, useText } from '@okienko/kit';
import { memo, type ReactNode, useRef } from 'react';
import { useKeysWithin } from '../console/useKeysWithin.ts';
import { keyCaps, keyShortcuts } from '../keys/keyboard.ts';
import { type KeyLook, keyLookOf } from '../keys/keyLook.ts';
import type { KeyMeaning } from '../keys/keyMeaning.ts';
import type { WaitingTicket } from '../desk/findDesk.ts';
import { waitStateOf } from '../desk/waitState.ts';
import { Key } from './KeyButton.tsx';
import { PaperMark } from './PaperMark.tsx';

type Properties = {
  readonly ticket: WaitingTicket;
  readonly waitedMinutes: number;
  readonly targetMinutes: number;
  readonly isNext: boolean;
  readonly isPriority: boolean;
  readonly call: KeyMeaning;
  readonly look: KeyLook;
  readonly cancel: KeyMeaning;
  readonly reprint: KeyMeaning;
  readonly reprintLook: KeyLook;
  readonly isSlow: boolean;
  readonly onPress: (name: string, meaning: KeyMeaning) => void;
  readonly onAskCancel: (ticket: WaitingTicket) => void;
};

/** One waiting person. Drawn again only when something that it shows changes: a long list costs nothing each second. */
export const WaitingRow = memo(function WaitingRow(properties: Properties): ReactNode {
  const { ticket, waitedMinutes, targetMinutes, isNext, call, look, cancel, isSlow, onPress, onAskCancel } = properties;
  const { reprint, reprintLook } = properties;
  const text = useText();
  const light = waitStateOf(waitedMinutes, targetMinutes);
  const number = ticket.ticketNumber;
  const row = useRef<HTMLTableRowElement>(null);
  useKeysWithin(row, (event) => {
    if (event.key !== 'Delete') return;
    event.preventDefault();
    event.stopPropagation();
    if (cancel.kind === 'rests') onPress('cancel', cancel);
    else onAskCancel(ticket);
  });
  return (
    <tr className={isNext ? 'is-next' : undefined} ref={row} data-ticket-number={number}>
      <td>
        <TicketNumber value={number} />
      </td>
      <td>{text('counter.list.wait.value', { waited: waitedMinutes, target: targetMinutes })}</td>
      <td>
        <StateLight light={light}>{text(`counter.wait.${light}`)}</StateLight>
      </td>
      <td>
        <Marks {...properties} />
      </td>
      <td>
        <Key
          name={`reprint:${ticket.ticketId}`}
          meaning={reprint}
          look={reprintLook}
          onPress={onPress}
          label={text('counter.key.reprint.row')}
          about={number}
          className="small"
          testId="reprint-other"
        />
        <Key
          name={`askCancel:${ticket.ticketId}`}
          meaning={cancel}
          look={keyLookOf(`askCancel:${ticket.ticketId}`, cancel, { pressed: null, isSlow })}
          onPress={(name, meaning) => (meaning.kind === 'rests' ? onPress(name, meaning) : onAskCancel(ticket))}
          label={text('counter.key.cancel.row')}
          about={number}
          cap={keyCaps.cancel}
          shortcut={keyShortcuts.cancel}
          className="small"
        />
        <Key
          name={`call:${ticket.ticketId}`}
          meaning={call}
          look={look}
          onPress={onPress}
          label={text('counter.key.call')}
          about={number}
          className="small call-ticket"
        />
      </td>
    </tr>
  );
});

function Marks({ ticket, isPriority }: Pick<Properties, 'ticket' | 'isPriority'>): ReactNode {
  const text = useText();
  return (
    <>
      {isPriority && <span className="mark">{text('counter.mark.priority')}</span>}
      {ticket.language !== 'pl' && <span className="mark">{ticket.language.toUpperCase()}</span>}
      <PaperMark print={ticket.print} />
    </>
  );
}
