import {
  type ClientCommand,
  type CounterEvent,
  type CounterFigures,
  type CounterId,
  type CounterTicket,
  type CounterView,
  idSchemas,
} from '@okienko/shared';
import type { Screen } from './screen.ts';

const settled = idSchemas.outcome.parse('settled');
const lunch = idSchemas.breakReason.parse('lunch');

/** A clerk at a console: does what its picture allows, which may not be so any more when the press arrives. */
export class Clerk {
  readonly #screen: Screen<CounterView, CounterEvent, CounterFigures>;
  readonly #ownCounterId: CounterId;
  /** Where the clerk sits: the own counter, or the colleague's that this console commands. */
  #counterId: CounterId;
  readonly #pin: string;
  readonly #thinkMs: number;
  #isClosing = false;

  constructor(
    screen: Screen<CounterView, CounterEvent, CounterFigures>,
    place: { readonly counterId: CounterId; readonly pin: string; readonly thinkMs: number },
  ) {
    this.#screen = screen;
    this.#ownCounterId = place.counterId;
    this.#counterId = place.counterId;
    this.#pin = place.pin;
    this.#thinkMs = place.thinkMs;
  }

  begin(): void {
    const { person, chance } = this.#screen.parts;
    // Towards the end of the day everybody is quick.
    const thinkMs = this.#isClosing ? Math.min(this.#thinkMs, 1_000) : this.#thinkMs;
    person.run(chance.between(0, 2 * thinkMs), () => {
      this.#act();
      this.begin();
    });
  }

  /** From now on nobody takes a break or goes home until the queue is empty. */
  end(): void {
    this.#isClosing = true;
  }

  /** Presses the main key at this very moment, as another clerk does. */
  callNow(): void {
    const view = this.#screen.replica()?.state().view;
    if (view === undefined) return;
    this.#sit(view);
    const counter = view.counters[this.#counterId];
    if (counter?.state !== 'open') return;
    this.#screen.sender()?.press(this.#next(counter.currentTicketId));
  }

  #act(): void {
    const sender = this.#screen.sender();
    const replica = this.#screen.replica();
    if (sender === null || replica === null) return;
    const command = this.#choose(replica.state().view);
    if (command === null) return;
    const isTaken = sender.press(command);
    this.#screen.parts.story.count(isTaken ? 'keys pressed' : 'keys that a console did not take');
  }

  #choose(view: CounterView): ClientCommand | null {
    const { chance } = this.#screen.parts;
    this.#sit(view);
    const counterId = this.#counterId;
    const counter = view.counters[counterId] ?? { state: 'closed' as const };
    if (counter.state === 'closed' && !this.#isClosing && chance.isLucky(0.1)) return this.#sitElsewhere(view);
    // Somebody else took the counter over, or nobody works at it.
    if (counter.state === 'closed' || counter.deviceId !== this.#screen.parts.deviceId)
      return { type: 'OpenCounter', counterId, pin: this.#pin, isTakeover: true };
    if (counter.state === 'paused')
      return chance.isLucky(0.4) || this.#isClosing ? { type: 'ResumeCounter', counterId } : null;
    const current = counter.currentTicketId === null ? null : (view.tickets[counter.currentTicketId] ?? null);
    if (current !== null) return this.#withCustomer(current, view);
    if (this.#isClosing && counterId !== this.#ownCounterId) return { type: 'SignOffCounter', counterId };
    if (this.#isClosing) return this.#mine(view).some(({ state }) => state === 'waiting') ? this.#next(null) : null;
    const roll = chance.next();
    if (roll < 0.03) return { type: 'PauseCounter', counterId, reasonId: lunch };
    if (roll < 0.05) return { type: 'SignOffCounter', counterId };
    if (roll < 0.2) return this.#withQueue(view);
    return this.#next(null);
  }

  #sit(view: CounterView): void {
    const { deviceId } = this.#screen.parts;
    const counters = view.configuration?.counters ?? [];
    const seat = counters.find(({ id }) => {
      const counter = view.counters[id];
      return counter !== undefined && counter.state !== 'closed' && counter.deviceId === deviceId;
    });
    this.#counterId = seat?.id ?? this.#ownCounterId;
  }

  /** At a colleague's counter, with or without being asked whether to take it over. */
  #sitElsewhere(view: CounterView): ClientCommand | null {
    const { chance } = this.#screen.parts;
    const other = chance.pick(view.configuration?.counters ?? []);
    if (other === null) return null;
    return { type: 'OpenCounter', counterId: other.id, pin: this.#pin, isTakeover: chance.isLucky(0.5) };
  }

  #next(currentTicketId: CounterTicket['ticketId'] | null): ClientCommand {
    return { type: 'CallNext', counterId: this.#counterId, currentTicketId, outcomeId: settled };
  }

  #withCustomer(ticket: CounterTicket, view: CounterView): ClientCommand {
    const { chance } = this.#screen.parts;
    const on = { counterId: this.#counterId, ticketId: ticket.ticketId, seenState: ticket.state };
    const roll = chance.next();
    const printer = view.configuration?.printers[0];
    if (roll < 0.05 && printer !== undefined) return { type: 'ReprintTicket', ...on, printerId: printer.id };
    if (ticket.state === 'called') {
      if (roll < 0.2 && !this.#isClosing) return { type: 'RecallTicket', ...on, seenCallCount: ticket.callCount };
      if (roll < 0.35) return { type: 'MarkNoShow', ...on };
      return roll < 0.4 ? { type: 'CancelTicket', ...on } : { type: 'StartService', ...on };
    }
    return roll < 0.5 ? { type: 'CloseTicket', ...on, outcomeId: settled } : this.#next(ticket.ticketId);
  }

  /** By hand: somebody of the waiting, or somebody who came after all. */
  #withQueue(view: CounterView): ClientCommand | null {
    const { chance } = this.#screen.parts;
    const ticket = chance.pick(this.#mine(view));
    if (ticket === null) return null;
    const on = { counterId: this.#counterId, ticketId: ticket.ticketId, seenState: ticket.state };
    if (ticket.state === 'noShow') return { type: 'ReinstateTicket', ...on };
    if (chance.isLucky(0.2)) return { type: 'CancelTicket', ...on };
    return { type: 'CallTicket', ...on, currentTicketId: null, outcomeId: null };
  }

  /** The tickets of this counter's services. */
  #mine(view: CounterView): readonly CounterTicket[] {
    const counter = view.configuration?.counters.find(({ id }) => id === this.#counterId);
    const services: readonly string[] = counter?.services ?? [];
    return Object.values(view.tickets).flatMap((ticket) =>
      ticket !== undefined && services.includes(ticket.serviceId) ? [ticket] : [],
    );
  }
}
