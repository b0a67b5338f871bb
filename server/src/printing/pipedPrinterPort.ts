import type { OpenPipe } from '@okienko/pipe';
import type { DurationMs, MachineClock, PrintFailureReason } from '@okienko/shared';
import { connectionOver, type PrinterConnection } from './printerConnection.ts';
import type { PrinterPort, PrinterStatus, PrintOutcome } from './printerPort.ts';
import type { PrinterProfile } from './printerProfile.ts';
import { clearingOf, confirmationQuestion, realtimeQuestion, separation } from './printerQuestions.ts';
import { createSerialQueue } from './serialQueue.ts';
import { readStatus } from './statusBytes.ts';

export type PrinterTimeouts = {
  readonly connectTimeoutMs: number;
  /** For each of the four status questions, and for the other side to hang up after us. */
  readonly statusTimeoutMs: number;
  /** For the system to take the ticket's bytes. */
  readonly sendTimeoutMs: number;
  /** From the last byte to the printer's word that the ticket is printed. */
  readonly confirmTimeoutMs: number;
  /** From the order to print to the first byte of the ticket: later, its customer has gone on without paper. */
  readonly expiryMs: number;
};

/** A ticket prints in about 0.3 s and a slow printer needs 4 s; a person waits no longer than this for the truth. */
export const defaultPrinterTimeouts: PrinterTimeouts = {
  connectTimeoutMs: 2_000,
  statusTimeoutMs: 500,
  sendTimeoutMs: 3_000,
  confirmTimeoutMs: 8_000,
  expiryMs: 15_000,
};

export type PipedPrinterParts = {
  readonly openPipe: OpenPipe;
  readonly profile: Pick<PrinterProfile, 'status' | 'cutter'>;
  readonly timeouts: PrinterTimeouts;
  readonly machineClock: MachineClock;
  /** Told why there is no connection, in the system's word, each time that one is refused; for the log. */
  readonly onRefused: (problem: string) => void;
};

/** One piece of work on a connection of its own, and what stands for its result where there is none. */
type Task<Result> = {
  readonly work: (connection: PrinterConnection) => Promise<Result>;
  readonly failed: (reason: PrintFailureReason) => Result;
  readonly isExpired: () => boolean;
};

/**
 * A printer at the end of a pipe. For each job: connect, ask its state, send, wait for the queued confirmation, close.
 * One job at a time, nothing is tried again, and nothing is sent that would come out late: a job that waited too long
 * fails, and what a printer may still hold of an unconfirmed one is cleared as soon as it can be told so.
 *
 * A printer that has never answered a question is taken for a plain socket and still gets its bytes; one that did and
 * now is silent gets none, because it might print them minutes later.
 */
export function createPipedPrinterPort(parts: PipedPrinterParts): PrinterPort {
  return new PipedPrinterPort(parts);
}

class PipedPrinterPort implements PrinterPort {
  readonly #parts: PipedPrinterParts;
  readonly #queue = createSerialQueue();
  #openTasks = 0;
  #isClosed = false;
  #goodbye: Promise<unknown> = Promise.resolve();
  #hasEverAnswered = false;
  #jobNumber = 0;
  /** What an unconfirmed job may have left: in the printer's memory, and on its paper. */
  #remains = { inMemory: false, onPaper: false };

  constructor(parts: PipedPrinterParts) {
    this.#parts = parts;
  }

  isIdle(): boolean {
    return this.#openTasks === 0;
  }

