import { assert, type CounterId, type TicketId } from '@okienko/shared';
import type { Device } from '../house/device.ts';

type Visit = { readonly ticketId: TicketId; readonly state: 'called' | 'serving' };

/** A clerk at a counter: does one thing after another, and knows who is there. */
export class Desk {
  readonly #device: Device;
  readonly #counterId: CounterId;
  #visit: Visit | null = null;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(device: Device, counterId: CounterId) {
    this.#device = device;
    this.#counterId = counterId;
  }

  /** Takes the counter with the PIN. */
  async signIn(pin: string): Promise<void> {
    const counterId = this.#counterId;
    const settled = await this.#device.press({ type: 'OpenCounter', counterId, pin, isTakeover: false });
    assert(settled.outcome === 'accepted', `the clerk of ${counterId} signs in`);
  }

  /** Ends the visit that is there, then calls the next person; who that is, or null where the call was refused. */
  callNext(): Promise<TicketId | null> {
    return this.#after(async () => {
      await this.#endVisit();
      const counterId = this.#counterId;
      const call = { type: 'CallNext', counterId, currentTicketId: null, outcomeId: null } as const;
      const settled = await this.#device.press(call);
      if (settled.outcome !== 'accepted' || settled.result.type !== 'ticketCalled') return null;
      this.#visit = { ticketId: settled.result.ticketId, state: 'called' };
      return settled.result.ticketId;
    });
  }

  /** The person has come: begins the visit, where it is still this one and has not begun. */
  startService(ticketId: TicketId): Promise<void> {
    return this.#after(async () => {
      if (this.#visit?.ticketId === ticketId) await this.#start();
    });
  }

  /** Calls the same person again. */
  recall(ticketId: TicketId): Promise<void> {
    return this.#after(async () => {
      const counterId = this.#counterId;
      await this.#device.press({ type: 'RecallTicket', counterId, ticketId, seenState: 'called', seenCallCount: 1 });
    });
  }

  /** Gives the person up who did not come. */
  markNoShow(ticketId: TicketId): Promise<void> {
    return this.#after(async () => {
      const counterId = this.#counterId;
      await this.#device.press({ type: 'MarkNoShow', counterId, ticketId, seenState: 'called' });
      this.#visit = null;
    });
  }

  /** Ends the visit that is there; a person who was just called is served first. */
  endVisit(): Promise<void> {
    return this.#after(() => this.#endVisit());
  }

  /** Leaves the counter. */
  async signOff(): Promise<void> {
    await this.#after(() => this.#device.press({ type: 'SignOffCounter', counterId: this.#counterId }));
  }

  #after<Result>(act: () => Promise<Result>): Promise<Result> {
    const done = this.#queue.then(act);
    this.#queue = done;
    return done;
  }

  async #endVisit(): Promise<void> {
    await this.#start();
    if (this.#visit === null) return;
    const { ticketId } = this.#visit;
    const counterId = this.#counterId;
    await this.#device.press({ type: 'CloseTicket', counterId, ticketId, seenState: 'serving', outcomeId: null });
    this.#visit = null;
  }

  async #start(): Promise<void> {
    if (this.#visit === null || this.#visit.state === 'serving') return;
    const { ticketId } = this.#visit;
    const counterId = this.#counterId;
    await this.#device.press({ type: 'StartService', counterId, ticketId, seenState: 'called' });
    this.#visit = { ticketId, state: 'serving' };
  }
}
