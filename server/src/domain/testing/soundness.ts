import type { CounterId, TicketId } from '@okienko/shared';
import type { BranchState } from '../branchState.ts';
import { comparePlaces } from '../queueOrder.ts';

/** What must hold of every state that events can lead to, and does not; empty where all is well. */
export function unsoundnessOf(state: BranchState): readonly string[] {
  return [...ticketProblems(state), ...lineProblems(state), ...counterProblems(state), ...staffProblems(state)];
}

function ticketProblems({ tickets, series, printJobs }: BranchState): readonly string[] {
  const all = [...tickets];
  const numbers = all.map(([, { ticketNumber }]) => ticketNumber);
  return [
    ...all.filter(([id, { ticketId }]) => id !== ticketId).map(([id]) => `ticket ${id} is kept under another id`),
    ...numbers.filter((number, index) => numbers.indexOf(number) !== index).map((number) => `${number} is given twice`),
    ...numbers
      .filter((number) => Number(number.slice(1)) > (series.get(number.slice(0, 1)) ?? 0))
      .map((number) => `${number} is beyond its series`),
    ...[...printJobs]
      .filter(([, ticketId]) => !tickets.has(ticketId))
      .map(([jobId]) => `print job ${jobId} has no ticket`),
  ];
}

function lineProblems({ tickets, lines }: BranchState): readonly string[] {
  const inLines = new Map<TicketId, string>();
  const problems: string[] = [];
  for (const [serviceId, classes] of lines) {
    for (const [priorityClass, line] of classes) {
      if (line.some((place, at) => at > 0 && comparePlaces(line[at - 1] ?? place, place) >= 0)) {
        problems.push(`the line of ${serviceId} is out of order`);
      }
      for (const { ticketId } of line) {
        if (inLines.has(ticketId)) problems.push(`ticket ${ticketId} stands twice in line`);
        inLines.set(ticketId, `${serviceId} ${priorityClass}`);
      }
    }
  }
  for (const { ticketId, serviceId, priorityClass, state } of tickets.values()) {
    const expected = state === 'waiting' ? `${serviceId} ${priorityClass}` : undefined;
    if (inLines.get(ticketId) !== expected) problems.push(`a ${state} ticket is in line "${inLines.get(ticketId)}"`);
  }
  return problems;
}

function counterProblems({ tickets, counters }: BranchState): readonly string[] {
  const held = new Map<TicketId, CounterId>();
  const problems: string[] = [];
  for (const [counterId, counter] of counters) {
    const current = counter.state === 'open' ? counter.currentTicketId : null;
    if (current === null) continue;
    if (held.has(current)) problems.push(`ticket ${current} is at two counters`);
    held.set(current, counterId);
  }
  for (const ticket of tickets.values()) {
    const place = ticket.state === 'called' || ticket.state === 'serving' ? ticket.counterId : undefined;
    if (held.get(ticket.ticketId) !== place) problems.push(`a ${ticket.state} ticket is not where its counter is`);
  }
  for (const ticketId of held.keys()) if (!tickets.has(ticketId)) problems.push(`counter holds unknown ${ticketId}`);
  return problems;
}

function staffProblems({ counters }: BranchState): readonly string[] {
  const staff = [...counters.values()].flatMap((counter) => (counter.state === 'closed' ? [] : [counter]));
  const clerks = new Set(staff.map(({ clerkId }) => clerkId));
  const devices = new Set(staff.map(({ deviceId }) => deviceId));
  return [
    ...(clerks.size === staff.length ? [] : ['a clerk works at two counters']),
    ...(devices.size === staff.length ? [] : ['a device commands two counters']),
  ];
}