  print({ compose }: { readonly compose: () => Uint8Array }): Promise<PrintOutcome> {
    const orderedAtMs = this.#parts.machineClock.nowMs();
    return this.#inTurn<PrintOutcome>({
      work: (connection) => this.#printOn(connection, compose, orderedAtMs),
      failed: (reason) => ({ result: 'failed', reason }),
      isExpired: () => this.#isExpired(orderedAtMs),
    });
  }

  status(): Promise<PrinterStatus> {
    return this.#inTurn<PrinterStatus>({
      work: async (connection) => {
        await this.#clearRemains(connection);
        return this.#askStatus(connection);
      },
      failed: (reason) => ({ state: 'failed', reason }),
      isExpired: () => false,
    });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#queue.idle();
    await this.#goodbye;
  }

  /** Opens a connection for one piece of work; who waits for its result does not wait for the printer to hang up. */
  #inTurn<Result>({ work, failed, isExpired }: Task<Result>): Promise<Result> {
    this.#openTasks += 1;
    return this.#queue
      .run(async () => {
        // Most printers take one connection and refuse a second one until they have seen the end of the first.
        await this.#goodbye;
        if (this.#isClosed) return failed('fault');
        if (isExpired()) return failed('expired');
        const { openPipe, timeouts, machineClock, onRefused } = this.#parts;
        const opening = await openPipe(timeouts.connectTimeoutMs);
        if (opening.kind === 'refused') {
          onRefused(opening.problem);
          return failed('unreachable');
        }
        const connection = connectionOver(opening.pipe, machineClock);
        try {
          return await work(connection);
        } finally {
          this.#goodbye = connection.finish(timeouts.statusTimeoutMs);
        }
      })
      .finally(() => (this.#openTasks -= 1));
  }

  async #printOn(
    connection: PrinterConnection,
    compose: () => Uint8Array,
    orderedAtMs: DurationMs,
  ): Promise<PrintOutcome> {
    const { timeouts, profile } = this.#parts;
    await this.#clearRemains(connection);
    const status = await this.#askStatus(connection);
    if (status.state === 'failed') return { result: 'failed', reason: status.reason };
    if (this.#isExpired(orderedAtMs)) return { result: 'failed', reason: 'expired' };
    const writing = await connection.write(this.#separated(compose()), timeouts.sendTimeoutMs);
    if (writing !== 'written') return this.#giveUp(connection);
    this.#jobNumber += 1;
    const confirmation = confirmationQuestion(profile.status.confirmation, this.#jobNumber);
    if (status.state === 'silent' || confirmation === null) {
      const isTaken = await connection.finish(timeouts.sendTimeoutMs);
      return { result: isTaken ? 'sentUnconfirmed' : 'unknown' };
    }
    const answer = await connection.ask(confirmation, timeouts.confirmTimeoutMs);
    if (answer.kind !== 'answered') return this.#giveUp(connection);
    this.#remains = { inMemory: false, onPaper: false };
    return { result: 'printed' };
  }

  /** The ticket may come out or not: what can be taken back is taken back now, and at the next contact what is left. */
  async #giveUp(connection: PrinterConnection): Promise<PrintOutcome> {
    this.#remains = { inMemory: true, onPaper: true };
    await this.#clearRemains(connection);
    if (this.#remains.inMemory) connection.destroy();
    return { result: 'unknown' };
  }

  async #clearRemains(connection: PrinterConnection): Promise<void> {
    const { profile, timeouts } = this.#parts;
    const clearing = clearingOf(profile.status.clearing);
    if (!this.#remains.inMemory || clearing === null) return;
    const isCleared =
      clearing.question === null
        ? (await connection.write(clearing.bytes, timeouts.statusTimeoutMs)) === 'written'
        : (await connection.ask(clearing.question, timeouts.statusTimeoutMs)).kind === 'answered';
    if (isCleared) this.#remains = { ...this.#remains, inMemory: false };
  }

  /** A ticket that follows half of another one begins with a cut, where there is a knife. */
  #separated(bytes: Uint8Array): Uint8Array {
    const isCutFirst = this.#remains.onPaper && this.#parts.profile.cutter !== 'none';
    return isCutFirst ? Buffer.concat([separation, bytes]) : bytes;
  }

  async #askStatus(connection: PrinterConnection): Promise<PrinterStatus> {
    const { profile, timeouts } = this.#parts;
    if (!profile.status.realtime) return { state: 'silent' };
    const { status, hasAnswered } = await readPrinterStatus(connection, timeouts.statusTimeoutMs);
    this.#hasEverAnswered ||= hasAnswered;
    return status.state === 'silent' && this.#hasEverAnswered ? { state: 'failed', reason: 'offline' } : status;
  }

  #isExpired(orderedAtMs: DurationMs): boolean {
    const { machineClock, timeouts } = this.#parts;
    return machineClock.nowMs() - orderedAtMs > timeouts.expiryMs;
  }
}

type StatusReading = { readonly status: PrinterStatus; readonly hasAnswered: boolean };

async function readPrinterStatus(connection: PrinterConnection, timeoutMs: number): Promise<StatusReading> {
  const answers: (number | null)[] = [];
  const ending = (status: PrinterStatus) => ({ status, hasAnswered: answers.length > 0 });
  for (const number of [1, 2, 3, 4]) {
    const answer = await connection.ask(realtimeQuestion(number), timeoutMs);
    if (answer.kind === 'lost') return ending({ state: 'failed', reason: 'connectionLost' });
    // Who answers what is no answer is no printer, or one at another speed: a ticket would come out as nonsense too.
    if (answer.kind === 'nonsense') return ending({ state: 'failed', reason: 'fault' });
    // A device that leaves the first question open is not asked three times more: the customer is waiting.
    if (answer.kind === 'silence' && number === 1) return ending({ state: 'silent' });
    answers.push(answer.kind === 'answered' ? (answer.bytes[0] ?? null) : null);
  }
  const [printer = null, offlineCause = null, errorCause = null, paper = null] = answers;
  return ending(printer === null ? { state: 'silent' } : readStatus({ printer, offlineCause, errorCause, paper }));
}
