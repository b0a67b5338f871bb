import { keepShortWords, useText } from '@okienko/kit';
import type { PrinterId, TicketId } from '@okienko/shared';
import { type ReactNode, useRef, useState } from 'react';
import { useConsole } from '../console/Console.tsx';
import { usePage } from '../console/Page.tsx';
import { strokeOf } from '../console/useKeyboard.ts';
import { useKeysWithin } from '../console/useKeysWithin.ts';
import { printerNameOf, usualPrinterOf } from '../desk/copyOrder.ts';
import { bareDigitOf } from '../keys/keyboard.ts';
import { keyLookOf } from '../keys/keyLook.ts';
import { type KeyMeaning, reprintOnMeaning, type TicketInSight } from '../keys/keyMeaning.ts';
import { Panel } from './Panel.tsx';

/** Which printer takes the copy of a ticket: a digit chooses, Enter prints. Nothing once the ticket has gone. */
export function PrinterPanel({ ticketId }: { readonly ticketId: TicketId | null }): ReactNode {
  const { state } = usePage();
  const ticket = ticketId === null ? undefined : state.view.tickets[ticketId];
  return ticket === undefined ? null : <OpenPrinterPanel key={ticket.ticketId} ticket={ticket} />;
}

function OpenPrinterPanel({ ticket }: { readonly ticket: TicketInSight }): ReactNode {
  const text = useText();
  const { presses, state } = usePage();
  const { desk, situation, closePanel, press } = useConsole();
  const [printerId, setPrinterId] = useState<PrinterId | null>(() => usualPrinterOf(ticket, desk));
  const meaning: KeyMeaning =
    printerId === null ? { kind: 'rests', why: 'noPrinter' } : reprintOnMeaning(situation, ticket, printerId);
  const look = keyLookOf('confirmReprint', meaning, presses);
  const number = ticket.ticketNumber;
  const confirm = () => {
    press('confirmReprint', meaning);
    if (meaning.kind === 'sends') closePanel();
  };
  return (
    <Panel
      title={text('counter.reprint.title', { number })}
      intro={keepShortWords(text('counter.reprint.intro'))}
      confirm={{
        look,
        label: text(look === 'busy' ? 'counter.key.busy' : 'counter.key.reprint'),
        small: printerId === null ? number : `${number}: ${printerNameOf(state.view, printerId)}`,
        isDisabled: meaning.kind === 'rests',
      }}
      onConfirm={confirm}
      onClose={closePanel}
      testId="printer-panel"
    >
      <PrinterChoice printerId={printerId} onChoose={setPrinterId} />
    </Panel>
  );
}

type ChoiceProperties = { readonly printerId: PrinterId | null; readonly onChoose: (printerId: PrinterId) => void };

function PrinterChoice({ printerId, onChoose }: ChoiceProperties): ReactNode {
  const text = useText();
  const { printers } = useConsole().desk.configuration;
  const troubleOf = usePrinterTrouble();
  const choices = useRef<HTMLFieldSetElement>(null);
  useKeysWithin(choices, (event) => {
    const digit = bareDigitOf(strokeOf(event));
    const printer = digit === null ? undefined : printers[digit - 1];
    if (printer === undefined) return;
    event.preventDefault();
    onChoose(printer.id);
  });
  return (
    <fieldset ref={choices}>
      <legend>
        {text('counter.reprint.printer')} <span>{text('counter.break.digit')}</span>
      </legend>
      <div className="two">
        {printers.map(({ id, name }, index) => {
          const trouble = troubleOf(name);
          return (
            <label key={id} className={`pick ${id === printerId ? 'is-chosen' : ''}`}>
              <input
                type="radio"
                name="printer"
                className="sr-only"
                checked={id === printerId}
                onChange={() => onChoose(id)}
              />
              {index < 9 && <kbd aria-hidden="true">{index + 1}</kbd>}
              <span>
                {name}
                {trouble !== null && <b className="trouble">! {trouble}</b>}
              </span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}

/** What is wrong with a printer by its name, in a few words; null where nothing is known to be. */
function usePrinterTrouble(): (name: string) => string | null {
  const text = useText();
  const alarms = usePage().state.figures?.alarms ?? [];
  return (name) => {
    const alarm = alarms.find((one) => one.kind === 'printerFault' && one.printerName === name);
    return alarm?.kind === 'printerFault' ? text(`counter.trouble.${alarm.problem}`) : null;
  };
}
