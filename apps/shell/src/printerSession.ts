import type { BytePipe, OpenPipe } from '@okienko/pipe';
import { type PipeAnswer, type PipeOperation, pipeReadingBytes, pipeSilenceLimitMs } from '@okienko/shared';
import type { ElectronFacade } from './electronFacade.ts';

type Current = { readonly connectionId: number; readonly pipe: BytePipe; readonly heardAtMs: number };
type Clock = Pick<ElectronFacade, 'startTimer' | 'wallNowMs'>;

const lost: PipeAnswer = { answer: 'lost' };

/**
 * The printer beside this kiosk, as its server uses it: a dumb pipe, one connection at a time. What the bytes mean, how
 * long a ticket may take and what is printed at all is the server's to decide.
 *
 * A connection that was not used for 15 s is over: after a computer has slept, or a server has gone, no bytes may go on
 * to the printer that were meant for then.
 */
export class PrinterSession {
  readonly #openPipe: OpenPipe | null;
  readonly #clock: Clock;
  #current: Current | null = null;
  #openings = 0;

  /** @param openPipe null where this computer has no printer of its own. */
  constructor(openPipe: OpenPipe | null, clock: Clock) {
    this.#openPipe = openPipe;
    this.#clock = clock;
  }

  /** Carries out one operation; never rejects. */
  async perform(operation: PipeOperation): Promise<PipeAnswer> {
    if (operation.type === 'open') return this.#open(operation.connectionId, operation.timeoutMs);
    const pipe = this.#pipeOf(operation.connectionId);
    if (pipe === null) return lost;
    const answer = await carryOut(pipe, operation);
    if (operation.type === 'finish' || operation.type === 'destroy') this.#current = null;
    else this.#heard(operation.connectionId, pipe);
    return answer;
  }

  async #open(connectionId: number, timeoutMs: number): Promise<PipeAnswer> {
    this.#end();
    if (this.#openPipe === null) return { answer: 'refused', problem: 'noPrinter' };
    this.#openings += 1;
    const opening = this.#openings;
    const opened = await this.#openPipe(timeoutMs);
    if (opened.kind === 'refused') return { answer: 'refused', problem: opened.problem.slice(0, 200) };
    if (opening !== this.#openings) {
      opened.pipe.destroy();
      return lost;
    }
    this.#heard(connectionId, opened.pipe);
    return { answer: 'opened' };
  }

  #pipeOf(connectionId: number): BytePipe | null {
    const current = this.#current;
    if (current === null || current.connectionId !== connectionId) return null;
    if (this.#clock.wallNowMs() - current.heardAtMs <= pipeSilenceLimitMs) return current.pipe;
    this.#end();
    return null;
  }

  #heard(connectionId: number, pipe: BytePipe): void {
    const heard: Current = { connectionId, pipe, heardAtMs: this.#clock.wallNowMs() };
    this.#current = heard;
    this.#clock.startTimer(pipeSilenceLimitMs, () => {
      if (this.#current === heard) this.#end();
    });
  }

  #end(): void {
    this.#current?.pipe.destroy();
    this.#current = null;
  }
}

async function carryOut(pipe: BytePipe, operation: Exclude<PipeOperation, { type: 'open' }>): Promise<PipeAnswer> {
  switch (operation.type) {
    case 'write':
      return { answer: await pipe.write(Buffer.from(operation.bytes, 'base64'), operation.timeoutMs) };
    case 'read': {
      const reading = await pipe.read(operation.timeoutMs);
      if (reading.kind !== 'bytes') return { answer: reading.kind };
      return { answer: 'bytes', bytes: Buffer.from(reading.bytes.subarray(0, pipeReadingBytes)).toString('base64') };
    }
    case 'finish':
      return { answer: 'finished', isWhole: await pipe.finish(operation.timeoutMs) };
    case 'destroy':
      pipe.destroy();
      return { answer: 'finished', isWhole: false };
  }
}
