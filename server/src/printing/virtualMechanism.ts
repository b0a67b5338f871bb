import { type MachineClock, milliseconds, type PretendedFault } from '@okienko/shared';
import type { DecodedOperation } from './escposDecoder.ts';
import { isBlocking, queuedAnswer, realtimeAnswer, spokenAnswer } from './printerFault.ts';
import { clearResponse, processIdResponse } from './statusBytes.ts';
import { createVirtualPaper, isMark, type ReceivedTicket, type VirtualPaper } from './virtualPaper.ts';

/** Where an operation came from, and where its answer goes. */
export type VirtualSpeaker = { readonly say: (bytes: readonly number[]) => void; readonly hangUp: () => void };

type MechanismParts = {
  readonly now: () => number;
  readonly machineClock: MachineClock;
  /** What a `slow` one needs before each strip. */
  readonly slowMs: number;
  /** Told when it loses its power by itself. */
  readonly onDeath: () => void;
};

/** What is in the printer's buffer: operations in their order, and the place where a connection ended. */
type Waiting = { readonly decoded: DecodedOperation; readonly speaker: VirtualSpeaker } | 'connectionEnd';

/** More than any day's tickets: a printer that cannot print refuses what would not fit its memory. */
const greatestWaiting = 100_000;

/** Buffer, sensors and paper of the virtual printer: what all connections to it share. Healthy at first. */
export class VirtualMechanism {
  readonly #parts: MechanismParts;
  readonly #paper: VirtualPaper;
  readonly #waiting: Waiting[] = [];
  #fault: PretendedFault = 'none';
  #isWarmedUp = false;
  #cancelWarmUp: (() => void) | null = null;

  constructor(parts: MechanismParts) {
    this.#parts = parts;
    this.#paper = createVirtualPaper(parts.now);
  }

  tickets(): readonly ReceivedTicket[] {
    return this.#paper.tickets();
  }

  fault(): PretendedFault {
    return this.#fault;
  }

  /** Plays a fault from now on; what waits comes out as soon as it can, as from a real printer. */
  play(next: PretendedFault): void {
    const isPowerLost = next === 'unplugged' && this.#fault !== 'unplugged';
    this.#fault = next;
    if (isPowerLost) {
      this.forget();
      this.#paper.tear();
    }
    this.#printWaiting();
  }

  take(operations: readonly DecodedOperation[], speaker: VirtualSpeaker): void {
    // Without power nothing is heard: what a broken connection leaves behind is lost.
    if (this.#fault === 'unplugged') return;
    for (const decoded of operations) this.#takeOne(decoded, speaker);
    this.#printWaiting();
    if (this.#waiting.length > greatestWaiting) speaker.hangUp();
  }

  endOfConnection(): void {
    if (this.#fault === 'unplugged') return;
    this.#waiting.push('connectionEnd');
    this.#printWaiting();
  }

  /** Empties the buffer, also of what would come out by time. */
  forget(): void {
    this.#waiting.length = 0;
    this.#cancelWarmUp?.();
    this.#cancelWarmUp = null;
  }

  #takeOne(decoded: DecodedOperation, speaker: VirtualSpeaker): void {
    const { operation } = decoded;
    if (operation.type === 'realtimeStatus') {
      this.#say(speaker, [realtimeAnswer(operation.number, this.#fault)]);
    } else if (operation.type === 'clearBuffers') {
      this.forget();
      if (operation.isConfirmed) this.#say(speaker, clearResponse);
    } else {
      this.#waiting.push({ decoded, speaker });
    }
  }

  #printWaiting(): void {
    while (!isBlocking(this.#fault)) {
      const item = this.#waiting[0];
      if (item === undefined) return;
      if (this.#fault === 'slow' && !this.#isWarmedUp && isInked(item)) {
        this.#warmUp();
        return;
      }
      this.#waiting.shift();
      this.#printOne(item);
    }
  }

  #printOne(item: Waiting): void {
    if (item === 'connectionEnd') {
      this.#paper.tear();
      return;
    }
    const { operation } = item.decoded;
    if (operation.type === 'queuedStatus') this.#say(item.speaker, [queuedAnswer(this.#fault)]);
    else if (operation.type === 'processId') this.#say(item.speaker, processIdResponse(operation.id));
    else this.#paper.print(item.decoded);
    if (operation.type === 'cut') this.#isWarmedUp = false;
    if (!isInked(item)) return;
    if (this.#fault === 'paperEnds') this.#fault = 'paperOut';
    if (this.#fault === 'diesInMidJob') {
      this.play('unplugged');
      this.#parts.onDeath();
    }
  }

  #warmUp(): void {
    this.#cancelWarmUp ??= this.#parts.machineClock.schedule(milliseconds(this.#parts.slowMs), () => {
      this.#cancelWarmUp = null;
      this.#isWarmedUp = true;
      this.#printWaiting();
    });
  }

  #say(speaker: VirtualSpeaker, bytes: readonly number[]): void {
    const spoken = spokenAnswer(bytes, this.#fault);
    if (spoken.length > 0) speaker.say(spoken);
  }
}

function isInked(item: Waiting): boolean {
  return item !== 'connectionEnd' && isMark(item.decoded.operation);
}
