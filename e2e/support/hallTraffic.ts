import {
  type ClientCommand,
  type CommandId,
  type CommandResult,
  counterContract,
  type CounterId,
  idSchemas,
  type Seq,
  type TicketId,
} from '@okienko/shared';
import { connectDevice, type DeviceClient, issueTicket, newCommandId } from './deviceClient.ts';
import { testPin } from './startServer.ts';

/** What the server promised: a command that it acknowledged, where, and what the caller was told. */
export type Promised = { readonly commandId: CommandId; readonly seq: Seq; readonly result: CommandResult };

/** A full hall: customers at the kiosk, clerks at two counters, each going on as soon as it is answered. */
export type HallTraffic = {
  /** Everything acknowledged so far, in the order of the answers. */
  readonly promised: readonly Promised[];
  /** Resolves when that many more commands are acknowledged. */
  readonly more: (count: number) => Promise<void>;
  /** Resolves when everybody has stopped, by themselves or because the server is gone. */
  readonly stop: () => Promise<void>;
};

type Press = (device: DeviceClient, command: ClientCommand) => Promise<CommandResult | null>;

/** Begins the traffic on a running server; it goes on until `stop`, or until the server is gone. */
export async function beginTraffic(url: string): Promise<HallTraffic> {
  const promised: Promised[] = [];
  const traffic = { isOver: false };
  let onPromise: () => void = () => undefined;
  const press: Press = async (device, command) => {
    const commandId = newCommandId();
    const answer = await device.send(command, commandId);
    if (answer.answer !== 'accepted') return null;
    promised.push({ commandId, seq: answer.seq, result: answer.result });
    onPromise();
    return answer.result;
  };
  const kiosk = await connectDevice(url, 'kiosk', 'kiosk-1');
  const desks = [await openDesk(url, '2', press), await openDesk(url, '3', press)];
  const untilOver = async (device: DeviceClient, step: () => Promise<unknown>): Promise<void> => {
    try {
      while (!traffic.isOver) await step();
    } catch (error) {
      // The server is gone, and what was on its way is not answered.
      if (device.socket.connected) throw error;
    }
  };
  const services = ['dowod-wniosek', 'meldunki', 'pisma'];
  const people = [
    ...services.map((service) => untilOver(kiosk, () => press(kiosk, issueTicket(service)))),
    ...desks.map((desk) => untilOver(desk.device, desk.serve)),
  ];
  return {
    promised,
    more: (count) => {
      const wanted = promised.length + count;
      return new Promise((resolve) => {
        onPromise = () => {
          if (promised.length >= wanted) resolve();
        };
      });
    },
    stop: async () => {
      traffic.isOver = true;
      await Promise.all(people);
      for (const { device } of [{ device: kiosk }, ...desks]) device.close();
    },
  };
}

async function openDesk(url: string, label: '2' | '3', press: Press) {
  const device = await connectDevice(url, 'counter', `counter-${label}`);
  const counterId = idSchemas.counter.parse(`c${label}`);
  // A server that was killed still knows who works here, and whom the counter holds.
  await press(device, { type: 'OpenCounter', counterId, pin: testPin, isTakeover: true });
  let current = await ticketAt(device, counterId);
  const serve = async () => {
    // A call that nobody answered yet stands in the way of the next one.
    if (current !== null)
      await press(device, { type: 'StartService', counterId, ticketId: current, seenState: 'called' });
    const result = await press(device, { type: 'CallNext', counterId, currentTicketId: current, outcomeId: null });
    if (result?.type === 'ticketCalled') current = result.ticketId;
  };
  return { device, serve };
}

async function ticketAt(device: DeviceClient, counterId: CounterId): Promise<TicketId | null> {
  const subscription = counterContract.parseSubscription(await device.subscribe());
  if (!subscription.isValid || subscription.value.answer !== 'snapshot')
    throw new Error('The console gets no picture.');
  const counter = subscription.value.snapshot.view.counters[counterId];
  return counter?.state === 'open' ? counter.currentTicketId : null;
}
