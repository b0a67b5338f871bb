import type { DecodedOperation } from './escposDecoder.ts';
import type { PrintOperation } from './printOperation.ts';

/** One strip of paper as it came out. */
export type ReceivedTicket = {
  /** Counts the strips since the start, from 1. */
  readonly stripNumber: number;
  /** When its last byte was printed, in milliseconds since the epoch. */
  readonly receivedAt: number;
  /** Bytes of the strip, without status questions. */
  readonly byteCount: number;
  readonly isCut: boolean;
  readonly operations: readonly PrintOperation[];
};

export type VirtualPaper = {
  /** The last strips, the newest first. */
  readonly tickets: () => readonly ReceivedTicket[];
  readonly print: (decoded: DecodedOperation) => void;
  /** Ends the strip without a cut, as when the connection ends in the middle of a ticket. */
  readonly tear: () => void;
};

const keptTickets = 20;
/** A strip longer than any ticket is torn off, so that memory stays bounded. */
const greatestStripBytes = 128 * 1024;

/** The strip that is coming out, and the strips that came out before it; one without a mark on it is not kept. */
export function createVirtualPaper(now: () => number): VirtualPaper {
  let strip: DecodedOperation[] = [];
  let byteCount = 0;
  let tickets: readonly ReceivedTicket[] = [];
  let stripNumber = 0;

  function endStrip(isCut: boolean) {
    if (strip.some(({ operation }) => isMark(operation))) {
      stripNumber += 1;
      const operations = strip.map(({ operation }) => operation);
      tickets = [{ stripNumber, receivedAt: now(), byteCount, isCut, operations }, ...tickets].slice(0, keptTickets);
    }
    strip = [];
    byteCount = 0;
  }

  return {
    tickets: () => tickets,
    tear: () => endStrip(false),
    print(decoded: DecodedOperation) {
      strip.push(decoded);
      byteCount += decoded.byteCount;
      const isCut = decoded.operation.type === 'cut';
      if (isCut || byteCount > greatestStripBytes) endStrip(isCut);
    },
  };
}

/** Whether the operation leaves something to see on the paper. */
export function isMark({ type }: PrintOperation): boolean {
  return type === 'text' || type === 'qr' || type === 'raster';
}
