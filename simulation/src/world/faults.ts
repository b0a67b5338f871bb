import { minutes, type DurationMs, seconds } from '@okienko/shared';
import type { Chance } from './chance.ts';
import type { FaultKind, FaultMix } from './scenario.ts';
import { faultKinds } from './scenario.ts';
import type { Story } from './story.ts';
import type { VirtualTime } from './virtualTime.ts';

/** What can go wrong with one device and its cable. */
export type Breakable = {
  readonly deviceId: string;
  readonly cut: () => void;
  readonly unplug: () => void;
  readonly swallow: (direction: 'toServer' | 'toDevice' | 'both') => void;
  readonly lose: (direction: 'toServer' | 'toDevice') => void;
  readonly find: () => void;
  readonly repair: () => void;
  readonly sleep: () => void;
  readonly wake: () => void;
  readonly reload: () => void;
};

/** What can go wrong with the server and its disk. */
export type BreakableServer = {
  readonly kill: () => void;
  readonly stop: () => void;
  readonly crashAfterCommit: () => void;
  readonly failBeforeCommit: () => void;
  readonly setFull: (isFull: boolean) => void;
  readonly backUp: () => void;
  readonly restore: () => void;
  readonly jumpClock: (byMs: DurationMs) => void;
  readonly poison: () => void;
  readonly configure: () => void;
  readonly twoAtOnce: () => void;
};

type Parts = {
  readonly time: VirtualTime;
  readonly chance: Chance;
  readonly mix: FaultMix;
  readonly devices: readonly Breakable[];
  readonly server: BreakableServer;
  readonly story: Story;
};

/** Lets things go wrong at the rates of the seed, until the healing begins. */
export class Faults {
  readonly #parts: Parts;
  #isOver = false;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  begin(): void {
    for (const kind of faultKinds) this.#later(kind);
  }

  /** Nothing goes wrong any more, and what is broken is mended. */
  end(): void {
    this.#isOver = true;
    for (const device of this.#parts.devices) {
      device.wake();
      device.find();
      device.repair();
    }
    this.#parts.server.setFull(false);
  }

  #later(kind: FaultKind): void {
    const { time, chance, mix, story } = this.#parts;
    if (mix[kind] === 0) return;
    time.schedule((-Math.log(1 - chance.next()) * 60_000) / mix[kind], () => {
      if (this.#isOver) return;
      story.tell(`fault: ${kind}`);
      story.count(`fault: ${kind}`);
      this.#happen(kind);
      this.#later(kind);
    });
  }

  #happen(kind: FaultKind): void {
    const { time, chance, devices, server } = this.#parts;
    const device = chance.pick(devices);
    switch (kind) {
      case 'cut':
        return device?.cut();
      case 'reload':
        return device?.reload();
      case 'unplug':
        device?.unplug();
        return this.#mend(() => device?.repair());
      case 'swallow':
        device?.swallow(chance.pick(['toServer', 'toDevice', 'both'] as const) ?? 'both');
        return this.#mend(() => device?.repair());
      case 'lose':
        device?.lose(chance.pick(['toServer', 'toDevice'] as const) ?? 'toDevice');
        return time.schedule(chance.between(50, 1_500), () => device?.find());
      case 'sleep':
        device?.sleep();
        return this.#mend(() => device?.wake());
      case 'diskFull':
        server.setFull(true);
        return this.#mend(() => server.setFull(false));
      case 'clockJump':
        return server.jumpClock(this.#drawJump());
      case 'backup':
        return server.backUp();
      case 'kill':
      case 'stop':
      case 'crashAfterCommit':
      case 'failBeforeCommit':
      case 'restore':
      case 'poison':
      case 'configure':
      case 'twoAtOnce':
        return server[kind]();
    }
  }

  #drawJump(): DurationMs {
    const { chance } = this.#parts;
    return (
      chance.pick([seconds(-30), minutes(-5), minutes(-70), seconds(90), minutes(4), minutes(90), minutes(26 * 60)]) ??
      seconds(90)
    );
  }

  #mend(mending: () => void): void {
    const { time, chance } = this.#parts;
    time.schedule(chance.between(1_000, 30_000), mending);
  }
}
