import {
  type AudienceContract,
  type CommandSender,
  createCommandSender,
  createReplica,
  type DeviceId,
  idSchemas,
  type PendingCommand,
  type Replica,
} from '@okienko/shared';
import type { Chance } from '../world/chance.ts';
import type { Machine } from '../world/machine.ts';
import type { Cable, End } from '../world/network.ts';
import { SimulatedTransport, type Word } from '../world/simulatedTransport.ts';
import type { Life } from '../oracle/comeback.ts';
import type { Oracle } from '../oracle/oracle.ts';
import type { Story } from '../world/story.ts';

export type ScreenParts<View, Event, Figures> = {
  readonly contract: AudienceContract<View, Event, Figures>;
  readonly deviceId: DeviceId;
  readonly machine: Machine;
  /** Who sits or stands before it: a person does not sleep with the device. */
  readonly person: Machine;
  readonly cable: Cable;
  readonly chance: Chance;
  readonly knock: (end: End) => boolean;
  readonly read: (text: string) => Word;
  readonly newId: () => string;
  readonly oracle: Oracle;
  readonly story: Story;
};

/**
 * One page on one device: the real replica and the real sender over a simulated cable. Its pending press outlives a
 * reload, as a kiosk's does.
 */
export class Screen<View, Event, Figures> {
  readonly parts: ScreenParts<View, Event, Figures>;
  #pending: PendingCommand | null = null;
  #page: {
    readonly replica: Replica<View, Figures>;
    readonly sender: CommandSender;
    readonly transport: SimulatedTransport;
  } | null = null;
  readonly #opened: ((replica: Replica<View, Figures>) => void)[] = [];

  constructor(parts: ScreenParts<View, Event, Figures>) {
    this.parts = parts;
  }

  replica(): Replica<View, Figures> | null {
    return this.#page?.replica ?? null;
  }

  /** What a person can press; null while there is no page, or a sleeping one. */
  sender(): CommandSender | null {
    return this.parts.machine.isAsleep() ? null : (this.#page?.sender ?? null);
  }

  /** Calls `listener` with the replica of every page that is opened. */
  whenOpened(listener: (replica: Replica<View, Figures>) => void): void {
    this.#opened.push(listener);
  }

  open(): void {
    const { contract, deviceId, machine, cable, chance, knock, read, newId, oracle, story } = this.parts;
    const transport = new SimulatedTransport({
      audience: contract.audience,
      deviceId,
      machine,
      cable,
      chance,
      knock,
      read,
    });
    const replica = createReplica({ contract, transport, machineClock: machine.clock });
    let seen: unknown = null;
    replica.onChange(() => {
      const state = replica.state();
      if (state.view === seen) return;
      seen = state.view;
      oracle.see(contract.audience, deviceId, state);
    });
    let lastSent: string | null = null;
    const sender = createCommandSender({
      transport: {
        send: (envelope) => {
          if (envelope.commandId === lastSent) story.count('commands sent again');
          lastSent = envelope.commandId;
          return transport.send(envelope);
        },
      },
      replica,
      machineClock: machine.clock,
      wallNowMs: () => machine.wall.now(),
      newCommandId: () => idSchemas.command.parse(newId()),
      store: {
        load: () => this.#pending,
        save: (pending) => {
          this.#pending = pending;
        },
        clear: () => {
          this.#pending = null;
        },
      },
    });
    this.#page = { replica, sender, transport };
    for (const listener of this.#opened) listener(replica);
  }

  /** The page is loaded again: all that it knew is gone but what it had put aside. */
  reload(): void {
    this.#page?.sender.close();
    this.#page?.replica.close();
    this.#page = null;
    this.parts.machine.endProcess();
    this.parts.story.count('pages reloaded');
    this.parts.machine.run(500, () => this.open());
  }

  /** Whether the page calls its picture live, and what speaks for it. */
  life(): Life {
    const { cable, machine } = this.parts;
    const isLive = this.#page?.replica.state().connection === 'live';
    const isWell = this.#page !== null && !machine.isAsleep() && cable.isWell();
    return { isLive, isWell, silentMs: this.#page?.transport.silentMs() ?? 0 };
  }

  /** What is under way, or how the picture is not the newest, in words; null when all is well. */
  unrest(): string | null {
    const { deviceId, machine, oracle } = this.parts;
    const page = this.#page;
    if (page === null || machine.isAsleep()) return `${deviceId} has no page`;
    const pressed = page.sender.state();
    if (pressed.phase === 'pending')
      return `${deviceId} waits for ${pressed.pending.command.type} (${pressed.progress})`;
    const state = page.replica.state();
    return oracle.isNewest(state) ? null : `${deviceId} is ${state.connection} at ${state.position?.seq}`;
  }
}
