import { type CommandId, idSchemas, instantOf, type JournalEvent, journalEventSchema } from '@okienko/shared';
import fc from 'fast-check';
import type { CommandRecord } from './journal.ts';

/** Accepted commands with ids of their own, some without events, with any text that a configuration may hold. */
export const arbitraryRecords: fc.Arbitrary<readonly CommandRecord[]> = fc
  .uniqueArray(
    fc.record({
      commandId: fc.uuid({ version: 7 }).map((text) => idSchemas.command.parse(text)),
      at: fc.integer({ min: 0, max: 2 ** 53 - 1 }),
      isStaff: fc.boolean(),
      configHash: fc.stringMatching(/^[0-9a-f]{64}$/),
      events: fc.array(arbitraryEvent(), { maxLength: 4 }),
    }),
    { selector: ({ commandId }) => commandId, maxLength: 8 },
  )
  .map((drafts) =>
    drafts.map(({ commandId, at, isStaff, configHash, events }) => ({
      metadata: {
        at: instantOf(at),
        branchId: idSchemas.branch.parse('bronowice'),
        deviceId: idSchemas.device.parse(isStaff ? 'counter-1' : 'kiosk-1'),
        clerkId: isStaff ? idSchemas.clerk.parse('anna') : null,
        commandId,
        configHash,
      },
      events,
    })),
  );

/** One accepted command that issued `eventCount` tickets, enough for tests that need a plain record. */
export function recordOf(commandNumber: number, eventCount = 1): CommandRecord {
  return {
    metadata: {
      at: instantOf(1_795_510_800_000 + commandNumber),
      branchId: idSchemas.branch.parse('bronowice'),
      deviceId: idSchemas.device.parse('counter-1'),
      clerkId: idSchemas.clerk.parse('anna'),
      commandId: commandIdOf(commandNumber),
      configHash: 'f00d',
    },
    events: Array.from({ length: eventCount }, () =>
      journalEventSchema.parse({ type: 'CounterPaused', counterId: 'counter-1', reasonId: `reason-${commandNumber}` }),
    ),
  };
}

/** The id of the numbered command in `recordOf`. */
export function commandIdOf(commandNumber: number): CommandId {
  return idSchemas.command.parse(`0197a000-0000-7000-8000-${String(commandNumber).padStart(12, '0')}`);
}

function arbitraryEvent(): fc.Arbitrary<JournalEvent> {
  return fc
    .oneof(
      fc.record({
        type: fc.constant('ConfigurationChanged'),
        text: fc.string({ unit: 'binary' }),
        configHash: fc.string(),
      }),
      fc.record({ type: fc.constant('CounterResumed'), counterId: fc.constantFrom('counter-1', 'counter-2') }),
      fc.record({
        type: fc.constant('TicketClosed'),
        ticketId: fc.uuid({ version: 7 }),
        ticketNumber: fc.constantFrom('D042', 'K1000'),
        serviceId: fc.constant('identity-card'),
        reason: fc.constantFrom('served', 'expired'),
        from: fc.constantFrom('serving', 'waiting'),
        counterId: fc.option(fc.constant('counter-1')),
        outcomeId: fc.option(fc.constant('done')),
      }),
    )
    .map((draft) => journalEventSchema.parse(draft));
}
