import type { PrintFailureReason } from '@okienko/shared';
import { openConnection, type PrinterAddress, type PrinterConnection } from './printerConnection.ts';
import type { PrinterPort, PrinterStatus, PrintOutcome } from './printerPort.ts';
import { createSerialQueue } from './serialQueue.ts';
import { isQueuedAnswer, isRealtimeAnswer, readStatus } from './statusBytes.ts';

export type PrinterTimeouts = {
  readonly connectTimeoutMs: number;
  /** For each of the four status questions, and for the other side to hang up after us. */
  readonly statusTimeoutMs: number;
  /** For the system to take the ticket's bytes. */
  readonly sendTimeoutMs: number;
  /** From the last byte to the printer's word that the ticket is printed. */
  readonly confirmTimeoutMs: number;
};

/** A ticket prints in about 0.3 s and a slow printer needs 4 s; a person waits no longer than this for the truth. */
export const defaultPrinterTimeouts: PrinterTimeouts = {
  connectTimeoutMs: 2_000,
  statusTimeoutMs: 500,
  sendTimeoutMs: 3_000,
  confirmTimeoutMs: 8_000,
};

const realtimeStatus = (number: number) => Uint8Array.of(0x10, 0x04, number);
/** `GS r 1` waits its turn behind the ticket; `DLE EOT` would be answered before a line of it is on paper. */
const queuedStatus = Uint8Array.of(0x1d, 0x72, 0x01);

/**
 * A printer at a TCP address. For each job: connect, ask its state, send, wait for the queued confirmation, close. One
 * job at a time, nothing is tried again. A printer that has never answered a question is taken for a plain socket and
 * still gets its bytes; one that did and now is silent gets none, because it might print them minutes later.
 */
export function createTcpPrinterPort(address: PrinterAddress, timeouts: PrinterTimeouts): PrinterPort {
  const queue = createSerialQueue();
  let isClosed = false;
  let goodbye: Promise<unknown> = Promise.resolve();
  let hasEverAnswered = false;

  async function askStatus(connection: PrinterConnection): Promise<PrinterStatus> {
    const status = await readPrinterStatus(connection, timeouts.statusTimeoutMs);
    if (status.state !== 'silent') {
      hasEverAnswered ||= isFromThePrinter(status);
      return status;
    }
    return hasEverAnswered ? { state: 'failed', reason: 'offline' } : status;
  }

  /** Opens a connection for one piece of work; who waits for its result does not wait for the printer to hang up. */
  async function connected<Result>(
    work: (connection: PrinterConnection) => Promise<Result>,
    failed: (reason: PrintFailureReason) => Result,
  ): Promise<Result> {
    // Most printers take one connection and refuse a second one until they have seen the end of the first.
    await goodbye;
    if (isClosed) return failed('fault');
    const connection = await openConnection(address, timeouts.connectTimeoutMs);
    if (connection === null) return failed('unreachable');
    const result = await work(connection);
    goodbye = connection.finish(timeouts.statusTimeoutMs);
    return result;
  }

  async function printOn(connection: PrinterConnection, bytes: Uint8Array): Promise<PrintOutcome> {
    const status = await askStatus(connection);
    if (status.state === 'failed') return { result: 'failed', reason: status.reason };
    const sending = await connection.send(bytes, timeouts.sendTimeoutMs);
    if (sending !== 'sent') {
      connection.destroy();
      return { result: 'unknown' };
    }
    if (status.state === 'silent') {
      const isTaken = await connection.finish(timeouts.statusTimeoutMs);
      return { result: isTaken ? 'sentUnconfirmed' : 'unknown' };
    }
    const answer = await connection.ask(queuedStatus, isQueuedAnswer, timeouts.confirmTimeoutMs);
    return { result: answer.kind === 'byte' ? 'printed' : 'unknown' };
  }

  return {
    print: ({ bytes }) =>
      queue.run(() =>
        connected<PrintOutcome>(
          (connection) => printOn(connection, bytes),
          (reason) => ({ result: 'failed', reason }),
        ),
      ),
    status: () => queue.run(() => connected<PrinterStatus>(askStatus, (reason) => ({ state: 'failed', reason }))),
    async close() {
      isClosed = true;
      await queue.idle();
      await goodbye;
    },
  };
}

/** A connection that broke tells nothing about whether the printer knows the status commands. */
function isFromThePrinter(status: PrinterStatus): boolean {
  return status.state !== 'failed' || status.reason !== 'connectionLost';
}

async function readPrinterStatus(connection: PrinterConnection, timeoutMs: number): Promise<PrinterStatus> {
  const answers: (number | null)[] = [];
  for (const number of [1, 2, 3, 4]) {
    const answer = await connection.ask(realtimeStatus(number), isRealtimeAnswer, timeoutMs);
    if (answer.kind === 'lost') return { state: 'failed', reason: 'connectionLost' };
    // A device that leaves the first question open is not asked three times more: the customer is waiting.
    if (answer.kind === 'silence' && number === 1) return { state: 'silent' };
    answers.push(answer.kind === 'byte' ? answer.byte : null);
  }
  const [printer = null, offlineCause = null, errorCause = null, paper = null] = answers;
  return printer === null ? { state: 'silent' } : readStatus({ printer, offlineCause, errorCause, paper });
}
