import {
  type AudienceContract,
  type CommandSender,
  createCommandSender,
  createReplica,
  type DeviceId,
  idSchemas,
  parse,
  type PendingStore,
  type Replica,
} from '@okienko/shared';
import { type AnswerPrinter, socketTransport } from '../socketTransport.ts';
import { browserMachineClock } from './browserMachineClock.ts';
import { newCommandId } from './newCommandId.ts';
import { memoryStore } from './pendingStores.ts';

/** A screen that follows its server, or one whose address names no device and so can follow nothing. */
export type Screen<View, Figures> =
  | {
      readonly kind: 'connected';
      readonly deviceId: DeviceId;
      readonly replica: Replica<View, Figures>;
      readonly sender: CommandSender;
      readonly close: () => void;
    }
  | { readonly kind: 'noDevice' };

type Options<View, Event, Figures> = {
  readonly contract: AudienceContract<View, Event, Figures>;
  /** Where the pending command is kept; in memory where nothing else is said. */
  readonly store?: PendingStore;
  /** Where this screen has a printer beside it. */
  readonly answerPrinter?: AnswerPrinter;
};

/**
 * Connects this page to its server as the device that its address names (`?device=kiosk-1`): called once, in main.tsx.
 *
 * @returns `noDevice` where the address names none or writes it wrongly; nothing is connected then.
 */
export function connectScreen<View, Event, Figures>({
  contract,
  store = memoryStore(),
  answerPrinter,
}: Options<View, Event, Figures>): Screen<View, Figures> {
  const device = parse(idSchemas.device, new URLSearchParams(location.search).get('device'));
  if (!device.isValid) return { kind: 'noDevice' };
  const transport = socketTransport({
    audience: contract.audience,
    deviceId: device.value,
    ...(answerPrinter === undefined ? {} : { answerPrinter }),
  });
  const replica = createReplica({ contract, transport, machineClock: browserMachineClock });
  const sender = createCommandSender({
    transport,
    replica,
    machineClock: browserMachineClock,
    wallNowMs: Date.now,
    newCommandId,
    store,
  });
  const close = () => {
    sender.close();
    replica.close();
  };
  return { kind: 'connected', deviceId: device.value, replica, sender, close };
}
