import { counterContract, createReplica, type CounterEvent, type DeviceId, type Replica } from '@okienko/shared';
import { changed } from './changed.ts';
import { nodeClock } from './nodeClock.ts';
import { nodeTransport } from './nodeTransport.ts';

/** A console that only watches: the server's time, and every event that consoles are told, in its order. */
export type Watch = {
  readonly replica: Pick<Replica<null, null>, 'now' | 'state' | 'onChange'>;
  /** False once a picture had to be fetched again: then events may have been missed. */
  readonly isComplete: () => boolean;
  /** Resolves when it has seen everything up to this position. */
  readonly seen: (seq: number) => Promise<void>;
  readonly close: () => void;
};

/** Watches from the first picture on; `note` gets each event once, in the order in which they happened. */
export function watchServer(url: string, deviceId: DeviceId, note: (event: CounterEvent) => void): Watch {
  let pictures = 0;
  const replica = createReplica<null, CounterEvent, null>({
    contract: {
      audience: 'counter',
      emptyView: null,
      fold: (_, events) => {
        for (const event of events) note(event);
        return null;
      },
      parseDelta: counterContract.parseDelta,
      parseFigures: () => ({ isValid: true, value: null }),
      parseSubscription: (input) => {
        const parsed = counterContract.parseSubscription(input);
        if (!parsed.isValid) return parsed;
        if (parsed.value.answer === 'refused') return { isValid: true, value: parsed.value };
        pictures += 1;
        const { snapshot } = parsed.value;
        return { isValid: true, value: { answer: 'snapshot', snapshot: { ...snapshot, view: null, figures: null } } };
      },
      parseView: () => ({ isValid: true, value: null }),
    },
    transport: nodeTransport(url, 'counter', deviceId),
    machineClock: nodeClock,
  });
  const seen = async (seq: number) => {
    while ((replica.state().position?.seq ?? 0) < seq) await changed(replica);
  };
  return { replica, isComplete: () => pictures === 1, seen, close: () => replica.close() };
}
