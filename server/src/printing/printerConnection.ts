import type { BytePipe } from '@okienko/pipe';
import type { MachineClock } from '@okienko/shared';

/** `nonsense` = bytes came, and none of them can be an answer; `lost` = the connection is broken. */
export type Answer =
  | { readonly kind: 'answered'; readonly bytes: Uint8Array }
  | { readonly kind: 'nonsense' }
  | { readonly kind: 'silence' }
  | { readonly kind: 'lost' };

/** Finds the answer in what came back: its bytes, or null where it is not in there (yet). */
export type FindAnswer = (received: Uint8Array) => Uint8Array | null;

/** What is asked of a printer, and how its answer is told from everything else. */
export type Question = { readonly bytes: Uint8Array; readonly findAnswer: FindAnswer };

/** A pipe on which questions are asked; every wait has a limit, and none rejects. */
export type PrinterConnection = Omit<BytePipe, 'read'> & {
  /** Sends a question and waits for its answer; bytes around it are passed over. */
  readonly ask: (question: Question, timeoutMs: number) => Promise<Answer>;
};

/** More than any answer: a printer that babbles on is not listened to until the end of time. */
const greatestAnswerBytes = 1_024;

/** Asks on a pipe; the time of a question includes its sending. */
export function connectionOver(pipe: BytePipe, machineClock: MachineClock): PrinterConnection {
  return {
    write: pipe.write,
    finish: pipe.finish,
    destroy: pipe.destroy,
    async ask(question, timeoutMs) {
      const untilMs = machineClock.nowMs() + timeoutMs;
      const writing = await pipe.write(question.bytes, timeoutMs);
      if (writing !== 'written') return { kind: writing === 'lost' ? 'lost' : 'silence' };
      let received: Uint8Array = new Uint8Array();
      while (received.length < greatestAnswerBytes) {
        const reading = await pipe.read(Math.max(0, untilMs - machineClock.nowMs()));
        if (reading.kind === 'lost') return reading;
        if (reading.kind === 'silence') break;
        received = Buffer.concat([received, reading.bytes]);
        const bytes = question.findAnswer(received);
        if (bytes !== null) return { kind: 'answered', bytes };
      }
      return { kind: received.length > 0 ? 'nonsense' : 'silence' };
    },
  };
}

/** Finds the first byte that can be an answer. */
export function oneByte(isAnswer: (byte: number) => boolean): FindAnswer {
  return (received) => {
    const index = received.findIndex(isAnswer);
    return index === -1 ? null : received.subarray(index, index + 1);
  };
}

/** Finds exactly these bytes. */
export function exactly(expected: readonly number[]): FindAnswer {
  return (received) => {
    const index = Buffer.from(received).indexOf(Uint8Array.from(expected));
    return index === -1 ? null : received.subarray(index, index + expected.length);
  };
}
