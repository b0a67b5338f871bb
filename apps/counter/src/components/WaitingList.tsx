import { accentStyle, ServiceName, useNow, useText } from '@okienko/kit';
import { required, type TicketId, textIn } from '@okienko/shared';
import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react';
import { useConsole } from '../console/Console.tsx';
import { useKeysWithin } from '../console/useKeysWithin.ts';
import { useConfiguration, usePage } from '../console/Page.tsx';
import type { WaitingGroup, WaitingTicket } from '../desk/findDesk.ts';
import { wholeMinutesBetween } from '../desk/waitState.ts';
import { keyLookOf } from '../keys/keyLook.ts';
import { callTicketMeaning, cancelWaitingMeaning, reprintMeaning } from '../keys/keyMeaning.ts';
import { CancelQuestion } from './CancelQuestion.tsx';
import { WaitingRow } from './WaitingRow.tsx';

/** Who waits for this counter, by service, longest first; arrows move between the rows. */
export function WaitingList(): ReactNode {
  const text = useText();
  const { desk } = useConsole();
  const [askedId, setAskedId] = useState<TicketId | null>(null);
  const askCancel = useCallback((ticket: WaitingTicket) => setAskedId(ticket.ticketId), []);
  const table = useRef<HTMLTableElement>(null);
  useKeysWithin(table, moveBetweenRows);
  const keep = useCallback(() => setAskedId(null), []);
  return (
    <table ref={table} className="queue">
      <caption className="sr-only">{text('counter.list.label')}</caption>
      <thead>
        <tr>
          <th scope="col">{text('counter.list.number')}</th>
          <th scope="col">{text('counter.list.wait')}</th>
          <th scope="col">{text('counter.list.state')}</th>
          <th scope="col">{text('counter.list.marks')}</th>
          <th scope="col">
            <span className="sr-only">{text('counter.list.actions')}</span>
          </th>
        </tr>
      </thead>
      {desk.waiting
        .filter(({ tickets }) => tickets.length > 0)
        .map((group) => (
          <GroupRows key={group.service.id} group={group} askedId={askedId} onAskCancel={askCancel} onKeep={keep} />
        ))}
    </table>
  );
}

type GroupProperties = {
  readonly group: WaitingGroup;
  readonly askedId: TicketId | null;
  readonly onAskCancel: (ticket: WaitingTicket) => void;
  readonly onKeep: () => void;
};

function GroupRows({ group, askedId, onAskCancel, onKeep }: GroupProperties): ReactNode {
  const { language, replica, state, presses } = usePage();
  const { desk, rowSituation: situation, press } = useConsole();
  const { serviceGroups, ordinaryClass } = useConfiguration();
  const now = useNow(replica);
  const { service, tickets } = group;
  // The same objects until the situation changes, so that each second draws only the rows whose minute has changed.
  const calls = useMemo(() => tickets.map((ticket) => callTicketMeaning(situation, ticket)), [situation, tickets]);
  const cancels = useMemo(() => tickets.map((ticket) => cancelWaitingMeaning(situation, ticket)), [situation, tickets]);
  const reprints = useMemo(() => tickets.map((ticket) => reprintMeaning(situation, ticket)), [situation, tickets]);
  const nextId = state.figures?.next[desk.settings.id]?.ticketId;
  return (
    <tbody style={accentStyle(serviceGroups, service.group, 'light')}>
      <tr>
        <th colSpan={5} scope="rowgroup">
          <ServiceName name={textIn(service.name, language)} /> <span>· {tickets.length}</span>
        </th>
      </tr>
      {tickets.map((ticket, index) => {
        const call = required(calls[index], 'the meaning of a row');
        const cancel = required(cancels[index], 'the meaning of a row');
        const reprint = required(reprints[index], 'the meaning of a row');
        return ticket.ticketId === askedId ? (
          <tr key={ticket.ticketId}>
            <td colSpan={5}>
              <CancelQuestion
                number={ticket.ticketNumber}
                name={`cancel:${ticket.ticketId}`}
                meaning={cancel}
                onPress={press}
                onKeep={onKeep}
              />
            </td>
          </tr>
        ) : (
          <WaitingRow
            key={ticket.ticketId}
            ticket={ticket}
            waitedMinutes={now === null ? 0 : wholeMinutesBetween(ticket.waitingSince, now)}
            targetMinutes={service.targetWaitMinutes}
            isNext={ticket.ticketId === nextId}
            isPriority={ticket.priorityClass !== ordinaryClass}
            call={call}
            look={keyLookOf(`call:${ticket.ticketId}`, call, presses)}
            cancel={cancel}
            reprint={reprint}
            reprintLook={keyLookOf(`reprint:${ticket.ticketId}`, reprint, presses)}
            isSlow={presses.isSlow}
            onPress={press}
            onAskCancel={onAskCancel}
          />
        );
      })}
    </tbody>
  );
}

/** Up and down go from one row's `Wezwij` to the next, so that Enter calls the chosen person. */
function moveBetweenRows(event: KeyboardEvent): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  const here = document.activeElement?.closest('tr');
  if (step === 0 || here === null || here === undefined) return;
  event.preventDefault();
  const keys = [...(here.closest('table')?.querySelectorAll<HTMLButtonElement>('.call-ticket') ?? [])];
  const index = keys.findIndex((key) => here.contains(key));
  keys[Math.min(keys.length - 1, Math.max(0, index + step))]?.focus();
}
