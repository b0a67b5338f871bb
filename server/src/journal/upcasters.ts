import { type JournalEvent, journalEventSchema } from '@okienko/shared';
import { z } from 'zod/mini';

/** Turns the payload of one version into that of the next; throws where it is not what that version wrote. */
export type Upcaster = (payload: unknown) => unknown;

/** For each event type the steps from version 1 up: the newest version is one more than their number. */
export type Upcasters = { readonly [type: string]: readonly Upcaster[] };

/** Every event type is at version 1. A changed shape adds a step here, with a test from a payload really written. */
export const upcasters: Upcasters = {};

/** The version in which events of this type are written today. */
export function newestVersionOf(type: string, table: Upcasters = upcasters): number {
  return stepsOf(type, table).length + 1;
}

/**
 * Reads a stored payload of any version as today's event.
 *
 * @throws UnreadableEvent where the version is from a newer program or the payload is not an event of that type.
 */
export function upcast(
  type: string,
  eventVersion: number,
  payload: unknown,
  table: Upcasters = upcasters,
): JournalEvent {
  const newest = newestVersionOf(type, table);
  if (eventVersion < 1 || eventVersion > newest) {
    throw new UnreadableEvent(`${type} has version ${eventVersion}, this program reads versions 1 to ${newest}`);
  }
  const newestPayload = stepsOf(type, table)
    .slice(eventVersion - 1)
    .reduce((older, step) => step(older), payload);
  const fields = z.record(z.string(), z.unknown()).safeParse(newestPayload);
  const parsed = journalEventSchema.safeParse({ ...fields.data, type });
  if (!parsed.success) throw new UnreadableEvent(`${type} does not parse: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

/** A stored payload is not an event that this program knows. */
export class UnreadableEvent extends Error {
  override readonly name = 'UnreadableEvent';
}

function stepsOf(type: string, table: Upcasters): readonly Upcaster[] {
  return Object.hasOwn(table, type) ? (table[type] ?? []) : [];
}
