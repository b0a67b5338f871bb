import {
  type AudienceContract,
  type ClientCommand,
  type CommandSender,
  createCommandSender,
  createReplica,
  type DeviceId,
  type DurationMs,
  type PendingCommand,
  type PendingStore,
  type Replica,
  type Settled,
} from '@okienko/shared';
import { changed } from './changed.ts';
import { measuredTransport } from './measuredTransport.ts';
import { newCommandId } from './newCommandId.ts';
import { nodeClock } from './nodeClock.ts';
import { nodeTransport } from './nodeTransport.ts';
import { positionContract } from './positionContract.ts';

/** What every device tells: how long an answer took, and each refusal. */
export type DeviceNotes = {
  readonly acknowledged: (waited: DurationMs) => void;
  readonly rejected: (settled: Extract<Settled, { outcome: 'rejected' }>) => void;
};

/** A device that is pressed by a program: with the sender of the real screens, one press at a time, none left out. */
export class Device {
  readonly #replica: Replica<null, null>;
  readonly #sender: CommandSender;
  readonly #notes: DeviceNotes;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(url: string, audience: 'kiosk' | 'counter', deviceId: DeviceId, notes: DeviceNotes) {
    const transport = measuredTransport(nodeTransport(url, audience, deviceId), nodeClock, notes.acknowledged);
    const contract: AudienceContract<null, null, null> = positionContract(audience);
    this.#notes = notes;
    this.#replica = createReplica({ contract, transport, machineClock: nodeClock });
    this.#sender = createCommandSender({
      transport,
      replica: this.#replica,
      machineClock: nodeClock,
      wallNowMs: Date.now,
      newCommandId,
      store: storeOfOne(),
    });
  }

  /**
   * Presses when the presses before it are settled, and tells how it ended.
   *
   * A press that got too old on a slow machine is made again: a person would.
   */
  press(command: ClientCommand): Promise<Settled> {
    const pressed = this.#queue.then(() => this.#pressUntilTaken(command));
    this.#queue = pressed;
    return pressed;
  }

  /** How far its picture is; 0 before the first. */
  seq(): number {
    return this.#replica.state().position?.seq ?? 0;
  }

  /** Gives up whatever is on its way, and disconnects. */
  close(): void {
    this.#sender.close();
    this.#replica.close();
  }

  async #pressUntilTaken(command: ClientCommand): Promise<Settled> {
    for (;;) {
      const settled = await this.#pressOnce(command);
      if (settled.outcome === 'accepted') return settled;
      this.#notes.rejected(settled);
      if (settled.rejection.reason !== 'TooOld') return settled;
    }
  }

  async #pressOnce(command: ClientCommand): Promise<Settled> {
    while (!this.#sender.press(command)) await changed(this.#replica);
    return new Promise((resolve) => {
      const stop = this.#sender.onChange(() => {
        const state = this.#sender.state();
        if (state.phase !== 'idle' || state.lastSettled === null) return;
        stop();
        resolve(state.lastSettled);
      });
    });
  }
}

/** A program that dies takes its press with it: nothing is kept longer than it lives. */
function storeOfOne(): PendingStore {
  let kept: PendingCommand | null = null;
  return {
    load: () => kept,
    save: (pending) => (kept = pending),
    clear: () => (kept = null),
  };
}
