import {
  type Configuration,
  type CounterId,
  minutes,
  required,
  seconds,
  type ServiceId,
  type TicketId,
} from '@okienko/shared';
import type { Timeline } from '../house/timeline.ts';
import type { GeneratedVisit } from '../plan/generatedPlan.ts';
import type { Desk } from './desk.ts';
import type { Reception } from './reception.ts';

/** How long people walk to the counter, and how long a clerk waits for one before the second call and after it. */
const walkMs = seconds(30);
const patienceMs = minutes(1);

type Services = readonly ServiceId[];
type HallDesk = Pick<Desk, 'callNext' | 'startService' | 'recall' | 'markNoShow' | 'endVisit'>;
type Parts = {
  readonly configuration: Pick<Configuration, 'counters'>;
  readonly visits: readonly GeneratedVisit[];
  readonly desks: ReadonlyMap<CounterId, HallDesk>;
  readonly reception: Pick<Reception<GeneratedVisit>, 'issued'>;
  readonly timeline: Pick<Timeline, 'pass'>;
};

/**
 * Works through a generated day: each clerk calls as soon as the last visit has ended and somebody waits for one of the
 * counter's services, until everybody who came was called.
 */
export class GeneratedHall {
  readonly #parts: Parts;
  /** Who has a ticket and was not called yet. */
  readonly #waiting = new Map<TicketId, GeneratedVisit>();
  /** Who was called before the kiosk had its answer: the server knows of a ticket sooner than we do. */
  readonly #calledEarly = new Map<TicketId, (visit: GeneratedVisit) => void>();
  /** The services of each call on its way: it may take one of those who wait for them. */
  readonly #calling = new Set<Services>();
  #onChange: (() => void)[] = [];
  #coming: number;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#coming = parts.visits.length;
  }

  /** Resolves when the last visit has ended. */
  async run(): Promise<void> {
    const { configuration, visits } = this.#parts;
    await Promise.all([
      ...visits.map((visit) => this.#welcome(visit)),
      ...configuration.counters.map(({ id, services }) => this.#work(id, services)),
    ]);
  }

  async #welcome(visit: GeneratedVisit): Promise<void> {
    const ticketId = await this.#parts.reception.issued(visit);
    this.#coming -= 1;
    const attend = ticketId === null ? undefined : this.#calledEarly.get(ticketId);
    if (attend !== undefined) attend(visit);
    else if (ticketId !== null) this.#waiting.set(ticketId, visit);
    this.#changed();
  }

  async #work(counterId: CounterId, services: Services): Promise<void> {
    const desk = required(this.#parts.desks.get(counterId), 'the desk of a counter');
    for (;;) {
      const call = await this.#callFor(services);
      if (call === null) return;
      const ticketId = await desk.callNext();
      this.#calling.delete(call);
      // Two clerks may have pressed for one person: the other gets the refusal, and goes on waiting.
      const visit = ticketId === null ? null : this.#visitOf(ticketId);
      this.#changed();
      if (ticketId !== null && visit !== null) await this.#attend(desk, ticketId, await visit);
    }
  }

  #visitOf(ticketId: TicketId): Promise<GeneratedVisit> {
    const visit = this.#waiting.get(ticketId);
    this.#waiting.delete(ticketId);
    if (visit !== undefined) return Promise.resolve(visit);
    return new Promise((resolve) => this.#calledEarly.set(ticketId, resolve));
  }

  async #attend(desk: HallDesk, ticketId: TicketId, { isMissing, serviceMs }: GeneratedVisit): Promise<void> {
    const { timeline } = this.#parts;
    if (isMissing) {
      await timeline.pass(patienceMs);
      await desk.recall(ticketId);
      await timeline.pass(patienceMs);
      return desk.markNoShow(ticketId);
    }
    await timeline.pass(walkMs);
    await desk.startService(ticketId);
    await timeline.pass(serviceMs);
    return desk.endVisit();
  }

  /** A call for these services, as soon as there is somebody beyond those whom other calls take; null: nobody comes. */
  async #callFor(services: Services): Promise<Services | null> {
    for (;;) {
      const waiting = [...this.#waiting.values()].filter(({ serviceId }) => services.includes(serviceId)).length;
      const calls = [...this.#calling].filter((others) => others.some((service) => services.includes(service))).length;
      if (waiting > calls) {
        // Noted in this very turn: clerks who wake together must not all count on the one person who came.
        const call = [...services];
        this.#calling.add(call);
        return call;
      }
      if (this.#coming === 0 && waiting === 0) return null;
      await new Promise<void>((resolve) => this.#onChange.push(resolve));
    }
  }

  #changed(): void {
    const told = this.#onChange;
    this.#onChange = [];
    for (const tell of told) tell();
  }
}
