import type { CommandEnvelope } from '../protocol/clientCommand.ts';
import type { Transport, TransportAnswer, TransportListener } from '../replica/transport.ts';

type Waiting<Question> = { readonly question: Question; readonly answer: (answer: TransportAnswer) => void };

/** A connection that a test plays by hand: what was asked waits here until the test answers it. */
export class ScriptedTransport implements Transport {
  readonly subscribes: Waiting<null>[] = [];
  readonly sent: Waiting<CommandEnvelope>[] = [];
  #isConnected = false;
  #listener: TransportListener | null = null;

  isConnected(): boolean {
    return this.#isConnected;
  }

  listen(listener: TransportListener): void {
    this.#listener = listener;
  }

  subscribe(): Promise<TransportAnswer> {
    return new Promise((answer) => this.subscribes.push({ question: null, answer }));
  }

  send(question: CommandEnvelope): Promise<TransportAnswer> {
    if (!this.#isConnected) return Promise.resolve({ kind: 'unanswered' });
    return new Promise((answer) => this.sent.push({ question, answer }));
  }

  close(): void {
    this.disconnect();
  }

  connect(): void {
    this.#isConnected = true;
    this.#listener?.connected();
  }

  disconnect(): void {
    this.#isConnected = false;
    this.#listener?.disconnected();
  }

  deliver(kind: 'delta' | 'heartbeat' | 'figures', message: unknown): void {
    this.#listener?.[kind](message);
  }

  /** Answers the oldest open question of a kind, and lets whoever asked go on. */
  async answer(kind: 'subscribes' | 'sent', message: unknown): Promise<void> {
    this[kind].shift()?.answer({ kind: 'answered', message });
    await settled();
  }

  /** Lets the oldest open question of a kind run out of time. */
  async leaveUnanswered(kind: 'subscribes' | 'sent'): Promise<void> {
    this[kind].shift()?.answer({ kind: 'unanswered' });
    await settled();
  }
}

/** Lets every promise that is ready run its course. */
export async function settled(): Promise<void> {
  for (let step = 0; step < 10; step += 1) await Promise.resolve();
}
