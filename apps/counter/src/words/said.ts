import { assertNever, type CounterView, type Settled, type TicketId } from '@okienko/shared';
import type { Translate } from '@okienko/shared/text';

/** What an accepted press did, in one sentence for the screen reader: "Wezwano D042". */
export function saidOf(
  settled: Extract<Settled, { readonly outcome: 'accepted' }>,
  view: CounterView,
  text: Translate,
): string {
  const { command, result } = settled;
  switch (command.type) {
    case 'CallNext':
    case 'CallTicket':
      return result.type === 'ticketCalled' ? text('counter.said.called', { number: result.ticketNumber }) : '';
    case 'RecallTicket':
      return text('counter.said.recalled', { number: numberOf(view, command.ticketId) });
    case 'StartService':
      return text('counter.said.started', { number: numberOf(view, command.ticketId) });
    case 'CloseTicket':
      return text('counter.said.closed', { number: numberOf(view, command.ticketId) });
    case 'MarkNoShow':
      return text('counter.said.missed', { number: numberOf(view, command.ticketId) });
    case 'ReinstateTicket':
      return text('counter.said.reinstated', { number: numberOf(view, command.ticketId) });
    case 'CancelTicket':
      return text('counter.said.cancelled', { number: numberOf(view, command.ticketId) });
    case 'ReprintTicket':
      return text('counter.said.copyOrdered', { number: numberOf(view, command.ticketId) });
    case 'OpenCounter':
      return text('counter.said.opened', { counter: labelOf(view, command.counterId) });
    case 'PauseCounter':
      return text('counter.said.paused');
    case 'ResumeCounter':
      return text('counter.said.resumed');
    case 'SignOffCounter':
      return text('counter.said.signedOff', { counter: labelOf(view, command.counterId) });
    case 'IssueTicket':
      return '';
    default:
      return assertNever(command);
  }
}

/** The label of a counter, or its id where the configuration no longer has it. */
export function labelOf(view: CounterView, counterId: string): string {
  return view.configuration?.counters.find(({ id }) => id === counterId)?.label ?? counterId;
}

/** A settled press is already in the picture: its ticket is alive, or among the last visits. */
function numberOf(view: CounterView, ticketId: TicketId): string {
  const alive = view.tickets[ticketId]?.ticketNumber;
  return alive ?? view.pastVisits.find((visit) => visit.ticketId === ticketId)?.ticketNumber ?? '';
}
