import { assert, assertNever, type CloseReason, type CommandOf, type JournalEvent, type Ticket } from '@okienko/shared';
import type { BranchState } from '../branchState.ts';
import { accepted, type Decision } from '../decision.ts';

/**
 * Ends one business day and starts the next: every ticket ends as its state says, counters are signed off, boards are
 * cleared and the series start again (design §2, "day end").
 *
 * The first day of a branch has none before it (`endingDate` null).
 */
export function endDay(state: BranchState, command: CommandOf<'EndDay'>): Decision {
  assert(
    state.businessDate === command.endingDate,
    `the day to end is ${state.businessDate}, not ${command.endingDate}`,
  );
  const started: JournalEvent = { type: 'BusinessDayStarted', businessDate: command.startingDate };
  if (command.endingDate === null) return accepted(started);
  // A day that began again would give out its numbers a second time.
  assert(command.startingDate > command.endingDate, 'a day begins after the one it follows');
  const closed = [...state.tickets.values()].flatMap((ticket) => closingOf(ticket));
  const signedOff = [...state.counters].flatMap(([counterId, counter]): JournalEvent[] =>
    counter.state === 'closed' ? [] : [{ type: 'CounterSignedOff', counterId }],
  );
  return accepted(...closed, ...signedOff, { type: 'BusinessDayEnded', businessDate: command.endingDate }, started);
}

function closingOf(ticket: Ticket): readonly JournalEvent[] {
  const reason = reasonFor(ticket);
  if (reason === null) return [];
  const { ticketId, ticketNumber, serviceId, state: from } = ticket;
  const counterId = 'counterId' in ticket ? ticket.counterId : null;
  return [{ type: 'TicketClosed', ticketId, ticketNumber, serviceId, reason, from, counterId, outcomeId: null }];
}

function reasonFor(ticket: Ticket): CloseReason | null {
  switch (ticket.state) {
    case 'waiting':
    case 'parked':
      return 'expired';
    case 'called':
    case 'noShow':
      return 'noShow';
    case 'serving':
      return 'unfinished';
    case 'closed':
      return null;
    default:
      return assertNever(ticket);
  }
}
