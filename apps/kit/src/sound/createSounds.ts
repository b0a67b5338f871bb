import { melodies, type SoundName, type Tone } from './melodies.ts';

/** `blocked`: the browser wants a press first (`unlock`); `unavailable`: the device has no working sound. */
export type SoundState = 'ready' | 'blocked' | 'unavailable';

export type Sounds = {
  readonly state: SoundState;
  /** Plays at once; where it cannot, the state says why and the next play tries afresh, unless it is blocked. */
  readonly play: (name: SoundName) => void;
  /** Asks the browser again for leave to sound: to be called from a press. */
  readonly unlock: () => void;
  readonly onChange: (listener: () => void) => () => void;
};

/** What a browser counts as the user's leave to sound: the end of a touch or click, or a key. */
const presses = ['pointerup', 'click', 'keydown'] as const;

/** Attack and release of a tone, so that it neither clicks nor stops dead, in seconds. */
const softEdgeS = 0.012;

/** How long a sound waits for the browser's leave before it counts as refused, in milliseconds. */
const resumeLimitMs = 500;

/**
 * The sounds of one page, made by the browser itself: no files, so a call never waits for a download. Any press on the
 * page unlocks what the browser blocked.
 */
export function createSounds(): Sounds {
  return new SynthesizedSounds();
}

class SynthesizedSounds implements Sounds {
  readonly #listeners = new Set<() => void>();
  #context: AudioContext | null = null;
  #state: SoundState = 'ready';
  /** Once sound was allowed, each play tries again; before, only a press may ask, for the browser hears nothing else. */
  #hasRun = false;

  constructor() {
    this.unlock();
    const unlockIfBlocked = () => {
      if (this.#state === 'blocked') this.unlock();
    };
    for (const press of presses) document.addEventListener(press, unlockIfBlocked, { capture: true });
  }

  get state(): SoundState {
    return this.#state;
  }

  readonly play = (name: SoundName): void => {
    if (this.#state === 'blocked' && !this.#hasRun) return;
    void this.#withRunningContext((context) => {
      for (const tone of melodies[name]) sound(context, tone);
    });
  };

  readonly unlock = (): void => {
    void this.#withRunningContext(() => undefined);
  };

  readonly onChange = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** A context that failed or was closed is thrown away: one bad moment of the device must not mute a board for good. */
  async #withRunningContext(act: (context: AudioContext) => void): Promise<void> {
    try {
      if (this.#context === null || this.#context.state === 'closed') this.#context = this.#newContext();
      const context = this.#context;
      const isRunning = context.state === 'running' || (await resumesSoon(context));
      if (isRunning) this.#run(() => act(context));
      else this.#become('blocked');
    } catch (error) {
      console.error('sound failed', error);
      this.#context = null;
      this.#become('unavailable');
    }
  }

  #newContext(): AudioContext {
    const context = new AudioContext();
    context.addEventListener('statechange', () => {
      if (context.state === 'running') this.#run(() => undefined);
    });
    return context;
  }

  #run(act: () => void): void {
    act();
    this.#hasRun = true;
    this.#become('ready');
  }

  #become(state: SoundState): void {
    if (this.#state === state) return;
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

/** A refused context stays silent without an answer, so a sound that cannot start soon is not played late. */
async function resumesSoon(context: AudioContext): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), resumeLimitMs);
  });
  try {
    return await Promise.race([context.resume().then(() => true), tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

function sound(context: AudioContext, tone: Tone): void {
  const startS = context.currentTime + tone.startS;
  const endS = startS + tone.lengthS;
  const oscillator = new OscillatorNode(context, { type: 'sine', frequency: tone.frequencyHz });
  oscillator.frequency.linearRampToValueAtTime(tone.endFrequencyHz, endS);
  const gain = new GainNode(context, { gain: 0 });
  gain.gain.setValueAtTime(0, startS);
  gain.gain.linearRampToValueAtTime(tone.volume, startS + Math.min(softEdgeS, tone.lengthS / 4));
  gain.gain.exponentialRampToValueAtTime(0.0001, endS);
  oscillator.connect(gain).connect(context.destination);
  oscillator.start(startS);
  oscillator.stop(endS);
}
