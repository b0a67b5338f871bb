import {
  type CommandSender,
  type KioskFigures,
  type KioskView,
  idSchemas,
  milliseconds,
  type PrintResult,
  type ReplicaState,
  required,
  type SenderState,
  type Settled,
} from '@okienko/shared';
import { describe, expect, it } from 'vitest';
import type { IssuedTicket, IssueTicket } from './journey.ts';
import { exampleConfiguration } from './testing/exampleConfiguration.ts';
import { exampleCommand, exampleCommandId as commandId, exampleTicket } from './testing/exampleTicket.ts';
import { createKioskStore, type KioskStore } from './kioskStore.ts';
import type { KeptTicket, TicketKeeper } from './keptTicket.ts';

const ticket: IssuedTicket = exampleTicket;
const command: IssueTicket = { ...exampleCommand, language: 'pl' };
const { serviceId } = ticket;

type State = ReplicaState<KioskView, KioskFigures>;

/** A kiosk whose server, clock and storage are played by the test. */
class Stage {
  readonly presses: IssueTicket[] = [];
  readonly #replicaListeners = new Set<() => void>();
  readonly #senderListeners = new Set<() => void>();
  readonly #timers: { readonly atMs: number; readonly run: () => void }[] = [];
  #nowMs = 0;
  kept: KeptTicket | null = null;
  prints: KioskView['prints'] = [];
  connection: State['connection'] = 'live';
  sender: SenderState = { phase: 'idle', lastSettled: null };

