import {
  type Audience,
  type CommandEnvelope,
  type DeviceId,
  heartbeatIntervalMs,
  protocolVersion,
  staleAfterMs,
  type Transport,
  type TransportAnswer,
  type TransportListener,
} from '@okienko/shared';
import { z } from 'zod/mini';
import type { Chance } from './chance.ts';
import type { Machine } from './machine.ts';
import type { Cable, End } from './network.ts';

/** As on the real client: an answer is awaited this long, and a connection without a sign of life is given up. */
const answerTimeoutMs = 3_000;
const silenceLimitMs = staleAfterMs + heartbeatIntervalMs;

/** What travels: questions with a number, answers to it, and what the server says by itself. */
export const wordSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('hello'), audience: z.enum(['kiosk', 'counter', 'display']), auth: z.unknown() }),
  z.object({ kind: z.enum(['subscribe', 'command']), question: z.int(), input: z.unknown() }),
  z.object({ kind: z.literal('answer'), question: z.int(), message: z.unknown() }),
  z.object({ kind: z.enum(['delta', 'heartbeat', 'figures']), message: z.unknown() }),
]);
export type Word = z.output<typeof wordSchema>;

type Parts = {
  readonly audience: Audience;
  readonly deviceId: DeviceId;
  readonly machine: Machine;
  readonly cable: Cable;
  readonly chance: Chance;
  /** Reads a word; many devices get the same one. */
  readonly read: (text: string) => Word;
  /** Hands the server's end to whoever listens there; false where no server runs. */
  readonly knock: (end: End) => boolean;
};

/** Reads words, and keeps the last few read: a broadcast is the same text for every device. */
export function wordReader(): (text: string) => Word {
  const known = new Map<string, Word>();
  return (text) => {
    const word = known.get(text) ?? wordSchema.parse(JSON.parse(text));
    known.set(text, word);
    for (const oldest of known.keys()) {
      if (known.size <= keptWords) break;
      known.delete(oldest);
    }
    return word;
  };
}
const keptWords = 12;

/** The client's side of the wire over a simulated cable, with the promises of `socketTransport`. */
export class SimulatedTransport implements Transport {
  readonly #parts: Parts;
  readonly #open = new Map<number, (answer: TransportAnswer) => void>();
  #listener: TransportListener | null = null;
  #end: End | null = null;
  #asked = 0;
  #cancelSilence: (() => void) | null = null;
  #isClosed = false;
  #heardAtMs: number;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#heardAtMs = parts.machine.clock.nowMs();
  }

  /** How long no word came, in milliseconds of the device's own clock. */
  silentMs(): number {
    return this.#parts.machine.clock.nowMs() - this.#heardAtMs;
  }

  isConnected(): boolean {
    return this.#end !== null;
  }

  listen(listener: TransportListener): void {
    this.#listener = listener;
    this.#parts.machine.run(0, () => this.#connect());
  }

  subscribe(): Promise<TransportAnswer> {
    return this.#ask('subscribe', null);
  }

  send(envelope: CommandEnvelope): Promise<TransportAnswer> {
    return this.#ask('command', envelope);
  }

  close(): void {
    this.#isClosed = true;
    this.#end?.close();
    this.#end = null;
    this.#cancelSilence?.();
  }

  #connect(): void {
    if (this.#isClosed || this.#end !== null) return;
    const { audience, deviceId, cable, knock } = this.#parts;
    const link = cable.connect();
    if (link === null || !knock(link.server)) return this.#connectLater();
    this.#end = link.device;
    link.device.listen({ word: (word) => this.#hear(word), end: () => this.#lost() });
    this.#say({ kind: 'hello', audience, auth: { protocolVersion, deviceId } });
    this.#waitForSignOfLife();
    this.#listener?.connected();
  }

  #connectLater(): void {
    const { machine, chance } = this.#parts;
    machine.run(chance.between(200, 1_000), () => this.#connect());
  }

  #lost(): void {
    if (this.#end === null) return;
    this.#end = null;
    this.#cancelSilence?.();
    for (const answer of Array.from(this.#open.values())) answer({ kind: 'unanswered' });
    this.#listener?.disconnected();
    this.#connectLater();
  }

  #ask(kind: 'subscribe' | 'command', input: unknown): Promise<TransportAnswer> {
    if (this.#end === null) return Promise.resolve({ kind: 'unanswered' });
    this.#asked += 1;
    const question = this.#asked;
    return new Promise((resolve) => {
      const settle = (answer: TransportAnswer) => {
        this.#open.delete(question);
        cancel();
        resolve(answer);
      };
      const cancel = this.#parts.machine.run(answerTimeoutMs, () => settle({ kind: 'unanswered' }));
      this.#open.set(question, settle);
      this.#say({ kind, question, input });
    });
  }

  #say(word: Word): void {
    this.#end?.send(JSON.stringify(word));
  }

  #hear(text: string): void {
    const word = this.#parts.read(text);
    this.#heardAtMs = this.#parts.machine.clock.nowMs();
    switch (word.kind) {
      case 'answer':
        this.#open.get(word.question)?.({ kind: 'answered', message: word.message });
        return;
      case 'heartbeat':
        this.#waitForSignOfLife();
        this.#listener?.heartbeat(word.message);
        return;
      case 'delta':
      case 'figures':
        this.#listener?.[word.kind](word.message);
        return;
      case 'hello':
      case 'subscribe':
      case 'command':
        throw new Error(`the server asked a device: ${word.kind}`);
    }
  }

  #waitForSignOfLife(): void {
    this.#cancelSilence?.();
    this.#cancelSilence = this.#parts.machine.run(silenceLimitMs, () => {
      this.#end?.close();
      this.#lost();
    });
  }
}
