import { type CommandResult, idSchemas, kioskContract, type TicketId } from '@okienko/shared';
import { connectDevice, type DeviceClient } from './deviceClient.ts';
import { testPin } from './startServer.ts';

/** The example's branch as far as a board needs it: somebody takes tickets, two counters call. */
export type SmallBranch = {
  /** Takes a ticket at the kiosk; the label on it. */
  readonly take: (service: 'dowod-wniosek' | 'meldunki') => Promise<string>;
  /** Resolves when the kiosk hears what became of the next print. */
  readonly nextPrint: () => Promise<void>;
  /** Calls the next at a counter; the label that was called. */
  readonly callNext: (label: '2' | '3') => Promise<string>;
  readonly recall: (label: '2' | '3') => Promise<void>;
  readonly startService: (label: '2' | '3') => Promise<void>;
  readonly close: () => void;
};

/** Connects a kiosk and signs two clerks in at counters 2 and 3, which both serve the same services. */
export async function openSmallBranch(url: string): Promise<SmallBranch> {
  const kiosk = await connectDevice(url, 'kiosk', 'kiosk-1');
  await kiosk.subscribe();
  const counters = { '2': await openCounter(url, '2'), '3': await openCounter(url, '3') };
  return {
    take: async (service) => {
      const result = await done(kiosk, {
        type: 'IssueTicket',
        serviceId: idSchemas.service.parse(service),
        priorityClass: idSchemas.priorityClass.parse('ordinary'),
        language: 'pl',
      });
      if (result.type !== 'ticketIssued') throw new Error(`expected a ticket, got ${result.type}`);
      return result.ticketNumber;
    },
    nextPrint: () =>
      kiosk.nextDelta((message) => {
        const delta = kioskContract.parseDelta(message);
        return delta.isValid && delta.value.events.some(({ type }) => type === 'printSettled');
      }),
    callNext: (label) => counters[label].callNext(),
    recall: (label) => counters[label].recall(),
    startService: (label) => counters[label].startService(),
    close: () => {
      kiosk.close();
      counters['2'].close();
      counters['3'].close();
    },
  };
}

async function openCounter(url: string, label: '2' | '3') {
  const device = await connectDevice(url, 'counter', `counter-${label}`);
  const counterId = idSchemas.counter.parse(`c${label}`);
  // A server that was killed still knows who works here: the same clerk takes the counter over from the old session.
  await done(device, { type: 'OpenCounter', counterId, pin: testPin, isTakeover: true });
  let current: { readonly ticketId: TicketId; readonly calls: number } | null = null;
  const called = () => {
    if (current === null) throw new Error('nobody was called here');
    return { counterId, ticketId: current.ticketId, seenState: 'called' as const };
  };
  return {
    callNext: async () => {
      const result = await done(device, {
        type: 'CallNext',
        counterId,
        currentTicketId: current?.ticketId ?? null,
        outcomeId: null,
      });
      if (result.type !== 'ticketCalled') throw new Error(`expected a call, got ${result.type}`);
      current = { ticketId: result.ticketId, calls: 1 };
      return result.ticketNumber;
    },
    recall: async () => {
      const seenCallCount = current?.calls ?? 0;
      await done(device, { type: 'RecallTicket', ...called(), seenCallCount });
      current = { ...called(), calls: seenCallCount + 1 };
    },
    startService: async () => {
      await done(device, { type: 'StartService', ...called() });
    },
    close: () => device.close(),
  };
}

async function done(device: DeviceClient, command: Parameters<DeviceClient['send']>[0]): Promise<CommandResult> {
  const answer = await device.send(command);
  if (answer.answer !== 'accepted') throw new Error(`${command.type} was not accepted: ${JSON.stringify(answer)}`);
  return answer.result;
}
