import { exactly, oneByte, type Question } from './printerConnection.ts';
import type { StatusCommands } from './printerProfile.ts';
import { clearResponse, isQueuedAnswer, isRealtimeAnswer, processIdResponse } from './statusBytes.ts';

/** `DLE EOT number`, 1 to 4: answered at once. */
export function realtimeQuestion(number: number): Question {
  return { bytes: Uint8Array.of(0x10, 0x04, number), findAnswer: oneByte(isRealtimeAnswer) };
}

/**
 * The question that waits its turn behind the ticket, or null where the printer answers none. `DLE EOT` would be
 * answered before a line of the ticket is on paper.
 *
 * @param jobNumber makes the id of `GS ( H`, so that the late answer to another ticket is not taken for this one's.
 */
export function confirmationQuestion(confirmation: StatusCommands['confirmation'], jobNumber: number): Question | null {
  switch (confirmation) {
    case 'GS r 1':
      return { bytes: Uint8Array.of(0x1d, 0x72, 0x01), findAnswer: oneByte(isQueuedAnswer) };
    case 'GS ( H': {
      // The id is four printable characters: Epson's reference allows 32 to 126.
      const id = Array.from(String(jobNumber % 10_000).padStart(4, '0'), (digit) => digit.charCodeAt(0));
      const bytes = Uint8Array.of(0x1d, 0x28, 0x48, 6, 0, 48, 48, ...id);
      return { bytes, findAnswer: exactly(processIdResponse(id)) };
    }
    case 'none':
      return null;
  }
}

/** What takes a ticket back that the printer still holds; `findAnswer` is null where it does not say that it did. */
export type Clearing = { readonly bytes: Uint8Array; readonly question: Question | null };

/** The order that empties the printer's memory, or null where it has none. */
export function clearingOf(clearing: StatusCommands['clearing']): Clearing | null {
  switch (clearing) {
    case 'DLE DC4 8': {
      const bytes = Uint8Array.of(0x10, 0x14, 8, 1, 3, 20, 1, 6, 2, 8);
      return { bytes, question: { bytes, findAnswer: exactly(clearResponse) } };
    }
    case 'DLE ENQ 2':
      return { bytes: Uint8Array.of(0x10, 0x05, 2), question: null };
    case 'none':
      return null;
  }
}

/** Feeds and cuts what an unfinished ticket left on the paper, so that the next one comes out alone. */
export const separation: Uint8Array = Uint8Array.of(0x1b, 0x40, 0x0a, 0x1d, 0x56, 66, 0);
