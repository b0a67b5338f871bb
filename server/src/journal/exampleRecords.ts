import { type CommandId, idSchemas, instantOf, journalEventSchema } from '@okienko/shared';
import type { CommandRecord } from './journal.ts';

/** One accepted command with `eventCount` events, for tests that need plain ones. */
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
