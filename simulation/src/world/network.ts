import type { Chance } from './chance.ts';
import type { Story } from './story.ts';
import type { VirtualTime } from './virtualTime.ts';

/** How long a message takes, in milliseconds; each one is drawn between the two. */
export type Delays = { readonly leastMs: number; readonly mostMs: number };

/** What a cable does to the words in one direction. */
type Passage = 'open' | 'swallowing' | 'losing';

/** One connection as its two ends see it: words in order, each at most once, or the end. */
export type End = {
  readonly send: (word: string) => void;
  readonly listen: (listener: { readonly word: (word: string) => void; readonly end: () => void }) => void;
  /** Ends the connection from this side; the other side learns of it when the words before are through. */
  readonly close: () => void;
};

/** A cable between one device and the server: delay, order, loss of the tail, silence. */
export class Cable {
  readonly #time: VirtualTime;
  readonly #chance: Chance;
  readonly #delays: Delays;
  readonly #story: Story;
  #links: Link[] = [];
  #isUnplugged = false;
  #passages: Readonly<Record<'toServer' | 'toDevice', Passage>> = { toServer: 'open', toDevice: 'open' };

  constructor(time: VirtualTime, chance: Chance, delays: Delays, story: Story) {
    this.#time = time;
    this.#chance = chance;
    this.#delays = delays;
    this.#story = story;
  }

  /** Both ends of a new connection, or null where nothing gets through. */
  connect(): { readonly device: End; readonly server: End } | null {
    const { toServer, toDevice } = this.#passages;
    if (this.#isUnplugged || toServer === 'swallowing' || toDevice === 'swallowing') return null;
    const link = new Link(
      (direction, deliver) => this.#carry(link, direction, deliver),
      () => {
        this.#links = this.#links.filter((other) => other !== link);
      },
    );
    this.#links.push(link);
    return { device: link.device, server: link.server };
  }

  /** Breaks every connection: what is on its way is lost, and both sides learn of it soon. */
  cut(): void {
    if (this.#links.length > 0) this.#story.count('connections cut');
    for (const link of this.#links.splice(0)) {
      link.lose();
      this.#time.schedule(this.#chance.between(0, 50), () => link.tell('device'));
      this.#time.schedule(this.#chance.between(0, 2_000), () => link.tell('server'));
    }
  }

  /** Swallows every word in one direction, or in both, and tells nobody. */
  swallow(direction: 'toServer' | 'toDevice' | 'both'): void {
    const swallowing = (which: 'toServer' | 'toDevice'): Passage =>
      direction === which || direction === 'both' ? 'swallowing' : this.#passages[which];
    this.#passages = { toServer: swallowing('toServer'), toDevice: swallowing('toDevice') };
  }

  /** Loses words in one direction for a moment, in the middle of a connection that goes on: what a gap is. */
  lose(direction: 'toServer' | 'toDevice'): void {
    if (this.#passages[direction] === 'open') this.#passages = { ...this.#passages, [direction]: 'losing' };
  }

  /** The end of such a moment. */
  find(): void {
    const opened = (passage: Passage): Passage => (passage === 'losing' ? 'open' : passage);
    const { toServer, toDevice } = this.#passages;
    this.#passages = { toServer: opened(toServer), toDevice: opened(toDevice) };
  }

  /** Whether everything gets through. */
  isWell(): boolean {
    const { toServer, toDevice } = this.#passages;
    return !this.#isUnplugged && toServer === 'open' && toDevice === 'open';
  }

  /** Pulls the plug: no connection, no new one. */
  unplug(): void {
    this.#isUnplugged = true;
    this.cut();
  }

  /** Everything gets through again; what stood through a silence is broken, as a router forgets it. */
  repair(): void {
    const wasSilent = Object.values(this.#passages).includes('swallowing');
    this.#isUnplugged = false;
    this.#passages = { toServer: 'open', toDevice: 'open' };
    if (wasSilent) this.cut();
  }

  #carry(link: Link, direction: 'toServer' | 'toDevice', deliver: () => void): void {
    const passage = this.#passages[direction];
    if (passage !== 'open') return this.#story.count(`words ${passage === 'losing' ? 'lost' : 'swallowed'}`);
    const { leastMs, mostMs } = this.#delays;
    const arrivesAt = Math.max(
      link.lastArrivalMs[direction],
      this.#time.nowMs() + this.#chance.between(leastMs, mostMs),
    );
    link.lastArrivalMs[direction] = arrivesAt;
    this.#time.schedule(arrivesAt - this.#time.nowMs(), deliver);
  }
}

type Listener = { readonly word: (word: string) => void; readonly end: () => void };

class Link {
  readonly lastArrivalMs = { toServer: 0, toDevice: 0 };
  readonly device: End;
  readonly server: End;
  readonly #onEnd: () => void;
  readonly #listeners: { device: Listener | null; server: Listener | null } = { device: null, server: null };
  #isLost = false;

  constructor(carry: (direction: 'toServer' | 'toDevice', deliver: () => void) => void, onEnd: () => void) {
    this.#onEnd = onEnd;
    const end = (mine: 'device' | 'server', other: 'device' | 'server'): End => {
      const direction = other === 'server' ? 'toServer' : 'toDevice';
      return {
        send: (word) =>
          carry(direction, () => {
            if (!this.#isLost) this.#listeners[other]?.word(word);
          }),
        listen: (listener) => {
          this.#listeners[mine] = listener;
        },
        close: () => {
          this.#listeners[mine] = null;
          carry(direction, () => this.tell(other));
        },
      };
    };
    this.device = end('device', 'server');
    this.server = end('server', 'device');
  }

  lose(): void {
    this.#isLost = true;
  }

  /** Tells one side, once, that the connection has ended. */
  tell(side: 'device' | 'server'): void {
    const listener = this.#listeners[side];
    this.#listeners[side] = null;
    this.#onEnd();
    listener?.end();
  }
}