  open(): KioskStore {
    return createKioskStore({
      replica: {
        state: () => this.#replicaState(),
        onChange: (listener) => listen(this.#replicaListeners, listener),
      },
      sender: {
        state: () => this.sender,
        onChange: (listener) => listen(this.#senderListeners, listener),
        press: this.#press,
      },
      machineClock: {
        nowMs: () => milliseconds(this.#nowMs),
        schedule: (delayMs, run) => {
          const timer = { atMs: this.#nowMs + delayMs, run };
          this.#timers.push(timer);
          return () => this.#timers.splice(this.#timers.indexOf(timer), 1);
        },
      },
      keeper: this.#keeper,
    });
  }

  pass(seconds: number): void {
    const endMs = this.#nowMs + seconds * 1_000;
    for (;;) {
      const next = this.#timers.toSorted((one, other) => one.atMs - other.atMs).find(({ atMs }) => atMs <= endMs);
      if (next === undefined) break;
      this.#timers.splice(this.#timers.indexOf(next), 1);
      this.#nowMs = next.atMs;
      next.run();
    }
    this.#nowMs = endMs;
  }

  settle(outcome: { readonly outcome: 'accepted' } | { readonly outcome: 'rejected' }): void {
    const settled: Settled =
      outcome.outcome === 'accepted'
        ? { commandId, command, outcome: 'accepted', result: ticket }
        : { commandId, command, outcome: 'rejected', rejection: { reason: 'TooOld' } };
    this.#becomeSender({ phase: 'idle', lastSettled: settled });
  }

  connect(connection: State['connection']): void {
    this.connection = connection;
    for (const listener of this.#replicaListeners) listener();
  }

  /** The kiosk is told what became of the ticket's paper. */
  hear(outcome: PrintResult): void {
    const jobId = required(ticket.printJobId, 'the job of the ticket');
    this.prints = [{ jobId, printerId: idSchemas.printer.parse('kiosk-printer'), outcome }];
    for (const listener of this.#replicaListeners) listener();
  }

  readonly #press: CommandSender['press'] = (pressed) => {
    if (this.sender.phase === 'pending' || this.connection !== 'live') return false;
    if (pressed.type === 'IssueTicket') this.presses.push(pressed);
    this.#becomeSender({
      phase: 'pending',
      pending: { commandId, command: pressed, pressedAtWallMs: 0 },
      progress: 'sent',
      lastSettled: this.sender.lastSettled,
    });
    return true;
  };

  readonly #keeper: TicketKeeper = {
    keep: (kept, language, leftMs) => {
      this.kept = { ticket: kept, language, leftMs };
    },
    forget: () => {
      this.kept = null;
    },
    recall: () => this.kept,
  };

  #becomeSender(state: SenderState): void {
    this.sender = state;
    for (const listener of this.#senderListeners) listener();
  }

  #replicaState(): State {
    return {
      connection: this.connection,
      refusal: null,
      view: { configuration: exampleConfiguration, waiting: {}, counters: {}, prints: this.prints },
      figures: null,
      position: null,
      isWritable: true,
      lastHeartbeatAt: null,
      clockRate: 1,
    };
  }
}

function listen(listeners: Set<() => void>, listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function atTakeKey(stage: Stage): KioskStore {
  const store = stage.open();
  store.dispatch({ type: 'serviceChosen', serviceId });
  return store;
}

describe('one press', () => {
  it('given the service page, when the key is tapped twice, then exactly one command is sent', () => {
    const stage = new Stage();
    const store = atTakeKey(stage);
    store.dispatch({ type: 'takePressed', command });
    store.dispatch({ type: 'takePressed', command });
    expect(stage.presses).toEqual([command]);
  });

  it('given a ticket being printed, when anything is touched, then no second command is sent', () => {
    const stage = new Stage();
    const store = atTakeKey(stage);
    store.dispatch({ type: 'takePressed', command });
    stage.settle({ outcome: 'accepted' });
    store.dispatch({ type: 'takePressed', command });
    store.dispatch({ type: 'touched' });
    expect(store.state().journey.step.at).toBe('ticket');
    expect(stage.presses).toHaveLength(1);
  });

  it('given two quick customers, then each gets a command of their own', () => {
    const stage = new Stage();
    const store = atTakeKey(stage);
    store.dispatch({ type: 'takePressed', command });
    stage.settle({ outcome: 'accepted' });
    store.dispatch({ type: 'finished' });
    store.dispatch({ type: 'serviceChosen', serviceId });
    store.dispatch({ type: 'takePressed', command });
    expect(stage.presses).toHaveLength(2);
  });

  it('given a connection that has just gone, then nothing is sent and the key can be pressed later', () => {
    const stage = new Stage();
    const store = atTakeKey(stage);
    stage.connect('reconnecting');
    store.dispatch({ type: 'takePressed', command });
    expect(stage.presses).toHaveLength(0);
    expect(store.state().journey.step.at).toBe('service');
  });
});

describe('a reload at each step', () => {
  it('given the service page, then home, and nothing was sent', () => {
    const stage = new Stage();
    atTakeKey(stage).close();
    expect(stage.open().state().journey.step.at).toBe('home');
    expect(stage.presses).toHaveLength(0);
  });

  it('given a press without its answer, then the same press is settled and its number shown', () => {
    const stage = new Stage();
    const store = atTakeKey(stage);
    store.dispatch({ type: 'takePressed', command });
    store.close();
    const again = stage.open();
    again.dispatch({ type: 'serviceChosen', serviceId });
    again.dispatch({ type: 'takePressed', command });
    expect(again.state().journey.step.at).toBe('taking');
    stage.settle({ outcome: 'accepted' });
    expect(again.state().journey.step).toMatchObject({ at: 'ticket', ticket });
    expect(stage.presses).toHaveLength(1);
  });

  it('given a press that was too old after the reload, then home', () => {
    const stage = new Stage();
    const store = atTakeKey(stage);
    store.dispatch({ type: 'takePressed', command });
    store.close();
    const again = stage.open();
    stage.settle({ outcome: 'rejected' });
    expect(again.state().journey.step.at).toBe('home');
  });

  it('given the number on the screen, then it is there again for the rest of its time, and gone after', () => {
    const stage = new Stage();
    const store = atTakeKey(stage);
    store.dispatch({ type: 'takePressed', command });
    stage.settle({ outcome: 'accepted' });
    store.close();
    const again = stage.open();
    expect(again.state().journey.step).toMatchObject({ at: 'ticket', ticket });
    stage.hear({ result: 'printed' });
    stage.pass(31);
    expect(again.state().journey.step.at).toBe('home');
    expect(stage.kept).toBeNull();
  });
});

describe('a number without paper', () => {
  const shown = (stage: Stage) => {
    const store = atTakeKey(stage);
    store.dispatch({ type: 'takePressed', command });
    stage.settle({ outcome: 'accepted' });
    return store;
  };

  it('given a printer that fails, then the number stays for 60 s from that word, also over a reload', () => {
    const stage = new Stage();
    const store = shown(stage);
    stage.pass(10);
    stage.hear({ result: 'failed', reason: 'coverOpen' });
    expect(store.state().journey).toMatchObject({ secondsLeft: 60, step: { isPaperMissing: true } });
    expect(stage.kept).toMatchObject({ leftMs: 60_000 });
    stage.pass(59);
    expect(store.state().journey.step.at).toBe('ticket');
  });

  it('given a printer that stays silent, then after 15 s the same', () => {
    const stage = new Stage();
    const store = shown(stage);
    stage.pass(14.5);
    expect(store.state().journey.step).toMatchObject({ isPaperMissing: false });
    stage.pass(1);
    expect(store.state().journey.step).toMatchObject({ isPaperMissing: true });
  });

  it('given a printed ticket, then the number goes after the usual time', () => {
    const stage = new Stage();
    const store = shown(stage);
    stage.hear({ result: 'printed' });
    stage.pass(31);
    expect(store.state().journey.step.at).toBe('home');
  });
});

describe('what the kiosk may promise', () => {
  it('given an answer that does not come for 5 s, then no tickets; when it comes, the number', () => {
    const stage = new Stage();
    const store = atTakeKey(stage);
    store.dispatch({ type: 'takePressed', command });
    stage.pass(4.5);
    expect(store.state().availability).toBe('available');
    stage.pass(1);
    expect(store.state().availability).toBe('unavailable');
    stage.settle({ outcome: 'accepted' });
    expect(store.state()).toMatchObject({ availability: 'available', journey: { step: { at: 'ticket' } } });
  });

  it('given a stale picture, then no tickets, and home at once when it is live again', () => {
    const stage = new Stage();
    const store = atTakeKey(stage);
    stage.connect('stale');
    stage.pass(1);
    expect(store.state().availability).toBe('unavailable');
    stage.connect('live');
    expect(store.state()).toMatchObject({ availability: 'available', journey: { step: { at: 'home' } } });
  });

  it('given a page that was busy and reads a heartbeat late, then the customer stays where they are', () => {
    const stage = new Stage();
    const store = atTakeKey(stage);
    stage.connect('stale');
    stage.connect('live');
    stage.pass(2);
    expect(store.state()).toMatchObject({ availability: 'available', journey: { step: { at: 'service' } } });
  });

  it('given a page that never reached its server, then it starts for 5 s and then says so', () => {
    const stage = new Stage();
    stage.connection = 'connecting';
    const store = stage.open();
    expect(store.state().availability).toBe('starting');
    stage.pass(5.5);
    expect(store.state().availability).toBe('unavailable');
  });
});

describe('the example of the tests', () => {
  it('has the service that they choose', () => {
    expect(
      required(
        exampleConfiguration.services.find(({ id }) => id === serviceId),
        'the service',
      ).letter,
    ).toBe('D');
  });
});
