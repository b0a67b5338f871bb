import { z } from 'zod/mini';
import {
  calendarDateSchema,
  counterStateSchema,
  idSchemas,
  instantSchema,
  required,
  ticketSchema,
} from '@okienko/shared';
import { type BranchState, emptyBranchState } from './branchState.ts';
import { readTakenConfiguration } from './configurationCheck.ts';
import { joinLine } from './queueOrder.ts';

const stateSnapshotSchema = z.object({
  seq: idSchemas.seq,
  lastAt: instantSchema,
  configurationText: z.string(),
  configHash: z.string(),
  businessDate: z.nullable(calendarDateSchema),
  tickets: z.array(ticketSchema),
  counters: z.array(z.tuple([idSchemas.counter, counterStateSchema])),
  series: z.array(z.tuple([z.string(), z.int()])),
  lastCalled: z.array(z.tuple([idSchemas.service, idSchemas.ticketNumber])),
  announcementNumber: z.int(),
  /** Absent in snapshots from before there were restores. */
  restoredAs: z._default(z.nullable(idSchemas.journal), null),
});

/** A branch's state as plain values that JSON can hold: what a start reads instead of the whole history. */
export type StateSnapshot = z.output<typeof stateSnapshotSchema>;
export { stateSnapshotSchema };

/** The state as plain values; what can be computed from tickets (lines, print jobs) is left out. */
export function snapshotOf(state: BranchState): unknown {
  return {
    seq: state.seq,
    lastAt: state.lastAt,
    configurationText: JSON.stringify(required(state.configuration, 'the configuration')),
    configHash: state.configHash,
    businessDate: state.businessDate,
    tickets: [...state.tickets.values()],
    counters: [...state.counters],
    series: [...state.series],
    lastCalled: [...state.lastCalled],
    announcementNumber: state.announcementNumber,
    restoredAs: state.restoredAs,
  };
}

/**
 * The state that a snapshot holds, with its lines and print jobs computed again.
 *
 * @throws AssertionFailure where its configuration has not even the form of one.
 */
export function stateFrom(snapshot: StateSnapshot): BranchState {
  const state = emptyBranchState();
  state.configuration = readTakenConfiguration(snapshot.configurationText);
  state.seq = snapshot.seq;
  state.lastAt = snapshot.lastAt;
  state.configHash = snapshot.configHash;
  state.businessDate = snapshot.businessDate;
  state.announcementNumber = snapshot.announcementNumber;
  state.restoredAs = snapshot.restoredAs;
  for (const [letter, count] of snapshot.series) state.series.set(letter, count);
  for (const [serviceId, ticketNumber] of snapshot.lastCalled) state.lastCalled.set(serviceId, ticketNumber);
  for (const [counterId, counter] of snapshot.counters) state.counters.set(counterId, counter);
  for (const ticket of snapshot.tickets) {
    state.tickets.set(ticket.ticketId, ticket);
    if (ticket.print !== null) state.printJobs.set(ticket.print.jobId, ticket.ticketId);
    if (ticket.state !== 'waiting') continue;
    const { ticketId, waitingSince, waitingSeq } = ticket;
    joinLine(state.lines, ticket.serviceId, ticket.priorityClass, { ticketId, waitingSince, waitingSeq });
  }
  return state;
}
