import { type Configuration, type CounterId, type DeviceId, required } from '@okienko/shared';
import { Desk } from '../drive/desk.ts';
import { Device, type DeviceNotes } from './device.ts';

/** Every device that is pressed: one kiosk, and a console with its clerk at each counter. */
export type Hall = {
  readonly kiosk: Device;
  readonly desks: ReadonlyMap<CounterId, Desk>;
  /** Signs the clerks in, one after another: two at once could be taken for the same clerk, for they share a PIN. */
  readonly signIn: (pin: string) => Promise<void>;
  readonly signOff: () => Promise<void>;
  /** The furthest that any of the devices has seen. */
  readonly lastSeq: () => number;
  readonly close: () => void;
};

/** Connects the configuration's first kiosk and the console of each of its counters. */
export function connectHall(url: string, configuration: Configuration, notes: DeviceNotes): Hall {
  const kiosk = new Device(url, 'kiosk', kioskOf(configuration), notes);
  const consoles = configuration.counters.map(({ id }) => {
    const device = new Device(url, 'counter', consoleOf(configuration, id), notes);
    return { id, device, desk: new Desk(device, id) };
  });
  const devices = [kiosk, ...consoles.map(({ device }) => device)];
  return {
    kiosk,
    desks: new Map(consoles.map(({ id, desk }) => [id, desk])),
    signIn: async (pin) => {
      for (const { desk } of consoles) await desk.signIn(pin);
    },
    signOff: async () => {
      await Promise.all(consoles.map(({ desk }) => desk.signOff()));
    },
    lastSeq: () => Math.max(...devices.map((device) => device.seq())),
    close: () => {
      for (const device of devices) device.close();
    },
  };
}

function kioskOf({ devices }: Configuration): DeviceId {
  return required(
    devices.find(({ kind }) => kind === 'kiosk'),
    'a kiosk',
  ).id;
}

function consoleOf({ devices }: Configuration, counterId: CounterId): DeviceId {
  return required(
    devices.find((device) => device.kind === 'counter' && device.counter === counterId),
    `a console at ${counterId}`,
  ).id;
}
