import type { CounterTicket, CounterView, PrinterId, PrintResult, TicketId, TicketNumber } from '@okienko/shared';
import type { Desk } from './findDesk.ts';

/** A copy that this console ordered. */
export type CopyOrder = {
  readonly ticketId: TicketId;
  readonly ticketNumber: TicketNumber;
  readonly printerName: string;
};

/** What is known of it: nothing yet, its result, or that its ticket has left the picture and nobody will tell. */
export type CopyFate =
  | { readonly known: 'notYet' }
  | { readonly known: 'result'; readonly outcome: PrintResult }
  | { readonly known: 'never' };

/** The fate of an ordered copy by the newest picture. */
export function copyFateOf({ ticketId }: CopyOrder, view: CounterView): CopyFate {
  const print = view.tickets[ticketId]?.print ?? null;
  if (print === null || !print.isCopy) return { known: 'never' };
  return print.outcome === null ? { known: 'notYet' } : { known: 'result', outcome: print.outcome };
}

/** The printer that a copy is for unless the clerk says otherwise: the ticket's last one, else the branch's first. */
export function usualPrinterOf(ticket: Pick<CounterTicket, 'print'>, { configuration }: Desk): PrinterId | null {
  const { printers } = configuration;
  const last = printers.find(({ id }) => id === ticket.print?.printerId);
  return (last ?? printers[0])?.id ?? null;
}

/** How people call a printer; its id where the configuration no longer has it. */
export function printerNameOf(view: CounterView, printerId: PrinterId): string {
  return view.configuration?.printers.find(({ id }) => id === printerId)?.name ?? printerId;
}
